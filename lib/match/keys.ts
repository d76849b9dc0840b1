/**
 * How beginnings of labels are hashed. The sum of a beginning, its upper bits, is its place in a table.
 *
 * A label is filed under its key. At level 0 that is the whole label, or its first five units where it is longer. Where
 * many longer ones share a key they are filed a level deeper, under up to four units more; and so on.
 */

/** Units of the longest key at level 0, and how many more there are at each level below. */
export const WHOLE = 5;
export const STEP = 4;

const FIRST = 0x9e3779b1;
const SECOND = 0x85ebca6b;
const THIRD = 0xc2b2ae35;
const FOURTH = 0x27d4eb2f;
const FIFTH = 0x165667b1;

export const sumOfOne = (first: number): number => Math.imul(first, FIRST);
/** Each adds one unit to the sum of those before it. */
export const withSecond = (sum: number, second: number): number => (sum + Math.imul(second, SECOND)) | 0;
export const withThird = (sum: number, third: number): number => (sum + Math.imul(third, THIRD)) | 0;
export const withFourth = (sum: number, fourth: number): number => (sum + Math.imul(fourth, FOURTH)) | 0;
export const withFifth = (sum: number, fifth: number): number => (sum + Math.imul(fifth, FIFTH)) | 0;
export const withLater = (sum: number, later: number): number =>
  (Math.imul(sum, FIRST) + Math.imul(later, SECOND)) | 0;

/** What a sum is shifted by to be a place in a table of `size`, a power of two. */
export const shiftFor = (size: number): number => Math.clz32(size) + 1;

/** A filter is a table of bits. */
export const filterShift = (filter: Uint32Array): number => shiftFor(filter.length * 32);

/** 1 where the filter lets the bit through, else 0. */
export const bitOf = (filter: Uint32Array, bit: number): number =>
  ((filter[bit >>> 5] as number) >>> (bit & 31)) & 1;
