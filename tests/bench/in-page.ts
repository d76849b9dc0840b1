/** What the benchmark runs inside a page: the walk that is the floor, our matching on the page's thread, the marks. */

import { buildLabelIndex } from '../../lib/match/build.ts';
import { emptyHits, scan } from '../../lib/match/label-index.ts';
import { collectBlocks } from '../../lib/text/collect.ts';
import { normaliseAll, normaliseLabel } from '../../lib/text/normalise.ts';

/** Reads the data of every text node: less than this no tool can do. */
function walk(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let sum = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    sum += (node as Text).data.length;
  return sum;
}

/** Collects, scans and highlights all occurrences, as if the page itself had to do everything. */
function markAll(labels: ReturnType<typeof buildLabelIndex>): number {
  let id = 0;
  const blocks = [...collectBlocks(document.body, { nextId: () => id++ })];
  const normal = normaliseAll(blocks.map(({ text }) => text));
  const hits = emptyHits();
  scan(labels, normal.units, 0, normal.length - 1, hits);
  const highlight = new Highlight();
  let index = 0;
  for (let at = 0; at < hits.length; at += 3) {
    const from = hits.values[at] as number;
    const last = (hits.values[at + 1] as number) - 1;
    while ((normal.offsets[index + 1] as number) <= from) index += 1;
    const start = normal.starts[from] as number;
    const end = (normal.starts[last] as number) + 1;
    const pieces = blocks[index]?.pieces ?? [];
    const first = pieces.find((piece) => start < piece.end);
    const final = pieces.find((piece) => end <= piece.end);
    if (first === undefined || final === undefined) continue;
    highlight.add(
      new StaticRange({
        startContainer: first.node,
        startOffset: start - first.start,
        endContainer: final.node,
        endOffset: end - final.start,
      }),
    );
  }
  CSS.highlights.set('bench', highlight);
  return highlight.size;
}

Object.assign(globalThis, {
  benchPage: {
    walk,
    prepare: (labels: readonly string[]) => buildLabelIndex([...new Set(labels.map(normaliseLabel))]),
    markAll,
  },
});
