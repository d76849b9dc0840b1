/** What a card shows: at first glance, and unfolded with relations seen from both ends. */
import type { GlossaryDatabase } from './database.ts';
import { glossaryOfLayer, keyOf, type LayerKey, resolveRef, splitKey } from './keys.ts';
import { type ConceptInForce, concepts, conceptsIn, layers } from './read.ts';
import type { GlossaryRow, StudyState, UsageRow } from './rows.ts';
import type { Concept, Usage } from './schema.ts';

/** The shape of `FirstGlance` in the messages. */
export interface Glance {
  readonly key: string;
  readonly conceptId: string;
  readonly prefLabel: string;
  readonly pinyin?: string | undefined;
  readonly definitions: Concept['definitions'];
  readonly components?: Concept['components'];
  readonly issuer?: string | undefined;
  readonly firstUse?: Concept['firstUse'];
  /** The best English rendering: official before media before descriptive. */
  readonly rendering?: string | undefined;
  readonly place?: string | undefined;
  readonly edited: boolean;
}

export interface Link {
  readonly key: string;
  readonly prefLabel: string;
}

/** The shape of `ConceptDetail` in the messages. */
export interface Detail {
  readonly glance: Glance;
  readonly concept: Concept;
  /** Also the wholes of which the concept is a component. */
  readonly broader: readonly Link[];
  /** What each of `broader` belongs to in turn, by its key: from the top down, without itself. */
  readonly above: Readonly<Record<string, readonly Link[]>>;
  readonly narrower: readonly Link[];
  readonly related: readonly Link[];
  readonly replaces: readonly Link[];
  readonly replacedBy: readonly Link[];
  /** Concepts of the components, by component id. */
  readonly parts: Readonly<Record<string, Link>>;
  readonly usage?: Usage | undefined;
  readonly state?: StudyState | undefined;
}

/** First glances of the concepts that exist, in the order asked. */
export async function glances(db: GlossaryDatabase, keys: readonly string[]): Promise<Glance[]> {
  return (await concepts(db, keys)).flatMap((found) => (found === undefined ? [] : glanceOf(found)));
}

export function glanceOf({ key, conceptId, concept: it, edited }: ConceptInForce): Glance {
  return {
    key,
    conceptId,
    prefLabel: it.prefLabel,
    pinyin: it.pinyin,
    definitions: it.definitions,
    components: it.components,
    issuer: it.issuer,
    firstUse: it.firstUse,
    rendering: bestRendering(it),
    place: it.place,
    edited,
  };
}

function bestRendering({ renderings }: Concept): string | undefined {
  const english = renderings.filter(({ lang }) => /^en\b/i.test(lang));
  for (const status of ['official', 'media', 'descriptive']) {
    const found = english.find((rendering) => rendering.status === status);
    if (found !== undefined) return found.text;
  }
  return undefined;
}

/** Everything about one concept; `undefined` where there is none. */
export async function detail(db: GlossaryDatabase, key: string): Promise<Detail | undefined> {
  return db.transaction(
    'r',
    [db.glossaries, db.concepts, db.labels, db.overlays, db.states, db.usage],
    async () => {
      // Read once: whoever writes many rows meanwhile waits, and each way to the database and back counts.
      const live = await layers(db);
      const read = async (wanted: string) => (await conceptsIn(db, live, [wanted]))[0];
      const found = await read(key);
      if (found === undefined) return undefined;
      const usageKey: LayerKey = [live.get(found.glossaryId)?.layer ?? '', found.conceptId];
      return detailOf(found, {
        concept: read,
        links: (keys) => links(db, live, keys),
        pointing: (facet) => pointing(db, live, facet),
        usage: async () => {
          const row = await db.usage.get(usageKey);
          return row && withoutLayer(row);
        },
        state: async () => (await db.states.get(key))?.state,
      });
    },
  );
}

