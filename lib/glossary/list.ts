/**
 * The list of the options page: sorted and filtered by indexes, read a page at a time.
 *
 * Without a filter a page is read from the sorted index. With one, the *keys* of each filter come from its index and
 * are met with the sorted keys; whole entries are read for the page alone.
 */
import type { GlossaryDatabase } from './database.ts';
import { profileFacet } from './derive.ts';
import { glossaryOfLayer, keyOf, type LayerKey } from './keys.ts';
import { type ConceptInForce, concepts, layers } from './read.ts';
import type { StudyState } from './rows.ts';
import { type Concept, SCOPES } from './schema.ts';

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

/** `limit` entries from `offset` on. Entries of glossaries that are switched off are listed too. */
export async function list(
  db: GlossaryDatabase,
  query: ListQuery,
  { offset, limit }: { offset: number; limit: number },
): Promise<ListPage> {
  const keys = await listKeys(db, query);
  const rows = await concepts(db, keys.slice(offset, offset + limit));
  return { rows: rows.flatMap((row) => row ?? []), total: keys.length };
}

/** Keys of every entry that fits, in order: for a virtual list, and for what is done to a whole selection. */
export async function listKeys(db: GlossaryDatabase, query: ListQuery): Promise<string[]> {
  const { filters = {}, within, sort = 'label', descending = false } = query;
  return db.transaction('r', db.glossaries, db.concepts, db.states, async () => {
    const live = new Map([...(await layers(db))].map(([id, { layer }]) => [layer, id]));
    const allowed = await Promise.all(keySets(db, filters));
    const fits = (layer: string, conceptId: string): string[] => {
      const glossaryId = live.get(layer);
      if (glossaryId === undefined) return [];
      if (filters.glossaryId !== undefined && filters.glossaryId !== glossaryId) return [];
      const key = keyOf(glossaryId, conceptId);
      return allowed.every((set) => set.has(key)) ? [key] : [];
    };
    if (within !== undefined && sort === 'rank') {
      const known = new Set((await sorted(db, 'sort', false)).flatMap(([layer, id]) => fits(layer, id)));
      return within.filter((key) => known.has(key));
    }
    const found = within && new Set(within);
    const keys = await sorted(db, sort === 'updated' ? 'updated' : 'sort', descending);
    const fitting = keys.flatMap(([layer, conceptId]) => fits(layer, conceptId));
    return found === undefined ? fitting : fitting.filter((key) => found.has(key));
  });
}

/** Every category or tag in use, sorted. */
export async function facetValues(db: GlossaryDatabase, facet: 'category' | 'tag'): Promise<string[]> {
  const keys = await db.concepts.where('facets').startsWith(`${facet[0]}:`).uniqueKeys();
  return keys.map((key) => String(key).slice(2)).sort((a, b) => a.localeCompare(b, 'zh'));
}

const sorted = (db: GlossaryDatabase, index: 'sort' | 'updated', descending: boolean): Promise<LayerKey[]> =>
  db.concepts
    .orderBy(index)
    .primaryKeys()
    .then((keys) => (descending ? keys.reverse() : keys));

/** One set of keys for each filter that is set. */
function keySets(db: GlossaryDatabase, filters: ListFilters): Promise<ReadonlySet<string>>[] {
  const { category, tag, edited, conflicting, state } = filters;
  const facets = [
    category === undefined ? [] : [`c:${category.slice(0, 100)}`],
    tag === undefined ? [] : [`t:${tag}`],
    edited ? ['e'] : [],
    conflicting ? ['x'] : [],
    profiles(filters),
  ].filter((anyOf) => anyOf.length > 0);
  const sets = facets.map(async (anyOf) => {
    const keys = await db.concepts.where('facets').anyOf(anyOf).primaryKeys();
    return new Set(keys.map(([layer, conceptId]) => keyOf(glossaryOfLayer(layer), conceptId)));
  });
  if (state !== undefined)
    sets.push(
      db.states
        .where('state')
        .equals(state)
        .primaryKeys()
        .then((keys) => new Set(keys)),
    );
  return sets;
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
