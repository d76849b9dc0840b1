/** The large index: loaded where it was stored, else built from every entry and stored. */
import type { GlossaryRepository } from '../glossary/repository.ts';
import { documentOf, type SearchDocument } from './document.ts';
import { encodeHead, type Heads, headOf, joinHeads, packHeads, unpackHeads } from './heads.ts';
import { createMemory, type Memory } from './memory.ts';
import { buildIndex, packIndex, type SearchIndex, unpackIndex } from './search-index.ts';

/** Raised when what is indexed, or how it is folded, changes. */
const FORMAT = 'search.2';
const INDEX = 'search';
const HEADS = 'search.heads';
/** Changed entries above which the large index is built again. */
export const MANY = 2_000;

export interface Large {
  readonly index: SearchIndex;
  /** Where they were asked for. */
  readonly heads: Heads | undefined;
  readonly memory: Memory;
  readonly revision: number;
}

/** @param withHeads for whom shows rows; others need not hold them in memory */
export async function loadIndex(
  repository: GlossaryRepository,
  withHeads: boolean,
): Promise<Large | undefined> {
  const stored = await repository.readStampedIndex(INDEX);
  const [format, revision] = stored?.stamp.split('@') ?? [];
  if (stored === undefined || format !== FORMAT) return undefined;
  // Too much has changed: reading it would only be thrown away.
  const { keys, whole } = await repository.changedSince(Number(revision));
  if (whole || keys.length > MANY) return undefined;
  const kept = withHeads ? await repository.readStampedIndex(HEADS) : undefined;
  const heads = kept?.stamp === stored.stamp ? unpackHeads(kept.data) : undefined;
  if (withHeads && heads === undefined) return undefined;
  const index = unpackIndex(stored.data);
  return index && { index, heads, memory: createMemory(), revision: Number(revision) };
}

export async function makeIndex(
  repository: GlossaryRepository,
  pinyinOf: ((label: string) => string) | undefined,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Large> {
  // Read first: what is written meanwhile is taken in by the next query.
  const revision = await repository.revision();
  const found: { readonly sort: string; readonly document: SearchDocument; readonly head: Uint8Array }[] = [];
  await repository.everyConcept((page) => {
    for (const { entry, sort } of page)
      found.push({
        sort,
        document: documentOf(entry.key, entry.concept, pinyinOf),
        head: encodeHead(headOf(entry)),
      });
  }, onProgress);
  // Among equally good hits the order is that of the list.
  found.sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
  const index = buildIndex(found.map(({ document }) => document));
  const heads = joinHeads(found.map(({ head }) => head));
  const stamp = `${FORMAT}@${revision}`;
  await repository.writeIndex(HEADS, stamp, packHeads(heads));
  await repository.writeIndex(INDEX, stamp, packIndex(index));
  return { index, heads, memory: createMemory(), revision };
}
