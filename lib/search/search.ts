/**
 * Search over the glossary, kept up to date while it is edited.
 *
 * One large index, stored between visits, and a small one of the entries changed since; when too many have changed,
 * or whole glossaries came and went, the large one is built again. Knows no DOM: runs in a Worker as well as in a page.
 */
import type { GlossaryRepository } from '../glossary/repository.ts';
import { documentOf, type SearchDocument } from './document.ts';
import {
  buildIndex,
  type Hit,
  packIndex,
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
  /** Cuts a run of Chinese into words; by default the browser's own segmenter. */
  readonly segment?: ((text: string) => readonly string[]) | undefined;
}

export interface Found {
  /** Keys, best first; entries of glossaries that are switched off are among them. */
  readonly keys: readonly string[];
  /** `false` while the index is being built: only beginnings of labels were looked at. */
  readonly complete: boolean;
}

export interface Search {
  /** Loads or builds the index; `onProgress` gets entries read and entries in all. */
  ready(onProgress?: (done: number, total: number) => void): Promise<void>;
  query(text: string, options?: { readonly limit?: number | undefined }): Promise<Found>;
}

interface Large {
  readonly index: SearchIndex;
  readonly revision: number;
}
interface Small {
  readonly index: SearchIndex;
  /** Entries whose place in the large index is out of date. */
  readonly changed: ReadonlySet<string>;
  readonly revision: number;
}

export function createSearch(repository: GlossaryRepository, options: SearchOptions = {}): Search {
  const segment = options.segment ?? segmenter();
  let large: Large | undefined;
  let small: Small | undefined;
  let getting: Promise<Large> | undefined;

  const get = (onProgress?: (done: number, total: number) => void): Promise<Large> => {
    getting ??= load(repository)
      .then((stored) => stored ?? build(repository, options, onProgress))
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
  const catchUp = async (current: Large): Promise<boolean> => {
    const known = small?.revision ?? current.revision;
    const { keys, revision, whole } = await repository.changedSince(known);
    if (whole) return false;
    if (small !== undefined && keys.length === 0) return true;
    const changed = new Set([...(small?.changed ?? []), ...keys]);
    if (changed.size > MANY) return false;
    const rows = await repository.concepts([...changed]);
    const documents = rows.flatMap((row) => (row ? documentOf(row.key, row.concept, options.pinyinOf) : []));
    small = { index: buildIndex(documents), changed, revision };
    return true;
  };

  return {
    async ready(onProgress) {
      await get(onProgress);
    },
    async query(text, { limit } = {}) {
      if (large === undefined || !(await catchUp(large))) {
        void get().catch(() => {});
        const owners = await repository.ownersOf(text, { prefix: true, limit: limit ?? 1_000 });
        return { keys: owners.map(({ key }) => key), complete: false };
      }
      const changed = small?.changed ?? new Set();
      const hits: Hit[] = small === undefined ? [] : searchIndex(small.index, text, segment);
      for (const hit of searchIndex(large.index, text, segment)) if (!changed.has(hit.key)) hits.push(hit);
      if (changed.size > 0) hits.sort((a, b) => a.rank - b.rank);
      return { keys: hits.slice(0, limit).map(({ key }) => key), complete: true };
    },
  };
}

async function load(repository: GlossaryRepository): Promise<Large | undefined> {
  const stored = await repository.readStampedIndex(INDEX);
  const [format, revision] = stored?.stamp.split('@') ?? [];
  if (stored === undefined || format !== FORMAT) return undefined;
  // Too much has changed: reading it would only be thrown away.
  const { keys, whole } = await repository.changedSince(Number(revision));
  if (whole || keys.length > MANY) return undefined;
  const index = unpackIndex(stored.data);
  return index && { index, revision: Number(revision) };
}

async function build(
  repository: GlossaryRepository,
  { pinyinOf }: SearchOptions,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<Large> {
  // Read first: what is written meanwhile is taken in by the next query.
  const revision = await repository.revision();
  const keys = await repository.listKeys({});
  const documents: SearchDocument[] = [];
  for (let at = 0; at < keys.length; at += 1_000) {
    for (const row of await repository.concepts(keys.slice(at, at + 1_000)))
      if (row !== undefined) documents.push(documentOf(row.key, row.concept, pinyinOf));
    onProgress(Math.min(at + 1_000, keys.length), keys.length);
  }
  const index = buildIndex(documents);
  await repository.writeIndex(INDEX, `${FORMAT}@${revision}`, packIndex(index));
  return { index, revision };
}

function segmenter(): (text: string) => string[] {
  const words = new Intl.Segmenter('zh', { granularity: 'word' });
  return (text) => [...words.segment(text)].flatMap(({ segment, isWordLike }) => (isWordLike ? segment : []));
}
