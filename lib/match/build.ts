/**
 * Builds the automaton of `automaton.ts` from folded labels.
 *
 * Labels are never sorted as strings: each node's labels are grouped by their next unit, until so few are left
 * together that comparing them one by one is as quick as another node; what is left of those goes to the tail.
 */
import { type Automaton, codesOf, LABEL_BITS, ROOT } from './automaton.ts';
import { DoubleArray } from './double-array.ts';
import { buildFilters } from './filters.ts';
import { createGrouper } from './grouper.ts';

/** Labels laid behind one another. */
export interface LabelUnits {
  readonly units: Uint16Array;
  readonly starts: Uint32Array;
}

/** Most labels that share a leaf, at most 32: fewer make the arrays larger, more make the comparison longer. */
const LEAF = 32;

/**
 * @param labels folded, distinct and not empty; a hit's label is the index in this list
 * @throws {RangeError} for an empty label
 */
export function buildAutomaton(labels: readonly string[]): Automaton {
  const text = layOut(labels);
  const alphabet = alphabetOf(text);
  const codes = codesOf(alphabet);
  const array = new DoubleArray(labels.length, alphabet.length + 1);
  /** Labels in the order of the leaves; for each, how many units the trie has taken. */
  const order = new Uint32Array(labels.length).map((_, label) => label);
  const taken = new Uint16Array(labels.length);
  const heads = new Uint32Array(labels.length);
  const group = createGrouper(text, { codes, alphabet }, order);

  // Nodes that still have to be laid out: node, first and last label in `order`, units they have in common. Large ones
  // first, so that the families of small ones fill the holes that are left.
  const pending = createPending();
  if (labels.length > 0) pending.add(ROOT, 0, labels.length, 0);
  for (let work = pending.largest(); work !== undefined; work = pending.largest()) {
    const [node, from, to, depth] = work;
    const { groupCodes, groupEnds, count } = group(from, to, depth);
    const base = array.place(node, groupCodes, count);
    let begin = from;
    for (let index = 0; index < count; index += 1) {
      const end = groupEnds[index] as number;
      const code = groupCodes[index] as number;
      if (end - begin <= LEAF) {
        array.setLeaf(base + code, begin);
        const common = depth + (code === 0 ? 0 : 1);
        orderLeaf(text, { order, heads }, [begin, end, common]);
        taken.fill(common, begin, end);
        (order[begin] as number) += (end - begin - 1) * 2 ** LABEL_BITS;
      } else {
        pending.add(base + code, begin, end, depth + 1);
      }
      begin = end;
    }
  }
  return {
    nodes: array.finish(),
    labels: order,
    heads,
    ...cutTails(text, order, taken),
    alphabet,
    ...buildFilters(text),
    codes,
  };
}

type Work = readonly [node: number, from: number, to: number, depth: number];

function createPending() {
  const bySize: Work[][] = Array.from({ length: 33 }, () => []);
  return {
    add(node: number, from: number, to: number, depth: number): void {
      bySize[32 - Math.clz32(to - from)]?.push([node, from, to, depth]);
    },
    largest(): Work | undefined {
      return bySize.findLast((works) => works.length > 0)?.pop();
    },
  };
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
  for (let index = 0; index < labels.length; index += 1) {
    const label = labels[index] as string;
    for (let unit = 0; unit < label.length; unit += 1) units[at + unit] = label.charCodeAt(unit);
    at += label.length;
  }
  return { units, starts };
}

/** Units that occur, most frequent first. */
function alphabetOf({ units }: LabelUnits): Uint16Array {
  const counts = new Uint32Array(0x10000);
  for (let index = 0; index < units.length; index += 1) (counts[units[index] as number] as number)++;
  // Count and unit in one number, so that the numeric sort of typed arrays orders by count.
  const keys: number[] = [];
  for (let unit = 0; unit < counts.length; unit += 1) {
    if (counts[unit] !== 0) keys.push((counts[unit] as number) * 0x10000 + (0xffff - unit));
  }
  return Uint16Array.from(Float64Array.from(keys).sort().reverse(), (key) => 0xffff - (key % 0x10000));
}

/**
 * Puts the labels of a leaf in order: by head (see `automaton.ts`), so that those that end there come first, then by
 * length.
 *
 * @param heads is given the head of each place
 * @param common how many units the trie has taken
 */
function orderLeaf(
  { units, starts }: LabelUnits,
  { order, heads }: { readonly order: Uint32Array; readonly heads: Uint32Array },
  [from, to, common]: readonly [number, number, number],
): void {
  const ranks = new Float64Array(to - from);
  for (let at = from; at < to; at += 1) {
    const label = order[at] as number;
    const rest = (starts[label] as number) + common;
    const length = (starts[label + 1] as number) - rest;
    const head =
      (length > 0 ? (units[rest] as number) * 0x1_0000 : 0) + (length > 1 ? (units[rest + 1] as number) : 0);
    const rank = head * 0x1_0000 + length;
    let hole = at;
    while (hole > from && (ranks[hole - from - 1] as number) > rank) {
      ranks[hole - from] = ranks[hole - from - 1] as number;
      order[hole] = order[hole - 1] as number;
      heads[hole] = heads[hole - 1] as number;
      hole -= 1;
    }
    ranks[hole - from] = rank;
    order[hole] = label;
    heads[hole] = head;
  }
}

/** What is left of each label behind its head. */
function cutTails({ units, starts }: LabelUnits, order: Uint32Array, taken: Uint16Array) {
  const tailStarts = new Uint32Array(order.length + 1);
  const tail = new Uint16Array(units.length);
  let size = 0;
  for (let place = 0; place < order.length; place += 1) {
    const label = (order[place] as number) & (2 ** LABEL_BITS - 1);
    const end = starts[label + 1] as number;
    for (let at = (starts[label] as number) + (taken[place] as number) + 2; at < end; at += 1) {
      tail[size] = units[at] as number;
      size += 1;
    }
    tailStarts[place + 1] = size;
  }
  return { tail: tail.slice(0, size), tailStarts };
}
