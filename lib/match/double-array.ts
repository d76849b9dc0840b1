/** The two arrays of the trie while it is built: finds room for the children of a node. */
import { FREE, ROOT } from './automaton.ts';

/** Owner of the root's own slot. */
const TAKEN = -2;
/** How many free slots are tried before the search begins further up for good. */
const PATIENCE = 24;

export class DoubleArray {
  #base: Int32Array;
  #check: Int32Array;
  /** No slot before this one is looked at again. */
  #cursor = 1;
  #top = 1;
  readonly #widest: number;

  /**
   * @param slots a guess at the number of nodes
   * @param codes number of codes, 0 included: how far behind its base a child can lie
   */
  constructor(slots: number, codes: number) {
    this.#widest = codes;
    this.#base = new Int32Array(slots + codes);
    this.#check = new Int32Array(slots + codes).fill(FREE);
    this.#check[ROOT] = TAKEN;
  }

  /** Gives `node` children for the first `count` of `codes` (ascending). @returns the node's base */
  place(node: number, codes: Uint16Array, count: number): number {
    const first = codes[0] as number;
    while (this.#cursor < this.#check.length && this.#check[this.#cursor] !== FREE) this.#cursor += 1;
    let slot = Math.max(this.#cursor, first);
    for (let failed = 0; ; slot += 1) {
      this.#reserve(slot + this.#widest);
      if (this.#check[slot] !== FREE) continue;
      if (this.#fits(slot - first, codes, count)) break;
      failed += 1;
      if (failed === PATIENCE) this.#cursor = slot;
    }
    const base = slot - first;
    this.#base[node] = base;
    for (let index = 0; index < count; index += 1) this.#check[base + (codes[index] as number)] = node;
    this.#top = Math.max(this.#top, base + (codes[count - 1] as number));
    return base;
  }

  #fits(base: number, codes: Uint16Array, count: number): boolean {
    for (let index = 1; index < count; index += 1) {
      if (this.#check[base + (codes[index] as number)] !== FREE) return false;
    }
    return true;
  }

  setLeaf(slot: number, label: number): void {
    this.#base[slot] = ~label;
  }

  /** The arrays, cut to what is used; a child looked for behind the last node is still inside. */
  finish(): { base: Int32Array; check: Int32Array } {
    const size = this.#top + this.#widest + 1;
    this.#reserve(size);
    return { base: this.#base.slice(0, size), check: this.#check.slice(0, size) };
  }

  #reserve(size: number): void {
    if (size < this.#check.length) return;
    const room = size + (size >> 1) + 1;
    const base = new Int32Array(room);
    const check = new Int32Array(room).fill(FREE);
    base.set(this.#base);
    check.set(this.#check);
    this.#base = base;
    this.#check = check;
  }
}
