/**
 * Finds every occurrence of every label in folded text. Two small filters on the first units of labels, asked at every
 * position without a branch, leave one position in fifteen; there the keys of `keys.ts` are looked up in a directory, and
 * the labels filed under them compared.
 */
import {
  bitOf,
  filterShift,
  STEP,
  shiftFor,
  sumOfOne,
  WHOLE,
  withFifth,
  withFourth,
  withLater,
  withSecond,
  withThird,
} from './keys.ts';

export interface LabelIndex {
  /**
   * For each slot of the directory where its entries begin; they end where those of the next slot begin. The topmost bit
   * says that longer labels are filed a level deeper. One more stands at the end.
   */
  readonly slots: Int32Array;
  /**
   * Two numbers an entry: the label, with its level in the upper `32 - LABEL_BITS` bits, and where its units begin in
   * `text`; they end where those of the next entry begin. In a slot the shorter stand first. One more stands at the end.
   */
  readonly entries: Int32Array;
  readonly text: Uint16Array;
  /** Bits of the labels of two units, of the first three units of longer ones, and of all keys of three units and more. */
  readonly pairs: Uint32Array;
  readonly triples: Uint32Array;
  readonly keys: Uint32Array;
  /** Labels of one unit. */
  readonly singles: Uint16Array;
}

/** The unit that no label contains. */
const BREAK = 0;
export const LABEL_BITS = 27;
export const MOST_LEVELS = 2 ** (32 - LABEL_BITS);
const LABEL = 2 ** LABEL_BITS - 1;
export const DEEP = -0x8000_0000;
/** Positions looked at in one go: a list of this size costs next to nothing to make. */
const CHUNK = 512;

/** Occurrences as triples: start, end (exclusive, normal offsets), label. Grows as needed. */
export interface Hits {
  values: Int32Array;
  /** Used values: three for each occurrence. */
  length: number;
}

export const emptyHits = (): Hits => ({ values: new Int32Array(3 * 256), length: 0 });

/**
 * Adds all occurrences between `from` and `to` to `hits`: by start, then from the shortest label to the longest.
 *
 * `units[to]` must exist and belong to no label, as the break behind every text does: a label that goes on behind it is
 * not found.
 */
export function scan(index: LabelIndex, units: Uint16Array, from: number, to: number, hits: Hits): void {
  const places = new Int32Array(CHUNK);
  for (let begin = from; begin < to; begin += CHUNK) {
    const end = Math.min(begin + CHUNK, to);
    const count = promising(index, units, [begin, end, to], places);
    if (index.singles.length === 0)
      for (let at = 0; at < count; at += 1) walk(index, units, places[at] as number, hits);
    else
      for (let start = begin, at = 0; start < end; start += 1) {
        const isPromising = at < count && places[at] === start;
        if (isPromising) at += 1;
        if (isPromising || index.singles.includes(units[start] as number)) walk(index, units, start, hits);
      }
  }
}

/**
 * Puts the positions from `begin` to `end` at which a label of two units or more may begin into `places`.
 *
 * @returns how many there are
 */
function promising(
  { pairs, triples }: LabelIndex,
  units: Uint16Array,
  [begin, end, last]: readonly [begin: number, end: number, last: number],
  places: Int32Array,
): number {
  const pairShift = filterShift(pairs);
  const tripleShift = filterShift(triples);
  let count = 0;
  let first = units[begin] as number;
  let second = units[begin + 1] as number;
  for (let start = begin; start < end; start += 1) {
    const third = start + 2 <= last ? (units[start + 2] as number) : BREAK;
    const sum = withSecond(sumOfOne(first), second);
    places[count] = start;
    count += bitOf(pairs, sum >>> pairShift) | bitOf(triples, withThird(sum, third) >>> tripleShift);
    first = second;
    second = third;
  }
  return count;
}

