/** Our scan, the floor under it, and what else could find many labels in a text. */
import { AhoCorasick as MonyoneFast } from '@monyone/aho-corasick/fast';
import ModernFast from 'modern-ahocorasick/fast';
import { emptyHits, scan } from '../../lib/match/automaton.ts';
import { buildAutomaton } from '../../lib/match/build.ts';
import type { Segmenter } from '../../lib/segment/segmenter.ts';
import { normaliseAll, unitsToString } from '../../lib/text/normalise.ts';
import type { Contender } from './measure.ts';

/** Irregexp gives up, or takes minutes, beyond this. */
const MOST_ALTERNATIVES = 10_000;

/** All work on the same folded text and count the occurrences that they find. */
export function scanners(labels: readonly string[], text: string, segmenter: Segmenter): Contender[] {
  const normal = normaliseAll([text]);
  const folded = unitsToString(normal.units, 0, normal.length - 1);
  const automaton = buildAutomaton(labels);
  const hits = emptyHits();
  // Each library's quickest searcher of all occurrences.
  const modern = new ModernFast([...labels]);
  const monyone = new MonyoneFast([...labels]);
  const words = new Set(labels);
  return [
    { name: 'floor: charCodeAt', run: () => floor(folded) },
    {
      name: 'Cezhu',
      run: () => {
        hits.length = 0;
        scan(automaton, normal.units, 0, normal.length - 1, hits);
        return hits.length / 3;
      },
    },
    { name: 'modern-ahocorasick/fast', run: () => modern.search(folded).length },
    { name: '@monyone/aho-corasick/fast', run: () => monyone.matchInText(folded).length },
    ...(labels.length > MOST_ALTERNATIVES ? [] : [alternation(labels, folded)]),
    {
      name: 'jieba cut + Set',
      run: () =>
        folded
          .split('\0')
          .reduce((sum, part) => sum + segmenter.words(part).filter((word) => words.has(word)).length, 0),
    },
  ];
}

/** Longest first, so that the leftmost-longest occurrence is found; nested ones are not. */
function alternation(labels: readonly string[], text: string): Contender {
  const longestFirst = [...labels].sort((one, other) => other.length - one.length);
  const expression = new RegExp(longestFirst.map(escaped).join('|'), 'g');
  return { name: 'one regular expression', run: () => text.match(expression)?.length ?? 0 };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');

function floor(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += text.charCodeAt(at);
  return sum;
}

/** What takes the labels in: a plain `Map` is the floor. */
export function builders(labels: readonly string[]): Contender[] {
  return [
    {
      name: 'Map',
      run: () => {
        const map = new Map<string, number>();
        for (let index = 0; index < labels.length; index += 1) map.set(labels[index] as string, index);
        return map.size;
      },
    },
    { name: 'Cezhu', run: () => buildAutomaton(labels).nodes.length },
    { name: 'modern-ahocorasick/fast', run: () => new ModernFast([...labels]).search('').length },
    { name: '@monyone/aho-corasick/fast', run: () => new MonyoneFast([...labels]).matchInText('').length },
  ];
}

/** Bytes of everything that is stored of an automaton. */
export function indexBytes(labels: readonly string[]): number {
  const { codes: _derived, ...stored } = buildAutomaton(labels);
  return Object.values(stored).reduce((sum, section) => sum + section.byteLength, 0);
}
