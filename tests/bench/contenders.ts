/** Our scan, the floor under it, and what else could find many labels in a text. */
import { AhoCorasick as MonyoneFast } from '@monyone/aho-corasick/fast';
import ModernFast from 'modern-ahocorasick/fast';
import { buildLabelIndex } from '../../lib/match/build.ts';
import { emptyHits, scan } from '../../lib/match/label-index.ts';
import type { Segmenter } from '../../lib/segment/segmenter.ts';
import { normaliseAll, unitsToString } from '../../lib/text/normalise.ts';
import { type Contender, format, type Timing } from './measure.ts';

const MODERN = 'modern-ahocorasick/fast';
const MONYONE = '@monyone/aho-corasick/fast';
const LOOK_UP = 'one table look-up a character';
/** Irregexp gives up, or takes minutes, beyond this. */
const MOST_ALTERNATIVES = 10_000;

/** All work on the same folded text and count the occurrences that they find. */
export function scanners(labels: readonly string[], text: string, segmenter: Segmenter): Contender[] {
  const normal = normaliseAll([text]);
  const folded = unitsToString(normal.units, 0, normal.length - 1);
  const index = buildLabelIndex(labels);
  const hits = emptyHits();
  // Each library's quickest searcher of all occurrences.
  const modern = new ModernFast([...labels]);
  const monyone = new MonyoneFast([...labels]);
  const words = new Set(labels);
  return [
    { name: 'floor: charCodeAt', run: () => floor(folded) },
    { name: LOOK_UP, run: () => oneLookUpEach(folded) },
    {
      name: 'Cezhu',
      run: () => {
        hits.length = 0;
        scan(index, normal.units, 0, normal.length - 1, hits);
        return hits.length / 3;
      },
    },
    { name: MODERN, run: () => modern.search(folded).length },
    { name: MONYONE, run: () => monyone.matchInText(folded).length },
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

/**
 * Whether the packages find what we find: every occurrence, overlapping ones too, with its place and label.
 *
 * @returns how many there are, or what differs
 */
export function compareOutput(labels: readonly string[], text: string): number | string {
  const units = Uint16Array.from(`${text}\0`, (_, at) => text.charCodeAt(at) || 0);
  const hits = emptyHits();
  scan(buildLabelIndex(labels), units, 0, text.length, hits);
  const ours: string[] = [];
  for (let at = 0; at < hits.length; at += 3)
    ours.push(`${hits.values[at]}–${hits.values[at + 1]} ${labels[hits.values[at + 2] as number]}`);
  const others = {
    [MONYONE]: new MonyoneFast([...labels])
      .matchInText(text)
      .map(({ begin, end, keyword }) => `${begin}–${end} ${keyword}`),
    [MODERN]: new ModernFast([...labels])
      .search(text)
      .map(({ start, end, pattern }) => `${start}–${end} ${pattern}`),
  };
  const expected = ours.sort().join();
  for (const [name, found] of Object.entries(others))
    if (found.sort().join() !== expected) return `${name} finds something else in ${JSON.stringify(text)}`;
  return ours.length;
}

/**
 * What it would mean to be so many times as fast as the fastest package of equal output.
 *
 * @param timings of `scanners`
 */
export function boundLine(timings: readonly Timing[], times: number, characters: number): string {
  const perCharacter = (name: string): number =>
    ((timings.find((timing) => timing.name === name)?.median ?? Number.NaN) * 1e6) / characters;
  const fastest = perCharacter(MONYONE) < perCharacter(MODERN) ? MONYONE : MODERN;
  const bound = perCharacter(fastest) / times;
  const floors = bound / perCharacter('floor: charCodeAt');
  return (
    `  Cezhu is ${format(perCharacter(fastest) / perCharacter('Cezhu'))} times as fast as ${fastest}; ${times} times would be ` +
    `${format(bound)} ns/char, ${format(floors)} floors or ${format(bound / perCharacter(LOOK_UP))} times the loop with one look-up`
  );
}

/** The least that any search does: each character decides, by a table, whether a label may begin there. */
function oneLookUpEach(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at += 1) sum += EVERY_UNIT[text.charCodeAt(at)] as number;
  return sum;
}

const EVERY_UNIT = new Uint8Array(0x10000).fill(1);

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
    { name: 'Cezhu', run: () => buildLabelIndex(labels).slots.length },
    { name: MODERN, run: () => new ModernFast([...labels]).search('').length },
    { name: MONYONE, run: () => new MonyoneFast([...labels]).matchInText('').length },
  ];
}

/** Bytes of everything that is stored of an index. */
export function indexBytes(labels: readonly string[]): number {
  return Object.values(buildLabelIndex(labels)).reduce((sum, section) => sum + section.byteLength, 0);
}
