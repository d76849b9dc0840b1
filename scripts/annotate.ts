/**
 * What would be marked in texts and saved pages, by the same pipeline as in the browser.
 *
 *   npm run --silent annotate -- [--json] [--all] [--explain] FILE...
 *
 *   --json      one object a line for each file: file, matches (start, end, surface, conceptId, prefLabel, verdict),
 *               and for HTML the collected text to which the offsets belong; offsets count UTF-16 units
 *   --all       generic concepts too
 *   --explain   every place where a label stands: marked or not, and why
 *
 * Only results go to standard output. Exit 1 and one line on standard error for a file that cannot be read.
 */
import { parseArgs } from 'node:util';
import { explainAll, judge } from '../lib/annotate/annotate.ts';
import type { Match } from '../lib/annotate/types.ts';
import { loadSegmenter } from '../lib/segment/jieba-node.ts';
import { type ReadDocument, readDocument } from './support/read-document.ts';
import { shippedLexicon } from './support/shipped-lexicon.ts';

const USAGE = 'usage: npm run --silent annotate -- [--json] [--all] [--explain] FILE...';

const { values: options, positionals: files } = readArguments();
const documents = await Promise.all(files.map((file) => readDocument(file).catch(giveUp)));
const [{ lexicon, concepts }, segmenter] = await Promise.all([shippedLexicon(), loadSegmenter()]);

const lines: string[] = [];
for (const [index, document] of documents.entries()) {
  const file = files[index] as string;
  const matches = judge(document.blocks, lexicon, segmenter, { generic: options.all });
  if (options.explain) lines.push(...explained(file, document));
  else if (options.json) lines.push(JSON.stringify(rowOf(file, document, matches)));
  else lines.push(...listed(file, document, matches));
}
process.stdout.write(lines.map((line) => `${line}\n`).join(''));

function readArguments() {
  try {
    const read = parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean', default: false },
        all: { type: 'boolean', default: false },
        explain: { type: 'boolean', default: false },
      },
    });
    if (read.positionals.length > 0) return read;
  } catch {
    // Falls through to the usage line.
  }
  return giveUp(new Error(USAGE));
}

function giveUp(error: Error): never {
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

/** The match's offsets in the document's text. */
function placeOf({ blocks }: ReadDocument, { block, start, end }: Match): { start: number; end: number } {
  const offset = blocks[block]?.offset ?? 0;
  return { start: offset + start, end: offset + end };
}

function rowOf(file: string, document: ReadDocument, matches: readonly Match[]) {
  return {
    file,
    ...(document.isHtml ? { text: document.text } : {}),
    matches: matches.map((match) => {
      const { start, end } = placeOf(document, match);
      const concept = concepts.get(match.concept);
      return {
        start,
        end,
        surface: document.text.slice(start, end),
        conceptId: concept?.id,
        prefLabel: concept?.prefLabel,
        verdict: match.verdict,
        ...(match.alternatives === undefined
          ? {}
          : { alternatives: match.alternatives.map((key) => concepts.get(key)?.id) }),
      };
    }),
  };
}

/** Terms in the order of their first mention, each with its count and definition. */
function listed(file: string, document: ReadDocument, matches: readonly Match[]): string[] {
  const counts = new Map<string, number>();
  for (const { concept } of matches) counts.set(concept, (counts.get(concept) ?? 0) + 1);
  const terms = Array.from(counts, ([key, count]) => {
    const concept = concepts.get(key);
    const definition = concept?.definitions.zh ?? Object.values(concept?.definitions ?? {})[0] ?? '';
    return `${concept?.prefLabel ?? key} ×${count}\n    ${definition}`;
  });
  return [
    `${file}: ${counts.size} terms, ${matches.length} mentions in ${document.text.length} characters`,
    ...terms,
  ];
}

function explained(file: string, document: ReadDocument): string[] {
  return document.blocks.flatMap((block) =>
    explainAll(block, lexicon, segmenter).map(({ start, end, outcome, why }) => {
      const surface = block.text.slice(start, end).replace(/\s+/g, ' ');
      const place = `${file}:${block.offset + start}-${block.offset + end}`;
      const evidence = why.evidence === undefined ? '' : ` (${why.evidence})`;
      return `${place}\t${outcome}\t${surface}\t${why.label}\t${why.rule}${evidence}`;
    }),
  );
}
