/** Documents by the ranks that a query gives them, one byte each: less is better. Pure. */

/** The rank of a document that was not found. */
export const NONE = 255;

/** How many documents have each rank. */
export function countRanks(ranks: Uint8Array): Uint32Array {
  const counts = new Uint32Array(NONE + 1);
  for (let document = 0; document < ranks.length; document += 1) {
    const rank = ranks[document] as number;
    counts[rank] = (counts[rank] as number) + 1;
  }
  return counts;
}

/** How many documents were found with a rank before `end`. */
export function countBefore(counts: Uint32Array, end: number): number {
  let sum = 0;
  for (let rank = 0; rank < end; rank += 1) sum += counts[rank] as number;
  return sum;
}

/**
 * The documents that were found, best first; among equals in their own order.
 *
 * @param most so many suffice
 */
export function inOrder(
  ranks: Uint8Array,
  counts: Uint32Array = countRanks(ranks),
  most: number = Number.POSITIVE_INFINITY,
): Uint32Array {
  const next = new Uint32Array(NONE);
  for (let rank = 1; rank < NONE; rank += 1)
    next[rank] = (next[rank - 1] as number) + (counts[rank - 1] as number);
  const order = new Uint32Array(Math.min(most, countBefore(counts, NONE)));
  for (let document = 0; document < ranks.length; document += 1) {
    const rank = ranks[document] as number;
    if (rank === NONE) continue;
    const place = next[rank] as number;
    if (place >= order.length) continue;
    order[place] = document;
    next[rank] = place + 1;
  }
  return order;
}
