/**
 * Builds the automaton of `automaton.ts` from folded labels.
 *
 * Labels are never sorted as strings: each node's labels are grouped by their next unit, most of them fall apart into
 * single labels after two or three units, and what is left of those goes to the tail.
 */
import { type Automaton, completed, filterShift, pairBit, ROOT } from './automaton.ts';
import { DoubleArray } from './double-array.ts';

/** Labels laid behind one another. */
interface LabelUnits {
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
}

/** A node that still has to be laid out: its labels are `order[from … to)`, all alike for `depth` units. */
interface Pending {
  readonly node: number;
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/**
 * @param labels folded, distinct and not empty; a hit's label is the index in this list
 * @throws {RangeError} for an empty label
 */
export function buildAutomaton(labels: readonly string[]): Automaton {
  const text = layOut(labels);
  const { alphabet, codes } = countUnits(text);
  const array = new DoubleArray(labels.length + alphabet.length + 2, alphabet.length + 1);
  /** For each label, how many units the trie has taken. */
  const taken = new Uint16Array(labels.length);
  const order = Uint32Array.from(labels.keys());
  const grouper = createGrouper(text, codes, order);

  const pending: Pending[] = labels.length > 0 ? [{ node: ROOT, from: 0, to: labels.length, depth: 0 }] : [];
  for (let work = pending.pop(); work !== undefined; work = pending.pop()) {
    const { node, from, to, depth } = work;
    const { groupCodes, groupEnds, count } = grouper(from, to, depth);
    const base = array.place(node, groupCodes, count);
    let begin = from;
    for (let group = 0; group < count; group += 1) {
      const end = groupEnds[group] as number;
      const child = base + (groupCodes[group] as number);
      if (end - begin === 1) {
        const label = order[begin] as number;
        array.setLeaf(child, label);
        taken[label] = depth + (groupCodes[group] === 0 ? 0 : 1);
      } else {
        pending.push({ node: child, from: begin, to: end, depth: depth + 1 });
      }
      begin = end;
    }
  }
  const { tail, tailStarts } = cutTails(text, taken);
  const { base, check } = array.finish();
  return completed({ base, check, tail, tailStarts, alphabet, ...buildFilter(text) });
}

function layOut(labels: readonly string[]): LabelUnits {
  const starts = new Uint32Array(labels.length + 1);
  let size = 0;
  for (let index = 0; index < labels.length; index += 1) {
    const length = (labels[index] as string).length;
    if (length === 0) throw new RangeError('a label is empty');
    size += length;
    starts[index + 1] = size;
  }
  const units = new Uint16Array(size);
  let at = 0;
  for (const label of labels) {
    for (let index = 0; index < label.length; index += 1) units[at + index] = label.charCodeAt(index);
    at += label.length;
  }
  return { units, starts };
}

function countUnits({ units }: LabelUnits): { alphabet: Uint16Array; codes: Uint16Array } {
  const counts = new Uint32Array(0x10000);
  for (let index = 0; index < units.length; index += 1) (counts[units[index] as number] as number)++;
  // Count and unit in one number, so that the numeric sort of typed arrays orders by count.
  const keys: number[] = [];
  for (let unit = 0; unit < counts.length; unit += 1) {
    if (counts[unit] !== 0) keys.push((counts[unit] as number) * 0x10000 + (0xffff - unit));
  }
  const alphabet = Uint16Array.from(
    Float64Array.from(keys).sort().reverse(),
    (key) => 0xffff - (key % 0x10000),
  );
  const codes = new Uint16Array(0x10000);
  for (let index = 0; index < alphabet.length; index += 1) codes[alphabet[index] as number] = index + 1;
  return { alphabet, codes };
}

/** Groups `order[from … to)` by the code of the unit at `depth`, codes ascending; the arrays are used again. */
function createGrouper({ units, starts }: LabelUnits, codes: Uint16Array, order: Uint32Array) {
  const groupCodes = new Uint16Array(0x10000);
  const groupEnds = new Uint32Array(0x10000);
  const keys = new Float64Array(order.length);
  const SMALL = 24;

  return (from: number, to: number, depth: number) => {
    for (let at = from; at < to; at += 1) {
      const label = order[at] as number;
      const unit = (starts[label] as number) + depth;
      const code = unit < (starts[label + 1] as number) ? (codes[units[unit] as number] as number) : 0;
      keys[at] = code * 0x1_0000_0000 + label;
    }
    if (to - from > SMALL) keys.subarray(from, to).sort();
    else sortFew(keys, from, to);

    let count = 0;
    let last = -1;
    for (let at = from; at < to; at += 1) {
      const key = keys[at] as number;
      const code = Math.floor(key / 0x1_0000_0000);
      order[at] = key - code * 0x1_0000_0000;
      if (code !== last) {
        groupCodes[count] = code;
        last = code;
        count += 1;
      }
      groupEnds[count - 1] = at + 1;
    }
    return { groupCodes, groupEnds, count };
  };
}

function sortFew(keys: Float64Array, from: number, to: number): void {
  for (let at = from + 1; at < to; at += 1) {
    const key = keys[at] as number;
    let hole = at;
    while (hole > from && (keys[hole - 1] as number) > key) {
      keys[hole] = keys[hole - 1] as number;
      hole -= 1;
    }
    keys[hole] = key;
  }
}

function cutTails({ units, starts }: LabelUnits, taken: Uint16Array) {
  const tailStarts = new Uint32Array(taken.length + 1);
  let size = 0;
  for (let label = 0; label < taken.length; label += 1) {
    size += (starts[label + 1] as number) - (starts[label] as number) - (taken[label] as number);
    tailStarts[label + 1] = size;
  }
  const tail = new Uint16Array(size);
  for (let label = 0; label < taken.length; label += 1) {
    const from = (starts[label] as number) + (taken[label] as number);
    const to = starts[label + 1] as number;
    let place = tailStarts[label] as number;
    for (let at = from; at < to; at += 1) {
      tail[place] = units[at] as number;
      place += 1;
    }
  }
  return { tail, tailStarts };
}

/** Sixteen bits a label keep the filter sparse; beyond 2^23 bits it would fall out of the processor's cache. */
function buildFilter({ units, starts }: LabelUnits): { filter: Uint32Array; singles: Uint16Array } {
  const labels = starts.length - 1;
  const power = Math.min(23, Math.max(13, Math.ceil(Math.log2(labels * 16 + 1))));
  const filter = new Uint32Array(2 ** (power - 5));
  const shift = filterShift(filter);
  const singles: number[] = [];
  for (let label = 0; label < labels; label += 1) {
    const start = starts[label] as number;
    if ((starts[label + 1] as number) - start === 1) {
      singles.push(units[start] as number);
      continue;
    }
    const bit = pairBit(units[start] as number, units[start + 1] as number, shift);
    (filter[bit >>> 5] as number) |= 1 << (bit & 31);
  }
  return { filter, singles: Uint16Array.from(singles) };
}
