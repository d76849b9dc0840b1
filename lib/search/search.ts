/**
 * Search over the glossary, kept up to date while it is edited.
 *
 * One large index, stored between visits, and a small one of the entries changed since; when too many have changed,
 * or whole glossaries came and went, the large one is built again. Knows no DOM: runs in a Worker as well as in a page.
 */
import type { GlossaryRepository } from '../glossary/repository.ts';
import type { StudyState } from '../glossary/rows.ts';
import { documentOf } from './document.ts';
import { type Head, headOf } from './heads.ts';
import { type Hit, look, type Small } from './look.ts';
import { buildIndex } from './search-index.ts';
import { type Large, loadIndex, MANY, makeIndex } from './stored-index.ts';

export interface SearchOptions {
  /** Reads a label aloud, for entries without pinyin. */
  readonly pinyinOf?: ((label: string) => string) | undefined;
  /** Uses the index that another part has stored and builds none: for where building would take too long. */
  readonly storedOnly?: boolean | undefined;
  /** Holds what rows show in memory, so that `rows` of a query need not be read. */
  readonly holdRows?: boolean | undefined;
}

export interface FoundRow extends Head {
  readonly state: StudyState | undefined;
}

export interface Found {
  /** Keys, best first; entries of glossaries that are switched off are among them. */
  readonly keys: readonly string[];
  /** How many there are in all; absent where `keys` are as many as were asked for and the rest was not looked for. */
  readonly total?: number | undefined;
  /** `false` while the index is being built: only beginnings of labels were looked at. */
  readonly complete: boolean;
  /** What a list shows of the first of them, where it was asked for. */
  readonly rows?: readonly FoundRow[] | undefined;
}

export interface Search {
  /** Loads or builds the index; `onProgress` gets entries read and entries in all. */
  ready(onProgress?: (done: number, total: number) => void): Promise<void>;
  query(text: string, options?: QueryOptions): Promise<Found>;
}

export interface QueryOptions {
  /** So many suffice. */
  readonly limit?: number | undefined;
  /** For how many of the first what a list shows of them comes along. */
  readonly rows?: number | undefined;
  /** The newest write that the asker knows of: so the database need not be asked. */
  readonly revision?: number | undefined;
}

export function createSearch(repository: GlossaryRepository, options: SearchOptions = {}): Search {
  const { pinyinOf, holdRows = false } = options;
  let large: Large | undefined;
  let small: Small | undefined;
  let getting: Promise<Large | undefined> | undefined;
  let known: { readonly revision: number; readonly states: ReadonlyMap<string, StudyState> } | undefined;

  const get = (onProgress?: (done: number, total: number) => void): Promise<Large | undefined> => {
    getting ??= loadIndex(repository, holdRows)
      .then(
        (stored) => stored ?? (options.storedOnly ? undefined : makeIndex(repository, pinyinOf, onProgress)),
      )
      .then((got) => {
        large = got && !holdRows ? { ...got, heads: undefined } : got;
        small = undefined;
        return got;
      })
      .finally(() => {
        getting = undefined;
      });
    return getting;
  };

  /** Takes in what was written since; `false` where the large index must be built again. */
  const catchUp = async (current: Large, newest: number): Promise<boolean> => {
    const seen = small?.revision ?? current.revision;
    if (seen >= newest) return true;
    const { keys, revision, whole } = await repository.changedSince(seen);
    if (whole) return false;
    if (keys.length === 0) {
      if (small !== undefined) small = { ...small, revision };
      else large = { ...current, revision };
      return true;
    }
    const changed = new Set([...(small?.changed ?? []), ...keys]);
    if (changed.size > MANY) return false;
    const entries = (await repository.concepts([...changed])).flatMap((entry) => entry ?? []);
    const documents = entries.map((entry) => documentOf(entry.key, entry.concept, pinyinOf));
    const outdated = current.index.keys.flatMap((key, document) => (changed.has(key) ? document : []));
    small = { index: buildIndex(documents), heads: entries.map(headOf), changed, outdated, revision };
    return true;
  };

  const find = async (
    text: string,
    limit: number,
    newest: number,
  ): Promise<Omit<Found, 'keys' | 'rows'> & { readonly hits: readonly Hit[] }> => {
    if (large === undefined || !(await catchUp(large, newest))) {
      void get().catch(() => {});
      const owners = await repository.ownersOf(text, { prefix: true, limit: Math.min(limit, 1_000) });
      const hits = owners.map(({ key }) => ({ key, head: undefined }));
      return { hits, total: hits.length, complete: false };
    }
    return { ...look(large, small, text, limit), complete: true };
  };

  const statesAt = async (newest: number): Promise<ReadonlyMap<string, StudyState>> => {
    if (known === undefined || known.revision < newest) {
      const revision = await repository.revision();
      const rows = await repository.states();
      known = { revision, states: new Map(rows.map(({ key, state }) => [key, state])) };
    }
    return known.states;
  };
  const rowsOf = async (hits: readonly Hit[], newest: number): Promise<readonly FoundRow[]> => {
    const states = await statesAt(newest);
    const unread = hits.flatMap(({ key, head }) => (head === undefined ? key : []));
    const read = new Map(
      (await repository.concepts(unread)).flatMap((entry) => (entry ? [[entry.key, headOf(entry)]] : [])),
    );
    return hits.flatMap(({ key, head }) => {
      const row = head?.() ?? read.get(key);
      return row === undefined ? [] : { ...row, state: states.get(key) };
    });
  };

  return {
    async ready(onProgress) {
      await get(onProgress);
    },
    async query(text, { limit = Number.POSITIVE_INFINITY, rows, revision = Number.POSITIVE_INFINITY } = {}) {
      const { hits, ...found } = await find(text, limit, revision);
      const keys = hits.map(({ key }) => key);
      if (rows === undefined) return { keys, ...found };
      return { keys, ...found, rows: await rowsOf(hits.slice(0, rows), revision) };
    },
  };
}