/** Adds the labels that begin at `start`. */
function walk(index: LabelIndex, units: Uint16Array, start: number, hits: Hits): void {
  const { pairs, keys, singles } = index;
  const slotShift = shiftFor(index.slots.length - 1);
  const keyShift = filterShift(keys);
  const first = units[start] as number;
  let sum = sumOfOne(first);
  if (singles.length > 0 && singles.includes(first)) add(index, sum >>> slotShift, 0, units, start, 1, hits);
  const second = units[start + 1] as number;
  if (second === BREAK) return;
  sum = withSecond(sum, second);
  if (bitOf(pairs, sum >>> filterShift(pairs)) !== 0) add(index, sum >>> slotShift, 0, units, start, 2, hits);
  const third = units[start + 2] as number;
  if (third === BREAK) return;
  sum = withThird(sum, third);
  if (bitOf(keys, sum >>> keyShift) !== 0) add(index, sum >>> slotShift, 0, units, start, 3, hits);
  const fourth = units[start + 3] as number;
  if (fourth === BREAK) return;
  sum = withFourth(sum, fourth);
  if (bitOf(keys, sum >>> keyShift) !== 0) add(index, sum >>> slotShift, 0, units, start, 4, hits);
  const fifth = units[start + 4] as number;
  if (fifth === BREAK) return;
  sum = withFifth(sum, fifth);
  if (bitOf(keys, sum >>> keyShift) === 0) return;
  if (add(index, sum >>> slotShift, 0, units, start, WHOLE, hits)) walkDeeper(index, units, start, sum, hits);
}

function walkDeeper(index: LabelIndex, units: Uint16Array, start: number, whole: number, hits: Hits): void {
  const slotShift = shiftFor(index.slots.length - 1);
  const keyShift = filterShift(index.keys);
  let sum = whole;
  let length = WHOLE;
  for (let level = 1, isDeep = true; isDeep && level < MOST_LEVELS; level += 1) {
    for (let step = 0; step < STEP; step += 1) {
      const unit = units[start + length] as number;
      if (unit === BREAK) return;
      sum = withLater(sum, unit);
      length += 1;
      isDeep =
        bitOf(index.keys, sum >>> keyShift) !== 0 &&
        add(index, sum >>> slotShift, level, units, start, length, hits);
    }
  }
}

/**
 * Adds the labels in a slot that are filed under a key of `length` units at this level and stand at `start`.
 *
 * @returns whether to look a level deeper
 */
function add(
  { slots, entries, text }: LabelIndex,
  slot: number,
  level: number,
  units: Uint16Array,
  start: number,
  length: number,
  hits: Hits,
): boolean {
  const begin = slots[slot] as number;
  const end = (slots[slot + 1] as number) & ~DEEP;
  const mayBeLonger = length === WHOLE + level * STEP;
  for (let entry = begin & ~DEEP; entry < end; entry += 1) {
    const label = entries[2 * entry] as number;
    let rest = entries[2 * entry + 1] as number;
    const textEnd = entries[2 * entry + 3] as number;
    const isKey = mayBeLonger ? textEnd - rest >= length : textEnd - rest === length;
    if (!isKey || label >>> LABEL_BITS !== level) continue;
    let at = start;
    while (rest < textEnd && units[at] === text[rest]) {
      rest += 1;
      at += 1;
    }
    if (rest === textEnd) push(hits, start, at, label & LABEL);
  }
  return begin < 0;
}

function push(hits: Hits, start: number, end: number, label: number): void {
  if (hits.length + 3 > hits.values.length) {
    const more = new Int32Array(hits.values.length * 2);
    more.set(hits.values);
    hits.values = more;
  }
  hits.values[hits.length] = start;
  hits.values[hits.length + 1] = end;
  hits.values[hits.length + 2] = label;
  hits.length += 3;
}

/** The number of a folded label; `undefined` where the index does not have it. */
export function numberOf(index: LabelIndex, label: string): number | undefined {
  const units = new Uint16Array(label.length + 1);
  for (let at = 0; at < label.length; at += 1) units[at] = label.charCodeAt(at);
  const hits = emptyHits();
  if (label !== '') walk(index, units, 0, hits);
  for (let at = 0; at < hits.length; at += 3)
    if (hits.values[at + 1] === label.length) return hits.values[at + 2];
  return undefined;
}
