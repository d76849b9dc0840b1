/** Builds the index of `label-index.ts` from folded labels. */
import {
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
import { DEEP, LABEL_BITS, type LabelIndex, MOST_LEVELS } from './label-index.ts';
import { atOnce, type Steps } from './steps.ts';

/** Bits for each entry of a filter: those that are asked everywhere are sparser. */
const SPARSE = { pairs: 64, triples: 16, keys: 12 };
const LEAST_POWER = 10;
/** A larger filter falls out of the processor's cache. */
const MOST_POWER = 23;
/** Longer labels that share a slot without being filed deeper. */
const MANY = 16;

/**
 * @param labels folded, distinct and not empty; a hit's label is the index in this list
 * @throws {RangeError} for an empty label
 */
export function buildLabelIndex(labels: readonly string[]): LabelIndex {
  return atOnce(labelIndexInSteps(labels));
}

/** The same in a few steps, for those who have others to answer in between. */
export function* labelIndexInSteps(labels: readonly string[]): Steps<LabelIndex> {
  const keyed = keysOf(labels);
  yield;
  const { sums, keys, pairs, triples, singles } = keyed;
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(labels.length + 2)) + 1);
  const shift = shiftFor(slots.length - 1);
  const { levels, deep } = fileDeeper(labels, { sums, keys, counts: slots, shift });

  yield;
  // Where each slot ends; then each label is put before the longer ones of its slot, and the end becomes the beginning.
  for (const sum of sums) (slots[sum >>> shift] as number)++;
  for (let slot = 1; slot < slots.length; slot += 1) (slots[slot] as number) += slots[slot - 1] as number;
  const order = new Uint32Array(labels.length);
  for (const label of longestFirst(labels)) {
    const slot = (sums[label] as number) >>> shift;
    const place = (slots[slot] as number) - 1;
    slots[slot] = place;
    order[place] = label;
  }
  for (const slot of deep) slots[slot] = (slots[slot] as number) | DEEP;
  yield;
  return { slots, ...layOut(labels, order, levels), pairs, triples, keys, singles };
}

/** For each label the sum of its key at level 0, and the filters. */
function keysOf(labels: readonly string[]) {
  const sums = new Int32Array(labels.length);
  const triples = emptyFilter(labels.length * SPARSE.triples);
  const keys = emptyFilter(labels.length * SPARSE.keys);
  const tripleShift = filterShift(triples);
  const keyShift = filterShift(keys);
  const twos: number[] = [];
  const singles: number[] = [];
  for (let label = 0; label < labels.length; label += 1) {
    const text = labels[label] as string;
    const { length } = text;
    if (length === 0) throw new RangeError('a label is empty');
    let sum = sumOfOne(text.charCodeAt(0));
    if (length === 1) singles.push(text.charCodeAt(0));
    if (length > 1) sum = withSecond(sum, text.charCodeAt(1));
    if (length === 2) twos.push(sum);
    if (length > 2) {
      sum = withThird(sum, text.charCodeAt(2));
      setBit(triples, sum >>> tripleShift);
      if (length > 3) sum = withFourth(sum, text.charCodeAt(3));
      if (length > 4) sum = withFifth(sum, text.charCodeAt(4));
      setBit(keys, sum >>> keyShift);
    }
    sums[label] = sum;
  }
  const pairs = emptyFilter(twos.length * SPARSE.pairs);
  const pairShift = filterShift(pairs);
  for (const sum of twos) setBit(pairs, sum >>> pairShift);
  return { sums, keys, pairs, triples, singles: Uint16Array.from(singles) };
}

interface Filed {
  /** Of the key of each label; changed where it is filed deeper. */
  readonly sums: Int32Array;
  readonly keys: Uint32Array;
  /** One for each slot, all 0; left so. */
  readonly counts: Int32Array;
  readonly shift: number;
}

/** Files labels deeper where many share a slot. @returns the level of each label, and the slots they have left */
function fileDeeper(labels: readonly string[], { sums, keys, counts, shift }: Filed) {
  const levels = new Uint8Array(labels.length);
  const deep = new Set<number>();
  const keyShift = filterShift(keys);
  let longer: number[] = [];
  for (let label = 0; label < labels.length; label += 1)
    if ((labels[label] as string).length > WHOLE) longer.push(label);
  for (let level = 1, taken = WHOLE; longer.length > 0 && level < MOST_LEVELS; level += 1) {
    const slotOf = (label: number): number => (sums[label] as number) >>> shift;
    for (const label of longer) (counts[slotOf(label)] as number)++;
    const moved = longer.filter((label) => (counts[slotOf(label)] as number) > MANY);
    for (const label of longer) counts[slotOf(label)] = 0;
    for (const label of moved) deep.add(slotOf(label));
    for (const label of moved) {
      const text = labels[label] as string;
      let sum = sums[label] as number;
      for (let at = taken; at < Math.min(text.length, taken + STEP); at += 1)
        sum = withLater(sum, text.charCodeAt(at));
      sums[label] = sum;
      levels[label] = level;
      setBit(keys, sum >>> keyShift);
    }
    taken += STEP;
    longer = moved.filter((label) => (labels[label] as string).length > taken);
  }
  return { levels, deep };
}

/** Numbers of the labels, the longest first. */
function longestFirst(labels: readonly string[]): Uint32Array {
  const most = labels.reduce((longest, { length }) => Math.max(longest, length), 0);
  const ends = new Uint32Array(most + 1);
  for (const { length } of labels) (ends[most - length] as number)++;
  for (let rank = 1; rank <= most; rank += 1) (ends[rank] as number) += ends[rank - 1] as number;
  const order = new Uint32Array(labels.length);
  for (let label = labels.length - 1; label >= 0; label -= 1) {
    const rank = most - (labels[label] as string).length;
    const place = (ends[rank] as number) - 1;
    ends[rank] = place;
    order[place] = label;
  }
  return order;
}

/** Labels and their units in the order of the slots. */
function layOut(labels: readonly string[], order: Uint32Array, levels: Uint8Array) {
  let size = 0;
  for (let label = 0; label < labels.length; label += 1) size += (labels[label] as string).length;
  const text = new Uint16Array(size);
  const entries = new Int32Array(2 * labels.length + 2);
  let at = 0;
  for (let place = 0; place < order.length; place += 1) {
    const number = order[place] as number;
    const label = labels[number] as string;
    entries[2 * place] = number | ((levels[number] as number) << LABEL_BITS);
    entries[2 * place + 1] = at;
    for (let unit = 0; unit < label.length; unit += 1) text[at + unit] = label.charCodeAt(unit);
    at += label.length;
  }
  entries[2 * order.length + 1] = at;
  return { entries, text };
}

function emptyFilter(bits: number): Uint32Array {
  const power = Math.ceil(Math.log2(bits + 1));
  return new Uint32Array(2 ** (Math.min(MOST_POWER, Math.max(LEAST_POWER, power)) - 5));
}

function setBit(filter: Uint32Array, bit: number): void {
  filter[bit >>> 5] = (filter[bit >>> 5] as number) | (1 << (bit & 31));
}
