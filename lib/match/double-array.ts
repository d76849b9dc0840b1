/** The two arrays of the trie while it is built: finds room for the children of a node. */
import { FREE, ROOT } from './automaton.ts';

/** Owner of the root's own slot. */
const TAKEN = -2;
/** How many free slots are tried before those passed are left to smaller families: a little room for much time. */
const PATIENCE = 16;

export class DoubleArray {
  #base: Int32Array;
  #check: Int32Array;
  /** For each slot the first one not below it that may be free; shortened as it is followed. */
  #next: Int32Array;
  /** By size of family (bits of its number of children), the slot where the search for room begins. */
  readonly #floors = new Int32Array(17).fill(1);
  #top = 1;
  readonly #widest: number;

  /**
   * @param slots a guess at the number of nodes
   * @param codes number of codes, 0 included: how far behind its base a child can lie
   */
  constructor(slots: number, codes: number) {
    this.#widest = codes;
    const room = slots + 2 * codes;
    this.#base = new Int32Array(room);
    this.#check = new Int32Array(room).fill(FREE);
    this.#next = new Int32Array(room).map((_, slot) => slot);
    this.#check[ROOT] = TAKEN;
  }

  /** Gives `node` children for the first `count` of `codes` (ascending). @returns the node's base */
  place(node: number, codes: Uint16Array, count: number): number {
    const first = codes[0] as number;
    const last = codes[count - 1] as number;
    const size = 32 - Math.clz32(count);
    let slot = this.#freeFrom(Math.max(this.#floors[size] as number, first));
    for (let failed = 1; ; failed += 1) {
      this.#reserve(slot - first + last + 1);
      if (this.#fits(slot - first, codes, count)) break;
      if (failed % PATIENCE === 0) this.#floors[size] = slot;
      slot = this.#freeFrom(slot + 1);
    }
    const base = slot - first;
    this.#base[node] = base;
    for (let index = 0; index < count; index += 1) {
      const child = base + (codes[index] as number);
      this.#check[child] = node;
      this.#next[child] = child + 1;
    }
    this.#top = Math.max(this.#top, base + last);
    return base;
  }

  #freeFrom(from: number): number {
    const next = this.#next;
    let slot = from;
    while (slot < next.length && next[slot] !== slot) {
      const further = next[slot] as number;
      if (further < next.length) next[slot] = next[further] as number;
      slot = further;
    }
    if (slot >= next.length) this.#reserve(slot + 1);
    return slot;
  }

  #fits(base: number, codes: Uint16Array, count: number): boolean {
    const check = this.#check;
    for (let index = 1; index < count; index += 1) {
      if (check[base + (codes[index] as number)] !== FREE) return false;
    }
    return true;
  }

  setLeaf(slot: number, label: number): void {
    this.#base[slot] = ~label;
  }

  /** Base and check of each slot in use, side by side; a child looked for behind the last node is still inside. */
  finish(): Int32Array {
    const size = this.#top + this.#widest + 1;
    this.#reserve(size);
    const nodes = new Int32Array(2 * size);
    for (let slot = 0; slot < size; slot += 1) {
      nodes[2 * slot] = this.#base[slot] as number;
      nodes[2 * slot + 1] = this.#check[slot] as number;
    }
    return nodes;
  }

  #reserve(size: number): void {
    const old = this.#check.length;
    if (size <= old) return;
    const room = size + (size >> 1);
    const base = new Int32Array(room);
    const check = new Int32Array(room).fill(FREE);
    const next = new Int32Array(room);
    base.set(this.#base);
    check.set(this.#check);
    next.set(this.#next);
    for (let slot = old; slot < room; slot += 1) next[slot] = slot;
    this.#base = base;
    this.#check = check;
    this.#next = next;
  }
}
