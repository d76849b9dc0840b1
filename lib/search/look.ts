/** What a query finds in the large index and among the entries changed since. Pure. */
import { type Head, readHead } from './heads.ts';
import { countBefore, countRanks, inOrder, NONE } from './order.ts';
import { FAR, rankFar, rankNear, searchIndex } from './ranking.ts';
import type { SearchIndex } from './search-index.ts';
import type { Large } from './stored-index.ts';

/** Entries changed since the large index was made. */
export interface Small {
  readonly index: SearchIndex;
  readonly heads: readonly Head[];
  /** Entries whose place in the large index is out of date. */
  readonly changed: ReadonlySet<string>;
  /** Their documents in it. */
  readonly outdated: readonly number[];
  readonly revision: number;
}
/** A hit, and how what is known of it is read. */
export interface Hit {
  readonly key: string;
  readonly head: (() => Head) | undefined;
}

/**
 * The first hits of both, best first; changed entries stand first among equals.
 *
 * Where labels, sounds and translations give as many as are wanted, the long texts are not looked through: whatever
 * stands in them comes later. How many there are in all is not known then.
 */
export function look(
  { index, heads, memory }: Large,
  small: Small | undefined,
  text: string,
  limit: number,
): { hits: readonly Hit[]; total: number | undefined } {
  const fresh = small === undefined ? [] : searchIndex(small.index, text);
  const ranks = rankNear(index, text);
  const leaveOut = () => {
    for (const document of small?.outdated ?? []) ranks[document] = NONE;
  };
  leaveOut();
  let counts = countRanks(ranks);
  const isEnough = fresh.filter(({ rank }) => rank < FAR).length + countBefore(counts, FAR) >= limit;
  if (!isEnough) {
    rankFar(index, text, ranks, memory);
    leaveOut();
    counts = countRanks(ranks);
  }
  const order = inOrder(ranks, counts, limit);
  const hits: Hit[] = [];
  let at = 0;
  const addFresh = (best: number) => {
    for (; at < fresh.length && hits.length < limit && (fresh[at]?.rank ?? NONE) <= best; at += 1) {
      const head = small?.heads[fresh[at]?.document ?? 0];
      if (head !== undefined) hits.push({ key: head.key, head: () => head });
    }
  };
  for (const document of order) {
    addFresh(ranks[document] as number);
    if (hits.length >= limit) break;
    const key = index.keys[document] as string;
    hits.push({ key, head: heads && (() => readHead(heads, document, key)) });
  }
  addFresh(NONE);
  return { hits, total: isEnough ? undefined : countBefore(counts, NONE) + fresh.length };
}
