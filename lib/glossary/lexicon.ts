/** Labels in force: what pages are searched for. */
import Dexie from 'dexie';
import { normaliseLabel } from '../text/normalise.ts';
import type { GlossaryDatabase } from './database.ts';
import { glossaryOfLayer, keyOf } from './keys.ts';
import { glossaries, layers } from './read.ts';
import type { LabelRow } from './rows.ts';
import type { Matching } from './schema.ts';

/** One label of one concept in force; the shape of `LexiconEntry` of the annotate room. */
export interface LabelInForce {
  readonly form: string;
  /** `glossaryId/conceptId`. */
  readonly concept: string;
  readonly generic: boolean;
  readonly place?: string | undefined;
  readonly hints?: Matching | undefined;
}

/** Raised when what is stored, or how it is read, changes the meaning of a stamp. */
const STAMP_FORMAT = 1;

export const MUTED_LABEL = 'label:';
export const muteKey = (label: string): string => `${MUTED_LABEL}${normaliseLabel(label)}`;

/** Rows read at once: whoever saves, or opens a card, meanwhile waits for so many at most. */
const PAGE = 500;

/** Preferred labels in force of one glossary, by concept id. */
export async function prefLabels(db: GlossaryDatabase, glossaryId: string): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const glossary = await db.glossaries.get(glossaryId);
  if (glossary === undefined) return found;
  await eachRow(db, glossary.layer, PAGE, ({ conceptId, prefLabel }) => found.set(conceptId, prefLabel));
  return found;
}

/** Labels together with their stamp: asked for apart, one might come from the database and the other from the package. */
export interface StampedLabels {
  readonly stamp: string;
  readonly labels: readonly LabelInForce[];
}

/** Every label that is to be found: glossaries switched on, edits applied, nothing muted or removed. */
export async function lexicon(db: GlossaryDatabase): Promise<StampedLabels> {
  const before = await stamp(db);
  const labels = await readLabels(db, PAGE);
  if ((await stamp(db)) === before) return { stamp: before, labels };
  // Something was written between two pages: all at once, then.
  return db.transaction('r', db.meta, db.glossaries, db.labels, db.states, async () => ({
    stamp: await stamp(db),
    labels: await readLabels(db, Number.POSITIVE_INFINITY),
  }));
}

async function readLabels(db: GlossaryDatabase, limit: number): Promise<LabelInForce[]> {
  const muted = new Set(await db.states.where('state').equals('muted').primaryKeys());
  const found: LabelInForce[] = [];
  for (const { id, layer, enabled } of await glossaries(db)) {
    if (!enabled) continue;
    await eachRow(db, layer, limit, (row) => {
      if (!muted.has(keyOf(id, row.conceptId))) found.push(...entriesOf(id, row, muted));
    });
  }
  return found;
}

async function eachRow(
  db: GlossaryDatabase,
  layer: string,
  limit: number,
  visit: (row: LabelRow) => void,
): Promise<void> {
  for (let last: unknown = Dexie.minKey, more = true; more; ) {
    const rows = await db.labels
      .where('[layer+conceptId]')
      .between([layer, last], [layer, Dexie.maxKey], false, true)
      .limit(limit)
      .toArray();
    rows.forEach(visit);
    more = rows.length === limit;
    last = rows.at(-1)?.conceptId;
  }
}

export function entriesOf(
  glossaryId: string,
  row: LabelRow,
  muted: ReadonlySet<string> = new Set(),
): LabelInForce[] {
  const { generic, place } = row;
  return row.forms
    .filter(({ form }) => muted.size === 0 || !muted.has(muteKey(form)))
    .map(({ form, hints }) => ({ form, concept: keyOf(glossaryId, row.conceptId), generic, place, hints }));
}

/** A number that every database has from its beginning, and keeps. */
export async function databaseId(db: GlossaryDatabase): Promise<string> {
  return String((await db.meta.get('database'))?.value);
}

/** Changes with everything stored here that affects matching, and never comes back. */
export async function stamp(db: GlossaryDatabase): Promise<string> {
  const [database, matching] = await db.meta.bulkGet(['database', 'matching']);
  return `${STAMP_FORMAT}.${database?.value}.${matching?.value}`;
}

export interface LabelOwner {
  /** `glossaryId/conceptId`. */
  readonly key: string;
  readonly prefLabel: string;
}

/**
 * Concepts in force that own the label, in the order of their glossaries; with `prefix` those that own a label that
 * begins so, in the order of the labels. Of glossaries that are switched on only.
 */
export async function ownersOf(
  db: GlossaryDatabase,
  label: string,
  { prefix = false, limit = 50 }: { prefix?: boolean; limit?: number } = {},
): Promise<LabelOwner[]> {
  const normal = normaliseLabel(label);
  if (normal === '') return [];
  return db.transaction('r', db.glossaries, db.labels, async () => {
    const live = await layers(db);
    const inForce = ({ layer }: LabelRow) => isLive(live.get(glossaryOfLayer(layer)), layer);
    const place = ({ layer }: LabelRow) => live.get(glossaryOfLayer(layer))?.order ?? 0;
    const byOrder = (one: LabelRow, other: LabelRow) => place(one) - place(other);
    const where = db.labels.where('normals');
    // All at once where few can be meant; entry by entry where it ends with the first that are wanted.
    const rows = prefix
      ? await where.startsWith(normal).filter(inForce).distinct().limit(limit).toArray()
      : (await where.equals(normal).toArray()).filter(inForce).sort(byOrder).slice(0, limit);
    return rows.map(({ layer, conceptId, prefLabel }) => ({
      key: keyOf(glossaryOfLayer(layer), conceptId),
      prefLabel,
    }));
  });
}

const isLive = (glossary: { layer: string; enabled: boolean } | undefined, layer: string): boolean =>
  glossary?.enabled === true && glossary.layer === layer;
