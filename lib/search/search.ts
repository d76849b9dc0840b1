/**
 * Search over the glossary, kept up to date while it is edited.
 *
 * One large index, stored between visits, and a small one of the entries changed since; when too many have changed,
 * or whole glossaries came and went, the large one is built again. Knows no DOM: runs in a Worker as well as in a page.
 */
import type { ConceptInForce } from '../glossary/read.ts';
import type { GlossaryRepository } from '../glossary/repository.ts';
import type { StudyState } from '../glossary/rows.ts';
import { documentOf, type SearchDocument } from './document.ts';
import { createMemory, type Memory } from './memory.ts';
import {
  buildIndex,
  type Hit,
  inOrder,
  NONE,
  packIndex,
  rankDocuments,
  type SearchIndex,
  searchIndex,
  unpackIndex,
} from './search-index.ts';

/** Raised when what is indexed, or how it is folded, changes. */
const FORMAT = 'search.1';
const INDEX = 'search';
/** Changed entries above which the large index is built again. */
const MANY = 2_000;

export interface SearchOptions {
  /** Reads a label aloud, for entries without pinyin. */
  readonly pinyinOf?: ((label: string) => string) | undefined;
  /** Uses the index that another part has stored and builds none: for where building would take too long. */
  readonly storedOnly?: boolean | undefined;
  /** Cuts a run of Chinese into words; by default the browser's own segmenter. */
  readonly segment?: ((text: string) => readonly string[]) | undefined;
}

export interface Found {
  /** Keys, best first; entries of glossaries that are switched off are among them. */
  readonly keys: readonly string[];
  /** How many there are in all; `keys` may be the first of them. */
  readonly total: number;
  /** `false` while the index is being built: only beginnings of labels were looked at. */
  readonly complete: boolean;
  /** The first entries, where they were asked for. */
  readonly entries?: readonly ConceptInForce[] | undefined;
  /** Their study states, by key. */
  readonly states?: Readonly<Record<string, StudyState>> | undefined;
}

export interface Search {
  /** Loads or builds the index; `onProgress` gets entries read and entries in all. */
  ready(onProgress?: (done: number, total: number) => void): Promise<void>;
  query(text: string, options?: QueryOptions): Promise<Found>;
}

export interface QueryOptions {
  readonly limit?: number | undefined;
  /** How many entries are read along. */
  readonly entries?: number | undefined;
  /** The newest write that the asker knows of: so the database need not be asked. */
  readonly revision?: number | undefined;
}

interface Large {
  readonly index: SearchIndex;
  readonly memory: Memory;
  readonly revision: number;
}
interface Small {
  readonly index: SearchIndex;
  /** Entries whose place in the large index is out of date. */
  readonly changed: ReadonlySet<string>;
  /** Their documents in it. */
  readonly outdated: readonly number[];
  readonly revision: number;
}