/** Where the relations of a concept are looked up. */
export interface RelationSource {
  concept(key: string): Promise<ConceptInForce | undefined>;
  /** Links to the concepts that exist, in the order asked. */
  links(keys: readonly string[]): Promise<Link[]>;
  /** Links to the concepts that have the facet. */
  pointing(facet: string): Promise<Link[]>;
  usage(): Promise<Usage | undefined>;
  state(): Promise<StudyState | undefined>;
}

export async function detailOf(found: ConceptInForce, source: RelationSource): Promise<Detail> {
  const { key, concept: it } = found;
  const components = (it.components ?? []).filter(({ conceptId }) => conceptId !== undefined);
  const partKeys = refs(
    found,
    components.map(({ conceptId }) => conceptId ?? ''),
  );
  const [broader, narrower, related, relatedBack, replaces, replacedBy, partLinks, usage, state] =
    await Promise.all([
      systemsOf(found, source),
      source.pointing(`b:${key}`),
      source.links(refs(found, it.related)),
      source.pointing(`r:${key}`),
      source.pointing(`p:${key}`),
      source.links(refs(found, it.replacedBy)),
      source.links(partKeys),
      source.usage(),
      source.state(),
    ]);
  const parts = components.flatMap(({ id }, index) => {
    const link = partLinks.find((one) => one.key === partKeys[index]);
    return link === undefined ? [] : [[id, link] as const];
  });
  return {
    glance: glanceOf(found),
    concept: it,
    broader,
    above: Object.fromEntries(
      await Promise.all(broader.map(async (link) => [link.key, await wayUp(link, key, source)] as const)),
    ),
    narrower,
    related: unique([...related, ...relatedBack]),
    replaces,
    replacedBy,
    parts: Object.fromEntries(parts),
    usage,
    state,
  };
}

async function systemsOf(found: ConceptInForce, source: RelationSource): Promise<Link[]> {
  const [broader, wholes] = await Promise.all([
    source.links(refs(found, found.concept.broader)),
    source.pointing(`w:${found.key}`),
  ]);
  return unique([...broader, ...wholes]);
}

/** From the top down to what `link` belongs to; by the first system of each. A circle ends where it closes. */
async function wayUp(link: Link, from: string, source: RelationSource): Promise<Link[]> {
  const way: Link[] = [];
  const seen = new Set([from, link.key]);
  for (let at = link.key; ; ) {
    const found = await source.concept(at);
    const next = found && (await systemsOf(found, source)).find(({ key }) => !seen.has(key));
    if (next === undefined) return way;
    seen.add(next.key);
    way.unshift(next);
    at = next.key;
  }
}

const withoutLayer = ({ layer: _layer, ...usage }: UsageRow): Usage => usage;

const refs = ({ glossaryId }: ConceptInForce, list: readonly string[]): string[] =>
  list.map((ref) => resolveRef(glossaryId, ref));

type Live = ReadonlyMap<string, GlossaryRow>;

async function links(db: GlossaryDatabase, live: Live, keys: readonly string[]): Promise<Link[]> {
  const rows = await db.labels.bulkGet(
    keys.map((key): LayerKey => {
      const { glossaryId, conceptId } = splitKey(key);
      return [live.get(glossaryId)?.layer ?? '', conceptId];
    }),
  );
  return rows.flatMap((row, index) => (row ? { key: keys[index] ?? '', prefLabel: row.prefLabel } : []));
}

async function pointing(db: GlossaryDatabase, live: Live, facet: string): Promise<Link[]> {
  const keys = await db.concepts.where('facets').equals(facet).primaryKeys();
  const inForce = keys.filter(([layer]) => live.get(glossaryOfLayer(layer))?.layer === layer);
  return links(
    db,
    live,
    inForce.map(([layer, conceptId]) => keyOf(glossaryOfLayer(layer), conceptId)),
  );
}

const unique = (list: readonly Link[]): Link[] => [...new Map(list.map((link) => [link.key, link])).values()];
