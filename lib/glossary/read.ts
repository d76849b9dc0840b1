/** Reading concepts in force: shipped, own and imported, with the reader's edits applied. */
import Dexie from 'dexie';
import type { GlossaryDatabase } from './database.ts';
import { inForce } from './derive.ts';
import { keyOf, type LayerKey, splitKey } from './keys.ts';
import type { Conflict, Patch } from './merge.ts';
import type { ConceptRow, GlossaryRow, OverlayRow } from './rows.ts';
import type { Concept } from './schema.ts';

export interface ConceptInForce {
  /** `glossaryId/conceptId`. */
  readonly key: string;
  readonly glossaryId: string;
  readonly conceptId: string;
  /** As the reader sees it. */
  readonly concept: Concept;
  /** As its glossary has it, where the reader's edit differs. */
  readonly base?: Concept | undefined;
  readonly edited: boolean;
  readonly patches: readonly Patch[];
  readonly conflicts: readonly Conflict[];
  /** Its glossary no longer has the entry; it is here because the reader edited it. */
  readonly dropped?: 'asked' | 'kept' | undefined;
  /** Revision of the last change of this entry: give it back to `save`. */
  readonly revision: number;
}

/** Glossaries in their order. */
export const glossaries = (db: GlossaryDatabase): Promise<GlossaryRow[]> =>
  db.glossaries.toArray().then((rows) => rows.sort((a, b) => a.order - b.order));

/** Layers in force of every glossary, switched on or not, by glossary. */
export async function layers(db: GlossaryDatabase): Promise<Map<string, GlossaryRow>> {
  return new Map((await glossaries(db)).map((row) => [row.id, row]));
}

/**
 * Reads concepts, in the order of `keys`; `undefined` where there is none, or the reader removed it.
 *
 * Concepts of glossaries that are switched off are found too: they are still shown on the options page.
 */
export async function concepts(
  db: GlossaryDatabase,
  keys: readonly string[],
): Promise<(ConceptInForce | undefined)[]> {
  if (keys.length === 0) return [];
  return db.transaction('r', db.glossaries, db.concepts, db.overlays, async () =>
    conceptsIn(db, await layers(db), keys),
  );
}

/** The same inside a transaction that has read the layers already. */
export async function conceptsIn(
  db: GlossaryDatabase,
  live: ReadonlyMap<string, GlossaryRow>,
  keys: readonly string[],
): Promise<(ConceptInForce | undefined)[]> {
  const parts = keys.map(splitKey);
  const [rows, overlays] = await Promise.all([
    db.concepts.bulkGet(
      parts.map(({ glossaryId, conceptId }): LayerKey => [live.get(glossaryId)?.layer ?? '', conceptId]),
    ),
    db.overlays.bulkGet(parts.map(({ glossaryId, conceptId }) => [glossaryId, conceptId] as const)),
  ]);
  return rows.map((row, index) => row && assemble(row, overlays[index]));
}

export async function concept(db: GlossaryDatabase, key: string): Promise<ConceptInForce | undefined> {
  const [found] = await concepts(db, [key]);
  return found;
}

export const overlaysOf = (db: GlossaryDatabase, glossaryId: string): Promise<OverlayRow[]> =>
  db.overlays
    .where('[glossaryId+conceptId]')
    .between([glossaryId, Dexie.minKey], [glossaryId, Dexie.maxKey])
    .toArray();

/** A row with its overlay; `undefined` where the reader removed the concept. */
export function assemble(row: ConceptRow, overlay: OverlayRow | undefined): ConceptInForce | undefined {
  if (overlay?.removed) return undefined;
  const glossaryId = row.concept.origin.glossaryId;
  return {
    key: keyOf(glossaryId, row.conceptId),
    glossaryId,
    conceptId: row.conceptId,
    concept: inForce(row.concept, overlay),
    ...(overlay === undefined ? {} : { base: row.concept }),
    edited: overlay !== undefined,
    patches: overlay?.patches ?? [],
    conflicts: overlay?.conflicts ?? [],
    ...(overlay?.dropped === undefined ? {} : { dropped: overlay.dropped }),
    revision: Math.max(row.revision, overlay?.revision ?? 0),
  };
}
