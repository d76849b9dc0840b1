/** A search too simple to be wrong, and random cases to compare with it. */

import { buildLabelIndex } from '../../lib/match/build.ts';
import { emptyHits, type LabelIndex, scan } from '../../lib/match/label-index.ts';
import { createRandom } from '../bench/random.ts';

/** Start, end, label. */
export type Occurrence = [number, number, number];

/** Tries every label at every position: by start, then by length. */
export function slowSearch(labels: readonly string[], text: string): Occurrence[] {
  const found: Occurrence[] = [];
  for (let start = 0; start < text.length; start += 1) {
    for (const [label, form] of labels.entries()) {
      if (text.startsWith(form, start)) found.push([start, start + form.length, label]);
    }
  }
  return found.sort((one, other) => one[0] - other[0] || one[1] - other[1]);
}

/** The same by the index. */
export const findAll = (labels: readonly string[], text: string): Occurrence[] =>
  occurrencesIn(buildLabelIndex(labels), text);

function occurrencesIn(index: LabelIndex, text: string): Occurrence[] {
  const units = new Uint16Array(text.length + 1);
  for (let index = 0; index < text.length; index += 1) units[index] = text.charCodeAt(index);
  const hits = emptyHits();
  scan(index, units, 0, text.length, hits);
  const found: Occurrence[] = [];
  for (let at = 0; at < hits.length; at += 3) {
    found.push([hits.values[at] ?? -1, hits.values[at + 1] ?? -1, hits.values[at + 2] ?? -1]);
  }
  return found;
}

const TEXTS = 20;

/** Labels and texts from few letters, so that labels share beginnings and overlap; the same for the same numbers. */
function randomCases(seed: number, round: number): { labels: string[]; texts: string[] } {
  const random = createRandom(Math.imul(seed, 0x9e3779b1) ^ Math.imul(round + 1, 0x85ebca6b));
  const letters = '甲乙丙丁戊己庚辛'.slice(0, 1 + random(8));
  const word = (length: number): string =>
    Array.from({ length }, () => letters.charAt(random(letters.length))).join('');
  // Long ones too, of which many begin alike.
  const longest = random(3) === 0 ? 40 : 7;
  const labels = new Set(Array.from({ length: random(60) }, () => word(1 + random(longest))));
  return {
    labels: [...labels],
    texts: Array.from({ length: TEXTS }, () => word(random(longest === 7 ? 30 : 60))),
  };
}

/**
 * Compares both searches on random labels and texts.
 *
 * @returns the number of occurrences compared, or the first case on which they differ
 */
export function compareSearches(
  cases: number,
  seed: number,
): number | { labels: string[]; text: string; found: Occurrence[]; expected: Occurrence[] } {
  let occurrences = 0;
  for (let round = 0; round * TEXTS < cases; round += 1) {
    const { labels, texts } = randomCases(seed, round);
    const index = buildLabelIndex(labels);
    for (const text of texts) {
      const expected = slowSearch(labels, text);
      const found = occurrencesIn(index, text);
      if (found.join() !== expected.join()) return { labels, text, found, expected };
      occurrences += expected.length;
    }
  }
  return occurrences;
}
