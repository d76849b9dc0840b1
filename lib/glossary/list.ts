/**
 * The list of the options page: sorted and filtered by indexes, read a page at a time.
 *
 * Without a filter a page is read from the sorted index. With one, the *keys* of each filter come from its index and
 * are met with the sorted keys; whole entries are read for the page alone.
 */
import { cmp } from 'dexie';
import type { GlossaryDatabase } from './database.ts';
import { profileFacet } from './derive.ts';
import { changedSince } from './history.ts';
import { keyOf, type LayerKey, splitKey } from './keys.ts';
import { type ConceptInForce, concepts, layers } from './read.ts';
import type { ConceptRow, StudyState } from './rows.ts';
import { type Concept, SCOPES } from './schema.ts';
import { counter } from './write.ts';

export interface ListFilters {
  readonly glossaryId?: string | undefined;
  readonly category?: string | undefined;
  readonly scope?: Concept['scope'];
  readonly tag?: string | undefined;
  readonly edited?: boolean | undefined;
  readonly conflicting?: boolean | undefined;
  readonly state?: StudyState | undefined;
  readonly components?: boolean | undefined;
  readonly sources?: boolean | undefined;
  readonly english?: boolean | undefined;
}

export interface ListQuery {
  readonly filters?: ListFilters | undefined;
  /** Only these, and in this order where `sort` is `rank`: what a search found. */
  readonly within?: readonly string[] | undefined;
  readonly sort?: 'label' | 'updated' | 'rank' | undefined;
  readonly descending?: boolean | undefined;
}

export interface ListPage {
  readonly rows: readonly ConceptInForce[];
  /** Entries that fit the query. */
  readonly total: number;
}

type SortIndex = 'sort' | 'updated';
/** Edits after which remembered keys are mended rather than read again. */
const FEW = 50;

/** Keys that an index gave, as long as nothing was written that could change them. */
interface Cache {
  revision: number;
  readonly sorted: Map<SortIndex, readonly string[]>;
  readonly facets: Map<string, ReadonlySet<string>>;
}

export interface Lister {
  /** `limit` entries from `offset` on. Entries of glossaries that are switched off are listed too. */
  list(db: GlossaryDatabase, query: ListQuery, page: { offset: number; limit: number }): Promise<ListPage>;
  /** Keys of every entry that fits, in order: for a virtual list, and for what is done to a whole selection. */
  listKeys(db: GlossaryDatabase, query: ListQuery): Promise<readonly string[]>;
}

/** A list for one page's life: it remembers keys, so that another filter or search asks the database for little. */
export function createLister(): Lister {
  const cache: Cache = { revision: -1, sorted: new Map(), facets: new Map() };
  const listKeys: Lister['listKeys'] = (db, query) =>
    db.transaction('r', [db.meta, db.glossaries, db.concepts, db.states, db.revisions], async () => {
      await bringUpToDate(db, cache);
      return fitting(db, cache, query);
    });
  return {
    listKeys,
    async list(db, query, { offset, limit }) {
      const keys = await listKeys(db, query);
      const rows = await concepts(db, keys.slice(offset, offset + limit));
      return { rows: rows.flatMap((row) => row ?? []), total: keys.length };
    },
  };
}

/** After a few edits the remembered keys are mended; after more they are read again when they are next asked for. */
async function bringUpToDate(db: GlossaryDatabase, cache: Cache): Promise<void> {
  const revision = await counter(db, 'matching');
  if (revision === cache.revision) return;
  const { keys, whole } = await changedSince(db, cache.revision);
  cache.revision = revision;
  if (whole || keys.length > FEW) {
    cache.sorted.clear();
    cache.facets.clear();
    return;
  }
  const live = await layers(db);
  const rowOf = (key: string) => {
    const { glossaryId, conceptId } = splitKey(key);
    return db.concepts.get([live.get(glossaryId)?.layer ?? '', conceptId]);
  };
  const changed = new Set(keys);
  for (const [index, old] of cache.sorted) {
    const mended = old.filter((key) => !changed.has(key));
    for (const key of keys) {
      const row = await rowOf(key);
      const place = row?.[index];
      if (row !== undefined && place !== undefined)
        mended.splice(await placeOf(mended, index, [place, row.layer, row.conceptId], rowOf), 0, key);
    }
    cache.sorted.set(index, mended);
  }
  for (const [facet, old] of cache.facets) {
    const mended = new Set(old);
    for (const key of keys) {
      if ((await rowOf(key))?.facets.includes(facet)) mended.add(key);
      else mended.delete(key);
    }
    cache.facets.set(facet, mended);
  }
}

