/** Puts the labels of a node in groups by their next unit. */
import type { Automaton } from './automaton.ts';
import type { LabelUnits } from './build.ts';

export interface Groups {
  /** Codes of the groups, ascending; 0 is the label that ends here. */
  readonly groupCodes: Uint16Array;
  /** Where each group ends in the order of labels; it begins where the one before it ends. */
  readonly groupEnds: Uint32Array;
  readonly count: number;
}

/** From this number on counting beats sorting by insertion. */
const MANY = 24;

/**
 * @param order labels; the part that is grouped is put in order in place
 * @returns groups `order[from … to)` by the code of the unit at `depth`; the arrays returned are used again
 */
export function createGrouper(
  { units, starts }: LabelUnits,
  { codes, alphabet }: Pick<Automaton, 'codes' | 'alphabet'>,
  order: Uint32Array,
) {
  const widest = alphabet.length + 1;
  const groupCodes = new Uint16Array(widest);
  const groupEnds = new Uint32Array(widest);
  const keys = new Uint16Array(order.length);
  const sorted = new Uint32Array(order.length);
  const counts = new Uint32Array(widest);

  const readKeys = (from: number, to: number, depth: number): number => {
    let largest = 0;
    for (let at = from; at < to; at += 1) {
      const label = order[at] as number;
      const unit = (starts[label] as number) + depth;
      const code = unit < (starts[label + 1] as number) ? (codes[units[unit] as number] as number) : 0;
      keys[at] = code;
      if (code > largest) largest = code;
    }
    return largest;
  };

  const insertionSort = (from: number, to: number): number => {
    for (let at = from + 1; at < to; at += 1) {
      const key = keys[at] as number;
      const label = order[at] as number;
      let hole = at;
      while (hole > from && (keys[hole - 1] as number) > key) {
        keys[hole] = keys[hole - 1] as number;
        order[hole] = order[hole - 1] as number;
        hole -= 1;
      }
      keys[hole] = key;
      order[hole] = label;
    }
    let count = 0;
    for (let at = from; at < to; at += 1) {
      if (at === from || keys[at] !== keys[at - 1]) {
        groupCodes[count] = keys[at] as number;
        count += 1;
      }
      groupEnds[count - 1] = at + 1;
    }
    return count;
  };

  const countingSort = (from: number, to: number, largest: number): number => {
    counts.fill(0, 0, largest + 1);
    for (let at = from; at < to; at += 1) (counts[keys[at] as number] as number)++;
    let count = 0;
    let begin = from;
    for (let code = 0; code <= largest; code += 1) {
      const size = counts[code] as number;
      if (size === 0) continue;
      counts[code] = begin;
      begin += size;
      groupCodes[count] = code;
      groupEnds[count] = begin;
      count += 1;
    }
    for (let at = from; at < to; at += 1) {
      const place = counts[keys[at] as number] as number;
      counts[keys[at] as number] = place + 1;
      sorted[place] = order[at] as number;
    }
    order.set(sorted.subarray(from, to), from);
    return count;
  };

  return (from: number, to: number, depth: number): Groups => {
    const largest = readKeys(from, to, depth);
    const count = to - from < MANY ? insertionSort(from, to) : countingSort(from, to, largest);
    return { groupCodes, groupEnds, count };
  };
}