export function createSearch(repository: GlossaryRepository, options: SearchOptions = {}): Search {
  const segment = options.segment ?? segmenter();
  let large: Large | undefined;
  let small: Small | undefined;
  let getting: Promise<Large | undefined> | undefined;

  const get = (onProgress?: (done: number, total: number) => void): Promise<Large | undefined> => {
    getting ??= load(repository)
      .then((stored) => stored ?? (options.storedOnly ? undefined : build(repository, options, onProgress)))
      .then((got) => {
        large = got;
        small = undefined;
        return got;
      })
      .finally(() => {
        getting = undefined;
      });
    return getting;
  };

  /** Takes in what was written since; `false` where the large index must be built again. */
  const catchUp = async (current: Large, newest = Number.POSITIVE_INFINITY): Promise<boolean> => {
    const known = small?.revision ?? current.revision;
    if (known >= newest) return true;
    const { keys, revision, whole } = await repository.changedSince(known);
    if (whole) return false;
    if (keys.length === 0) {
      if (small !== undefined) small = { ...small, revision };
      else large = { ...current, revision };
      return true;
    }
    const changed = new Set([...(small?.changed ?? []), ...keys]);
    if (changed.size > MANY) return false;
    const rows = await repository.concepts([...changed]);
    const documents = rows.flatMap((row) => (row ? documentOf(row.key, row.concept, options.pinyinOf) : []));
    const outdated = current.index.keys.flatMap((key, document) => (changed.has(key) ? document : []));
    small = { index: buildIndex(documents), changed, outdated, revision };
    return true;
  };

  const find = async (text: string, { limit, revision }: QueryOptions): Promise<Found> => {
    if (large === undefined || !(await catchUp(large, revision))) {
      void get().catch(() => {});
      const owners = await repository.ownersOf(text, { prefix: true, limit: limit ?? 1_000 });
      return { keys: owners.map(({ key }) => key), total: owners.length, complete: false };
    }
    const ranks = rankDocuments(large.index, text, segment, large.memory);
    for (const document of small?.outdated ?? []) ranks[document] = NONE;
    const fresh = small === undefined ? [] : searchIndex(small.index, text, segment);
    return { ...firstOf(large.index, ranks, fresh, limit), complete: true };
  };

  return {
    async ready(onProgress) {
      await get(onProgress);
    },
    async query(text, options = {}) {
      const found = await find(text, options);
      if (options.entries === undefined) return found;
      const keys = found.keys.slice(0, options.entries);
      const [entries, states] = await Promise.all([repository.concepts(keys), repository.statesOf(keys)]);
      return { ...found, entries: entries.flatMap((entry) => entry ?? []), states };
    },
  };
}

/** The first hits of the large index and of the changed entries, which stand first among equals. */
function firstOf(
  { keys }: SearchIndex,
  ranks: Uint8Array,
  fresh: readonly Hit[],
  limit = Number.POSITIVE_INFINITY,
): { keys: readonly string[]; total: number } {
  const order = inOrder(ranks);
  const total = order.length + fresh.length;
  const found: string[] = [];
  let at = 0;
  for (const document of order) {
    if (found.length >= limit) break;
    for (; at < fresh.length && (fresh[at] as Hit).rank <= (ranks[document] as number); at += 1)
      found.push((fresh[at] as Hit).key);
    found.push(keys[document] as string);
  }
  for (const { key } of fresh.slice(at)) found.push(key);
  return { keys: found.length > limit ? found.slice(0, limit) : found, total };
}

async function load(repository: GlossaryRepository): Promise<Large | undefined> {
  const stored = await repository.readStampedIndex(INDEX);
  const [format, revision] = stored?.stamp.split('@') ?? [];
  if (stored === undefined || format !== FORMAT) return undefined;
  // Too much has changed: reading it would only be thrown away.
  const { keys, whole } = await repository.changedSince(Number(revision));
  if (whole || keys.length > MANY) return undefined;
  const index = unpackIndex(stored.data);
  return index && { index, memory: createMemory(), revision: Number(revision) };
}

async function build(
  repository: GlossaryRepository,
  { pinyinOf }: SearchOptions,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Large> {
  // Read first: what is written meanwhile is taken in by the next query.
  const revision = await repository.revision();
  const found: { readonly sort: string; readonly document: SearchDocument }[] = [];
  await repository.everyConcept((page) => {
    for (const { entry, sort } of page)
      found.push({ sort, document: documentOf(entry.key, entry.concept, pinyinOf) });
  }, onProgress);
  // Among equally good hits the order is that of the list.
  found.sort((a, b) => (a.sort < b.sort ? -1 : a.sort > b.sort ? 1 : 0));
  const index = buildIndex(found.map(({ document }) => document));
  await repository.writeIndex(INDEX, `${FORMAT}@${revision}`, packIndex(index));
  return { index, memory: createMemory(), revision };
}

function segmenter(): (text: string) => string[] {
  const words = new Intl.Segmenter('zh', { granularity: 'word' });
  return (text) => [...words.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []));
}
