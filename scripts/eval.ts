/**
 * Measures detection on annotated articles and trap sentences.
 *
 *   npm run eval -- DIR [--labels FILE]... [--hints FILE] [--rules both|guards|segmenter|none] [--intl] [--verbose]
 *
 * DIR holds gold.json, texts/ and traps.json; with traps alone (`"docs": []`) only these are measured. Exit 1 and one
 * line on standard error for a folder that holds nothing of the kind.
 *   --labels    measure on the concepts of files of lines (`term`, `labels`) instead of the shipped glossary
 *   --hints     hints from a file of lines (`form`, `hints`) in place of the labels' own
 *   --rules     what may refuse a label, to see what each contributes
 *   --intl      the browser's own word breaker in place of jieba
 *   --verbose   list every miss, every wrong match and every failed trap, with its reason
 */
import { parseArgs } from 'node:util';
import { collectArticle } from './support/collect-article.ts';
import { readEvalFolder } from './support/eval-folder.ts';
import { createReader, RULE_SETS } from './support/eval-reader.ts';
import { articleNote, documentLines, type TrapResult, totalLine, trapLines } from './support/eval-report.ts';
import { type DocumentBlock, plainBlocks } from './support/read-document.ts';
import { type Found, passesTrap, scoreDocument, sumScores, type Trap } from './support/score.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    labels: { type: 'string', multiple: true },
    hints: { type: 'string' },
    rules: { type: 'string', default: 'both' },
    intl: { type: 'boolean', default: false },
    verbose: { type: 'boolean', default: false },
  },
});
const [folder] = positionals;
const rules = RULE_SETS.find((name) => name === options.rules);
if (folder === undefined || rules === undefined) {
  console.error('usage: npm run eval -- DIR [--labels FILE] [--hints FILE] [--rules …] [--intl] [--verbose]');
  process.exit(1);
}
/** Category 10 asks for candidates of new terms, which is another command's work. */
const NEW_TERMS = 10;

const measured = await readEvalFolder(folder).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
const reader = await createReader({ ...options, rules });
const traps = measured.traps.filter(({ cat }) => cat !== NEW_TERMS);

const scores = [];
for (const { gold, text } of measured.articles) {
  const blocks = plainBlocks(text);
  const score = scoreDocument(text, gold, find(text, blocks));
  scores.push(score);
  for (const line of documentLines(gold, score, options.verbose, (offset) => reasonAt(blocks, offset))) {
    console.log(line);
  }
}
const results = traps.map(tryTrap);
for (const line of articleNote(scores.length, folder)) console.log(line);
for (const line of trapLines(results, options.verbose)) console.log(line);
console.log(totalLine(sumScores(scores), results));

function find(text: string, blocks: readonly DocumentBlock[]): Found[] {
  return reader.read(blocks).map(({ block, start, end, prefLabel }) => {
    const offset = blocks[block]?.offset ?? 0;
    return {
      start: offset + start,
      end: offset + end,
      surface: text.slice(offset + start, offset + end),
      prefLabel,
    };
  });
}

function reasonAt(blocks: readonly DocumentBlock[], offset: number): string {
  const block = blocks.findLast((each) => each.offset <= offset);
  return block === undefined ? '' : reader.reason(block, offset - block.offset);
}

function tryTrap(trap: Trap): TrapResult {
  const { text, blocks } =
    trap.html === undefined
      ? { text: trap.text ?? '', blocks: plainBlocks(trap.text ?? '') }
      : collectArticle(trap.html);
  const found = find(text, blocks);
  const surfaces = found.map(({ surface }) => surface);
  const asked = [...trap.expect.map(({ surface }) => surface), ...(trap.forbid ?? []), ...surfaces];
  const places = [...new Set(asked.map((surface) => text.indexOf(surface)))].filter((at) => at >= 0);
  return {
    trap,
    passed: passesTrap(trap, surfaces),
    surfaces,
    reasons: places.map((at) => `${at}: ${reasonAt(blocks, at)}`),
  };
}
