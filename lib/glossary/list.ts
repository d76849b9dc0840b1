/**
 * The list of the options page: sorted and filtered by indexes.
 *
 * The *keys* of each filter come from its index and are met with the sorted keys; whole entries are read for the rows in
 * sight alone. The first keys of all are read by themselves, so that rows show before everything is known.
 */
import type { GlossaryDatabase } from './database.ts';
import { profileFacet } from './derive.ts';
import { firstSorted, keysOf, type SortIndex, withFacet } from './list-keys.ts';
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

/**
 * Keys of every entry that fits, in order. Entries of glossaries that are switched off are listed too. They are
 * remembered, so that another filter or search asks the database for little.
 */
export async function listKeys(db: GlossaryDatabase, query: ListQuery): Promise<readonly string[]> {
  const { filters = {}, within, sort = 'label', descending = false } = query;
  const { glossaryId } = filters;
  const sets = await keySets(db, filters);
  const fits = (key: string) =>
    (glossaryId === undefined || key.startsWith(`${glossaryId}/`)) && sets.every((set) => set.has(key));
  const unfiltered = sets.length === 0 && glossaryId === undefined;
  if (within !== undefined && sort === 'rank') return unfiltered ? within : within.filter(fits);
  const keys = await keysOf(db, indexOf(sort));
  const found = within && new Set(within);
  const kept =
    unfiltered && found === undefined ? keys : keys.filter((key) => found?.has(key) !== false && fits(key));
  return descending ? kept.toReversed() : kept;
}

/**
 * The first keys of that list, read by themselves; `undefined` where only the whole list can tell them, since the query
 * asks for more than a glossary.
 */
export async function firstKeys(
  db: GlossaryDatabase,
  { filters = {}, within, sort, descending = false }: ListQuery,
  limit: number,
): Promise<readonly string[] | undefined> {
  const { glossaryId, ...others } = filters;
  if (within !== undefined || Object.values(others).some((wanted) => wanted !== undefined)) return undefined;
  return firstSorted(db, indexOf(sort), { descending, limit, glossaryId });
}

const indexOf = (sort: ListQuery['sort']): SortIndex => (sort === 'updated' ? 'updated' : 'sort');

/** Every category or tag in use, sorted. */
export async function facetValues(db: GlossaryDatabase, facet: 'category' | 'tag'): Promise<string[]> {
  const letter = `${facet[0]}:`;
  const values: string[] = [];
  // From each value straight to the next: a hundred thousand entries have the same few. Each step by itself, so that
  // who saves meanwhile waits for one of them.
  for (let last = letter; ; ) {
    const [next] = await db.concepts
      .where('facets')
      .between(last, `${letter}\uffff`, false, true)
      .limit(1)
      .keys();
    if (next === undefined) break;
    last = String(next);
    values.push(last.slice(letter.length));
  }
  return values.sort((a, b) => a.localeCompare(b, 'zh'));
}

/** One set of keys for each filter that is set. */
function keySets(db: GlossaryDatabase, filters: ListFilters): Promise<ReadonlySet<string>[]> {
  const { category, tag, edited, conflicting, state } = filters;
  const facets = [
    category === undefined ? [] : [`c:${category.slice(0, 100)}`],
    tag === undefined ? [] : [`t:${tag}`],
    edited ? ['e'] : [],
    conflicting ? ['x'] : [],
    profiles(filters),
  ].filter((anyOf) => anyOf.length > 0);
  const sets = facets.map(async (anyOf) => {
    const each = await Promise.all(anyOf.map((facet) => withFacet(db, facet)));
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
