/**
 * Finds every occurrence of every label in folded text: a double-array trie whose thin branches are cut off and kept
 * as plain text (the tails), behind filters on the first units that turn away most positions at one or two looks.
 *
 * A slot of the double array is a node; the child of node `s` for unit code `c` is slot `base[s] + c` when
 * `check[…] === s`. Code 0 stands for "a label ends here". A negative base is a leaf: `~base` is the place of its
 * first label in `labels`, whose upper bits say how many more belong to it. The first two units that are left of the
 * label at place `p` are `heads[p]`, the first in its upper half; 0 stands for each that is missing. The others stand in
 * `tail` between `tailStarts[p]` and `tailStarts[p + 1]`. A leaf is in the order of the heads, so that most of it is never
 * looked at, then of length.
 */

export interface Automaton {
  /** For each slot its base, then its check: both are asked for together, and so lie together in memory. */
  readonly nodes: Int32Array;
  /** Label numbers in the order of the leaves; in the upper `32 - LABEL_BITS` bits how many follow in the leaf. */
  readonly labels: Uint32Array;
  readonly heads: Uint32Array;
  readonly tail: Uint16Array;
  /** One entry a label, and one more. */
  readonly tailStarts: Uint32Array;
  /** Units that occur in labels, most frequent first; the code of `alphabet[i]` is `i + 1`. */
  readonly alphabet: Uint16Array;
  /** A bit for each hashed pair of first units: small enough to stay near the processor. Its size is a power of two. */
  readonly pairs: Uint32Array;
  /** A bit for each hashed beginning: three units, or both units of a label of two. Its size is a power of two. */
  readonly filter: Uint32Array;
  /** Labels of a single unit, which the filter cannot let through. */
  readonly singles: Uint16Array;
  /** By unit: its code, or 0. Derived from the alphabet. */
  readonly codes: Uint16Array;
}

export type StoredAutomaton = Omit<Automaton, 'codes'>;

export const ROOT = 0;
/** The unit that no label contains. */
const BREAK = 0;
/** Owner of a slot that nothing uses. */
export const FREE = -1;
export const LABEL_BITS = 27;
const LABEL = 2 ** LABEL_BITS - 1;

/** Occurrences as triples: start, end (exclusive, normal offsets), label. Grows as needed. */
export interface Hits {
  values: Int32Array;
  /** Used values: three for each occurrence. */
  length: number;
}

export const emptyHits = (): Hits => ({ values: new Int32Array(3 * 256), length: 0 });

/**
 * Sums that hash a beginning: `pairSum` for a label of two units, `tripleSum` added for a longer one. The bit of the
 * filter is the sum `>>> shift`, where `shift` is what `filterShift` says.
 */
export const pairSum = (first: number, second: number): number =>
  (Math.imul(first, 0x9e3779b1) + Math.imul(second, 0x85ebca6b)) | 0;
export const tripleSum = (third: number): number => Math.imul(third, 0xc2b2ae35);

export const filterShift = (filter: Uint32Array): number => 32 - Math.log2(filter.length * 32);

export function codesOf(alphabet: Uint16Array): Uint16Array {
  const codes = new Uint16Array(0x10000);
  for (let index = 0; index < alphabet.length; index += 1) codes[alphabet[index] as number] = index + 1;
  return codes;
}

/** Derives what is not stored. */
export const completed = (stored: StoredAutomaton): Automaton => ({
  ...stored,
  codes: codesOf(stored.alphabet),
});

/**
 * Adds all occurrences between `from` and `to` to `hits`: by start, then from the shortest label to the longest.
 *
 * `units[to]` must exist and belong to no label, as the break behind every text does: a label that goes on behind it is
 * not found.
 */
export function scan(automaton: Automaton, units: Uint16Array, from: number, to: number, hits: Hits): void {
  const { pairs, filter, singles } = automaton;
  const pairShift = filterShift(pairs);
  const shift = filterShift(filter);
  const alone = singles.length > 0;
  let first = units[from] as number;
  let second = from < to ? (units[from + 1] as number) : 0;
  for (let start = from; start < to; start += 1) {
    const third = start + 2 <= to ? (units[start + 2] as number) : 0;
    const sum = pairSum(first, second);
    const pair = sum >>> pairShift;
    if ((((pairs[pair >>> 5] as number) >>> (pair & 31)) & 1) !== 0) {
      const two = sum >>> shift;
      const three = (sum + tripleSum(third)) >>> shift;
      const bits =
        ((filter[two >>> 5] as number) >>> (two & 31)) | ((filter[three >>> 5] as number) >>> (three & 31));
      if ((bits & 1) !== 0 || (alone && singles.includes(first))) walk(automaton, units, start, hits);
    } else if (alone && singles.includes(first)) walk(automaton, units, start, hits);
    first = second;
    second = third;
  }
}

/** The number of a folded label; `undefined` where it is none of the automaton's. */
export function numberOf(automaton: Automaton, label: string): number | undefined {
  const units = new Uint16Array(label.length + 1);
  for (let at = 0; at < label.length; at += 1) units[at] = label.charCodeAt(at);
  const hits = emptyHits();
  scan(automaton, units, 0, label.length, hits);
  for (let at = 0; at < hits.length; at += 3)
    if (hits.values[at] === 0 && hits.values[at + 1] === label.length) return hits.values[at + 2];
  return undefined;
}

/** Adds the labels that begin at `start`. */
function walk(automaton: Automaton, units: Uint16Array, start: number, hits: Hits): void {
  const { nodes, codes } = automaton;
  let node = ROOT;
  let at = start;
  for (;;) {
    const below = nodes[2 * node] as number;
    if (below < 0) {
      addLeaf(automaton, ~below, units, start, at, hits);
      return;
    }
    if (nodes[2 * below + 1] === node && at > start)
      addLeaf(automaton, ~(nodes[2 * below] as number), units, start, at, hits);
    const code = codes[units[at] as number] as number;
    const next = below + code;
    if (code === 0 || nodes[2 * next + 1] !== node) return;
    node = next;
    at += 1;
  }
}

function addLeaf(
  { labels, heads, tail, tailStarts }: Automaton,
  leaf: number,
  units: Uint16Array,
  start: number,
  at: number,
  hits: Hits,
): void {
  const last = leaf + ((labels[leaf] as number) >>> LABEL_BITS);
  let place = leaf;
  if (heads[place] === 0) {
    push(hits, start, at, (labels[place] as number) & LABEL);
    place += 1;
  }
  const unit = units[at] as number;
  if (unit === BREAK) return;
  const one = unit * 0x1_0000;
  while (place <= last && (heads[place] as number) < one) place += 1;
  if (place <= last && heads[place] === one) {
    push(hits, start, at + 1, (labels[place] as number) & LABEL);
    place += 1;
  }
  const two = one + (units[at + 1] as number);
  while (place <= last && (heads[place] as number) < two) place += 1;
  for (; place <= last && heads[place] === two; place += 1) {
    const tailEnd = tailStarts[place + 1] as number;
    let rest = tailStarts[place] as number;
    let end = at + 2;
    while (rest < tailEnd && units[end] === tail[rest]) {
      rest += 1;
      end += 1;
    }
    if (rest === tailEnd) push(hits, start, end, (labels[place] as number) & LABEL);
  }
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