/** Where an entry stands in the order of the index, which breaks ties by primary key: found by halving. */
async function placeOf(
  keys: readonly string[],
  index: SortIndex,
  place: readonly string[],
  rowOf: (key: string) => Promise<ConceptRow | undefined>,
): Promise<number> {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = await rowOf(keys[middle] ?? '');
    if (cmp([other?.[index] ?? '', other?.layer ?? '', other?.conceptId ?? ''], place) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function fitting(db: GlossaryDatabase, cache: Cache, query: ListQuery): Promise<readonly string[]> {
  const { filters = {}, within, sort = 'label', descending = false } = query;
  const sets = await keySets(db, cache, filters);
  const { glossaryId } = filters;
  const fits = (key: string) =>
    (glossaryId === undefined || key.startsWith(`${glossaryId}/`)) && sets.every((set) => set.has(key));
  const unfiltered = sets.length === 0 && glossaryId === undefined;
  if (within !== undefined && sort === 'rank') return unfiltered ? within : within.filter(fits);
  const keys = await sorted(db, cache, sort === 'updated' ? 'updated' : 'sort');
  const found = within && new Set(within);
  const kept =
    unfiltered && found === undefined ? keys : keys.filter((key) => found?.has(key) !== false && fits(key));
  return descending ? kept.toReversed() : kept;
}

/** Every category or tag in use, sorted. */
export async function facetValues(db: GlossaryDatabase, facet: 'category' | 'tag'): Promise<string[]> {
  const keys = await db.concepts.where('facets').startsWith(`${facet[0]}:`).uniqueKeys();
  return keys.map((key) => String(key).slice(2)).sort((a, b) => a.localeCompare(b, 'zh'));
}

async function sorted(
  db: GlossaryDatabase,
  { sorted: known }: Cache,
  index: SortIndex,
): Promise<readonly string[]> {
  const cached = known.get(index);
  if (cached !== undefined) return cached;
  const live = await liveLayers(db);
  const keys = (await db.concepts.orderBy(index).primaryKeys()).flatMap((key) => keyIn(live, key));
  known.set(index, keys);
  return keys;
}

async function withFacet(
  db: GlossaryDatabase,
  { facets: known }: Cache,
  facet: string,
): Promise<ReadonlySet<string>> {
  const cached = known.get(facet);
  if (cached !== undefined) return cached;
  const live = await liveLayers(db);
  const keys = await db.concepts.where('facets').equals(facet).primaryKeys();
  const set = new Set(keys.flatMap((key) => keyIn(live, key)));
  known.set(facet, set);
  return set;
}

const liveLayers = async (db: GlossaryDatabase): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await layers(db))].map(([id, { layer }]) => [layer, id]));

function keyIn(live: ReadonlyMap<string, string>, [layer, conceptId]: LayerKey): string[] {
  const glossaryId = live.get(layer);
  return glossaryId === undefined ? [] : [keyOf(glossaryId, conceptId)];
}

/** One set of keys for each filter that is set. */
function keySets(db: GlossaryDatabase, cache: Cache, filters: ListFilters): Promise<ReadonlySet<string>[]> {
  const { category, tag, edited, conflicting, state } = filters;
  const facets = [
    category === undefined ? [] : [`c:${category.slice(0, 100)}`],
    tag === undefined ? [] : [`t:${tag}`],
    edited ? ['e'] : [],
    conflicting ? ['x'] : [],
    profiles(filters),
  ].filter((anyOf) => anyOf.length > 0);
  const sets = facets.map(async (anyOf) => {
    const each = await Promise.all(anyOf.map((facet) => withFacet(db, cache, facet)));
    return each.length === 1 && each[0] ? each[0] : new Set(each.flatMap((set) => [...set]));
  });
  if (state !== undefined)
    sets.push(
      db.states
        .where('state')
        .equals(state)
        .primaryKeys()
        .then((keys) => new Set(keys)),
    );
  return Promise.all(sets);
}

/** Every profile that fits; none where no filter asks for it. */
function profiles({ scope, components, sources, english }: ListFilters): string[] {
  if ([scope, components, sources, english].every((wanted) => wanted === undefined)) return [];
  const both = (wanted: boolean | undefined) => (wanted === undefined ? [true, false] : [wanted]);
  const scopes = scope === undefined ? [...SCOPES, undefined] : [scope];
  return scopes.flatMap((one) =>
    both(components).flatMap((withComponents) =>
      both(sources).flatMap((withSources) =>
        both(english).map((withEnglish) =>
          profileFacet({
            scope: one,
            components: withComponents,
            sources: withSources,
            english: withEnglish,
          }),
        ),
      ),
    ),
  );
}
