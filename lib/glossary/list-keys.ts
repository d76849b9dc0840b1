/**
 * Keys as the indexes give them, remembered and mended: a save must not read a hundred thousand of them again.
 *
 * They are read a page at a time, so that nobody who writes waits for all of them.
 */
import { cmp } from 'dexie';
import type { GlossaryDatabase } from './database.ts';
import { changedSince } from './history.ts';
import { keyOf, type LayerKey, splitKey } from './keys.ts';
import { layers } from './read.ts';
import type { ConceptRow } from './rows.ts';
import { counter } from './write.ts';

export type SortIndex = 'sort' | 'updated';

/** Read after `revision`; what was written since is not in it. */
interface Known<Keys> {
  readonly revision: number;
  readonly keys: Keys;
}
/** By index or facet. A reading under way is known too: whoever asks meanwhile waits for the same. */
export interface KnownKeys {
  readonly sorted: Map<SortIndex, Promise<Known<readonly string[]>>>;
  readonly facets: Map<string, Promise<Known<ReadonlySet<string>>>>;
}

/** Keys read at once. */
const PAGE = 2_000;
/** Edits after which remembered keys are mended rather than read again. */
const FEW = 50;
/** How far the first keys are looked for before the whole list is asked instead. */
const FAR = 2_000;

/** All keys in the order of an index. */
export const keysOf = (db: GlossaryDatabase, index: SortIndex) =>
  remembered(db, db.known.sorted, index, () => readSorted(db, index), mendSorted);

/** Keys of the entries that have a facet. */
export const withFacet = (db: GlossaryDatabase, facet: string) =>
  remembered(db, db.known.facets, facet, () => readFacet(db, facet), mendFacet);

async function remembered<Name, Keys>(
  db: GlossaryDatabase,
  known: Map<Name, Promise<Known<Keys>>>,
  name: Name,
  read: () => Promise<Keys>,
  mend: (db: GlossaryDatabase, name: Name, old: Keys, changed: readonly string[]) => Promise<Keys>,
): Promise<Keys> {
  const fresh = async (): Promise<Known<Keys>> => {
    const revision = await counter(db, 'revision');
    return { revision, keys: await read() };
  };
  const upToDate = async (old: Known<Keys>): Promise<Known<Keys>> => {
    if ((await counter(db, 'matching')) <= old.revision) return old;
    const { keys, whole, revision } = await changedSince(db, old.revision);
    if (whole || keys.length > FEW) return fresh();
    return upToDate({ revision, keys: await mend(db, name, old.keys, keys) });
  };
  const next = (known.get(name) ?? fresh()).then(upToDate);
  known.set(name, next);
  // A reading that failed is not remembered.
  next.catch(() => known.delete(name));
  return (await next).keys;
}

/** The first keys in the order of an index, without reading the rest; `undefined` where they stand far apart. */
export async function firstSorted(
  db: GlossaryDatabase,
  index: SortIndex,
  wanted: { descending: boolean; limit: number; glossaryId: string | undefined },
): Promise<readonly string[] | undefined> {
  const { descending, limit, glossaryId } = wanted;
  return db.transaction('r', db.glossaries, db.concepts, async () => {
    const live = await liveLayers(db);
    for (const reach of [4 * limit, FAR]) {
      const all = db.concepts.orderBy(index);
      const keys = await (descending ? all.reverse() : all).limit(reach).primaryKeys();
      const found = keys
        .flatMap((key) => keyIn(live, key))
        .filter((key) => glossaryId === undefined || key.startsWith(`${glossaryId}/`));
      if (found.length >= limit || keys.length < reach) return found.slice(0, limit);
    }
    return undefined;
  });
}

async function readSorted(db: GlossaryDatabase, index: SortIndex): Promise<readonly string[]> {
  const live = await liveLayers(db);
  const found: string[] = [];
  let from: string | undefined;
  let before: ReadonlySet<string> = new Set();
  for (let limit = PAGE, more = true; more; ) {
    const { keys, place } = await readPage(db, index, from, limit);
    more = keys.length === limit;
    // A page begins with those that share the place of the last one before.
    const fresh = keys.filter((key) => !before.has(key.join('\n')));
    for (const key of fresh) found.push(...keyIn(live, key));
    before = new Set(keys.map((key) => key.join('\n')));
    // Where all of a page shares one place only a longer one leads on.
    if (place === from) limit *= 2;
    from = place;
  }
  return found;
}

/** Keys from a place on, and the place of the last one. */
const readPage = (db: GlossaryDatabase, index: SortIndex, from: string | undefined, limit: number) =>
  db.transaction('r', db.concepts, async () => {
    const rows =
      from === undefined ? db.concepts.orderBy(index) : db.concepts.where(index).aboveOrEqual(from);
    const keys = await rows.limit(limit).primaryKeys();
    const last = keys.at(-1);
    return { keys, place: last && (await db.concepts.get(last))?.[index] };
  });

async function readFacet(db: GlossaryDatabase, facet: string): Promise<ReadonlySet<string>> {
  const live = await liveLayers(db);
  const keys = await db.concepts.where('facets').equals(facet).primaryKeys();
  return new Set(keys.flatMap((key) => keyIn(live, key)));
}

async function mendSorted(
  db: GlossaryDatabase,
  index: SortIndex,
  old: readonly string[],
  changed: readonly string[],
): Promise<readonly string[]> {
  const rowOf = await rowReader(db);
  const gone = new Set(changed);
  const mended = old.filter((key) => !gone.has(key));
  for (const key of changed) {
    const row = await rowOf(key);
    const place = row?.[index];
    if (row !== undefined && place !== undefined)
      mended.splice(await placeOf(mended, index, [place, row.layer, row.conceptId], rowOf), 0, key);
  }
  return mended;
}

async function mendFacet(
  db: GlossaryDatabase,
  facet: string,
  old: ReadonlySet<string>,
  changed: readonly string[],
): Promise<ReadonlySet<string>> {
  const rowOf = await rowReader(db);
  const mended = new Set(old);
  for (const key of changed) {
    if ((await rowOf(key))?.facets.includes(facet)) mended.add(key);
    else mended.delete(key);
  }
  return mended;
}

type RowReader = (key: string) => Promise<ConceptRow | undefined>;

async function rowReader(db: GlossaryDatabase): Promise<RowReader> {
  const live = await layers(db);
  return (key) => {
    const { glossaryId, conceptId } = splitKey(key);
    return db.concepts.get([live.get(glossaryId)?.layer ?? '', conceptId]);
  };
}

/** Where an entry stands in the order of the index, which breaks ties by primary key: found by halving. */
async function placeOf(
  keys: readonly string[],
  index: SortIndex,
  place: readonly string[],
  rowOf: RowReader,
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

const liveLayers = async (db: GlossaryDatabase): Promise<ReadonlyMap<string, string>> =>
  new Map([...(await layers(db))].map(([id, { layer }]) => [layer, id]));

function keyIn(live: ReadonlyMap<string, string>, [layer, conceptId]: LayerKey): string[] {
  const glossaryId = live.get(layer);
  return glossaryId === undefined ? [] : [keyOf(glossaryId, conceptId)];
}
