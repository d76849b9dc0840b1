/** The filters of the automaton: bits that say how labels begin. */
import { filterShift, pairSum, tripleSum } from './automaton.ts';
import type { LabelUnits } from './build.ts';

/** Bits for each entry: sparse enough that one position in sixteen passes by chance. */
const SPARSE = 16;
const LEAST_POWER = 10;
/** A larger filter falls out of the processor's cache. */
const MOST_POWER = 23;

export interface Filters {
  readonly pairs: Uint32Array;
  readonly filter: Uint32Array;
  readonly singles: Uint16Array;
}

export function buildFilters({ units, starts }: LabelUnits): Filters {
  const labels = starts.length - 1;
  const filter = emptyFilter(labels);
  /** Before its size is known: far fewer pairs than labels are different. */
  const wide = emptyFilter(labels);
  const shift = filterShift(filter);
  const sums = new Int32Array(labels);
  const singles: number[] = [];
  let different = 0;
  let longer = 0;
  for (let label = 0; label < labels; label += 1) {
    const start = starts[label] as number;
    const length = (starts[label + 1] as number) - start;
    if (length === 1) {
      singles.push(units[start] as number);
      continue;
    }
    const sum = pairSum(units[start] as number, units[start + 1] as number);
    setBit(filter, shift, length === 2 ? sum : sum + tripleSum(units[start + 2] as number));
    if (setBit(wide, shift, sum)) different += 1;
    sums[longer] = sum;
    longer += 1;
  }
  const pairs = emptyFilter(different);
  const pairShift = filterShift(pairs);
  for (let index = 0; index < longer; index += 1) setBit(pairs, pairShift, sums[index] as number);
  return { pairs, filter, singles: Uint16Array.from(singles) };
}

function emptyFilter(entries: number): Uint32Array {
  const power = Math.ceil(Math.log2(entries * SPARSE + 1));
  return new Uint32Array(2 ** (Math.min(MOST_POWER, Math.max(LEAST_POWER, power)) - 5));
}

/** @returns whether the bit was not set before */
function setBit(filter: Uint32Array, shift: number, sum: number): boolean {
  const bit = sum >>> shift;
  const word = filter[bit >>> 5] as number;
  filter[bit >>> 5] = word | (1 << (bit & 31));
  return (word & (1 << (bit & 31))) === 0;
}
