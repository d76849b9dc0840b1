/**
 * Speed, as ratios between contenders that run in turns.
 *
 *   npm run bench [-- node|browser|storage|options] [SIZE...] [rounds=N]     all parts by default; rounds of `storage`
 *
 * In Node: the scan against the floor (a bare loop over the characters) and against other libraries, growth with the
 * glossary, building, and the parts of the pipeline. In the browser: against mark.js; what the extension costs a page is
 * measured by `npm run bench-page`. The table shows the median, the middle half, and how often the first row fits in.
 */
import { annotate } from '../lib/annotate/annotate.ts';
import { compileLexicon, lexiconFromBuffer } from '../lib/annotate/lexicon.ts';
import { overlayLexicon } from '../lib/annotate/overlay.ts';
import { readBlocks } from '../lib/annotate/reading.ts';
import { buildLabelIndex } from '../lib/match/build.ts';
import { emptyHits, scan } from '../lib/match/label-index.ts';
import { loadSegmenter } from '../lib/segment/jieba-node.ts';
import { buildStarter } from '../lib/starter/build.ts';
import { normalise, normaliseAll } from '../lib/text/normalise.ts';
import { boundLine, builders, compareOutput, indexBytes, scanners } from '../tests/bench/contenders.ts';
import { prose, vocabulary } from '../tests/bench/generate.ts';
import { type Contender, format, measure, timingLines } from '../tests/bench/measure.ts';
import { benchStorage } from './support/bench-storage.ts';
import { shippedLabels } from './support/shipped-lexicon.ts';

const TEXT = 20_000;
const ROUNDS = 'rounds=';
const rounds = process.argv.find((part) => part.startsWith(ROUNDS))?.slice(ROUNDS.length);
const parts = process.argv.slice(2).filter((part) => !/^\d+$/.test(part) && !part.startsWith(ROUNDS));
const given = process.argv.slice(2).map(Number).filter(Boolean);
const sizes = given.length > 0 ? given : [10_000, 100_000];
const { concepts } = await buildStarter();
const print = (lines: readonly string[]): void => console.log(`${lines.join('\n')}\n`);

if (parts.length === 0 || parts.includes('node')) await benchNode();
if (parts.length === 0 || parts.includes('storage'))
  for (const lines of await benchStorage(sizes, Number(rounds) || undefined)) print(lines);
if (parts.length === 0 || parts.includes('options')) {
  const { benchOptions } = await import('./support/bench-options.ts');
  print(await benchOptions(sizes.at(-1) ?? 100_000));
}
if (parts.length === 0 || parts.includes('browser')) {
  const { benchMarkJs } = await import('./support/bench-mark-js.ts');
  for (const lines of await benchMarkJs(concepts)) print(lines);
}

async function benchNode(): Promise<void> {
  const text = prose(concepts, TEXT);
  const segmenter = await loadSegmenter();
  for (const size of [1_000, 10_000, 100_000]) {
    const labels = vocabulary(concepts, size);
    const timings = measure(scanners(labels, text, segmenter));
    const same = compareOutput(labels, normalise(text));
    print([
      ...timingLines(`scan of ${TEXT} characters, ${size} labels`, timings, TEXT),
      boundLine(timings, 25, TEXT),
      typeof same === 'string' ? `  ${same}` : `  both packages find the same ${same} occurrences as Cezhu`,
    ]);
  }
  growth(text);
  for (const length of [2_000, 200_000, 1_000_000]) {
    const contenders = scanners(vocabulary(concepts, 10_000), prose(concepts, length), segmenter);
    print(timingLines(`scan of ${length} characters, 10000 labels`, measure(contenders.slice(0, 3)), length));
  }
  build();
  await pipeline(text);
}

/** One glossary after the other on one text; also where most positions hold no label, as in other people's prose. */
function growth(text: string): void {
  const mirrored = Array.from(text).reverse().join('');
  for (const [title, content] of [
    ['growth with the glossary, text full of labels', text],
    ['growth with the glossary, the same text backwards: hardly a label', mirrored],
  ] as const) {
    const normal = normaliseAll([content]);
    const contenders = [1_000, 10_000, 100_000, 1_000_000].map((size): Contender => {
      const index = buildLabelIndex(vocabulary(concepts, size));
      const hits = emptyHits();
      const run = () => {
        hits.length = 0;
        scan(index, normal.units, 0, normal.length - 1, hits);
        return hits.length;
      };
      return { name: `${size} labels (${(run() / 3).toFixed(0)} occurrences)`, run };
    });
    print(timingLines(title, measure(contenders), TEXT));
  }
}

function build(): void {
  for (const size of [1_000, 10_000, 100_000, 1_000_000]) {
    const labels = vocabulary(concepts, size);
    const contenders = size > 100_000 ? builders(labels).slice(0, 2) : builders(labels);
    print([
      ...timingLines(`building from ${size} labels`, measure(contenders, 15), size),
      `  index: ${format(indexBytes(labels) / size)} bytes a label`,
    ]);
  }
}

async function pipeline(text: string): Promise<void> {
  const { entries } = await shippedLabels();
  const lexicon = compileLexicon(entries);
  const stored = lexicon.toBuffer();
  const blocks = text.split('\n').map((line, id) => ({ id, text: line }));
  const normal = normaliseAll(blocks.map((block) => block.text));
  const hits = emptyHits();
  const [layer] = lexicon.layers;
  const fresh = {
    concepts: new Set(['own/new']),
    entries: [{ form: '新添的词条', concept: 'own/new', generic: false }],
    glossaries: ['starter', 'own'],
  };
  const contenders: Contender[] = [
    {
      name: 'scan alone',
      run: () => {
        hits.length = 0;
        if (layer !== undefined) scan(layer.index, normal.units, 0, normal.length - 1, hits);
        return hits.length;
      },
    },
    { name: 'normalise', run: () => normaliseAll(blocks.map((block) => block.text)).length },
    { name: 'normalise + scan', run: () => readBlocks(blocks, lexicon).length },
    { name: 'normalise + scan + resolve', run: () => annotate(blocks, lexicon).matches.length },
  ];
  print(
    timingLines(
      `pipeline, shipped glossary (${lexicon.size} labels), ${TEXT} characters`,
      // It is much code: the compiler has seen all of it after some hundred rounds.
      measure(contenders, 500),
      TEXT,
    ),
  );
  print(
    timingLines(
      'changes of the glossary',
      measure(
        [
          { name: 'load the stored lexicon', run: () => lexiconFromBuffer(stored)?.size ?? Number.NaN },
          {
            name: 'overlay one new entry',
            run: () => overlayLexicon(lexicon, fresh).layers.length,
          },
          { name: 'compile the whole glossary', run: () => compileLexicon(entries).size },
        ],
        20,
      ),
      lexicon.size,
    ),
  );
}
