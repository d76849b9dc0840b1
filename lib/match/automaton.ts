/**
 * Finds every occurrence of every label in folded text: a double-array trie whose single-label branches are cut off
 * and kept as plain text (the tail), behind a filter on pairs of units that turns away most positions at one look.
 *
 * A slot of the double array is a node; the child of node `s` for unit code `c` is slot `base[s] + c` when
 * `check[…] === s`. Code 0 stands for "a label ends here". A negative base is a leaf: `~base` is the label, whose
 * remaining units stand in `tail` between `tailStarts[label]` and `tailStarts[label + 1]`.
 */

export interface Automaton {
  readonly base: Int32Array;
  readonly check: Int32Array;
  readonly tail: Uint16Array;
  /** One entry a label, and one more. */
  readonly tailStarts: Uint32Array;
  /** Units that occur in labels, most frequent first; the code of `alphabet[i]` is `i + 1`. */
  readonly alphabet: Uint16Array;
  /** A bit for each hashed pair of first two units; its size is a power of two. */
  readonly filter: Uint32Array;
  /** Labels of a single unit, which no filter on pairs can let through. */
  readonly singles: Uint16Array;
  /** By unit: its code, or 0. Derived from the alphabet. */
  readonly codes: Uint16Array;
}

export type StoredAutomaton = Omit<Automaton, 'codes'>;

export const ROOT = 0;
/** Owner of a slot that nothing uses. */
export const FREE = -1;

/** Occurrences as triples: start, end (exclusive, normal offsets), label. Grows as needed. */
export interface Hits {
  values: Int32Array;
  /** Used values: three for each occurrence. */
  length: number;
}

export const emptyHits = (): Hits => ({ values: new Int32Array(3 * 256), length: 0 });

/** The bit of the filter that stands for a pair; `shift` is 32 minus the binary logarithm of the number of bits. */
export const pairBit = (first: number, second: number, shift: number): number =>
  Math.imul((first << 16) ^ second ^ (first >>> 3), 0x9e3779b1) >>> shift;

export const filterShift = (filter: Uint32Array): number => 32 - Math.log2(filter.length * 32);

/** Derives what is not stored. */
export function completed(stored: StoredAutomaton): Automaton {
  const codes = new Uint16Array(0x10000);
  for (let index = 0; index < stored.alphabet.length; index += 1) {
    codes[stored.alphabet[index] as number] = index + 1;
  }
  return { ...stored, codes };
}

/**
 * Adds all occurrences between `from` and `to` to `hits`: by start, then from the shortest label to the longest.
 *
 * `units[to]` must exist and belong to no label, as the break behind every text does.
 */
export function scan(automaton: Automaton, units: Uint16Array, from: number, to: number, hits: Hits): void {
  const { base, check, tail, tailStarts, codes, filter, singles } = automaton;
  const alone = singles.length > 0;
  const shift = filterShift(filter);
  for (let start = from; start < to; start += 1) {
    const bit = pairBit(units[start] as number, units[start + 1] as number, shift);
    if (((filter[bit >>> 5] as number) & (1 << (bit & 31))) === 0) {
      if (!alone || !singles.includes(units[start] as number)) continue;
    }

    let node = ROOT;
    let at = start;
    for (;;) {
      const below = base[node] as number;
      if (at > start && check[below] === node) push(hits, start, at, ~(base[below] as number));
      const code = codes[units[at] as number] as number;
      if (code === 0) break;
      const next = below + code;
      if (check[next] !== node) break;
      node = next;
      at += 1;
      const reached = base[node] as number;
      if (reached >= 0) continue;
      const label = ~reached;
      const tailEnd = tailStarts[label + 1] as number;
      let rest = tailStarts[label] as number;
      let end = at;
      while (rest < tailEnd && units[end] === tail[rest]) {
        rest += 1;
        end += 1;
      }
      if (rest === tailEnd) push(hits, start, end, label);
      break;
    }
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
