/** What an import would do, before anything of it is in force. */
import Dexie from 'dexie';
import type { GlossaryDatabase } from './database.ts';
import { effectOf, type ImportEffect, type ImportMode } from './import-mix.ts';
import { importJob } from './import-stage.ts';
import { idsIn } from './layers.ts';
import { overlaysOf } from './read.ts';
import type { ConceptRow, OverlayRow } from './rows.ts';
import type { Concept } from './schema.ts';

const CHUNK = 1_000;

/** Concept ids by what happens to them. */
export interface ImportPreview {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  /** Changed where the reader has edited the same part. */
  readonly conflicting: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

export interface PreviewEntry {
  readonly conceptId: string;
  readonly stored: Concept | undefined;
  readonly incoming: Concept | undefined;
  readonly effect: ImportEffect | undefined;
}

/** Compares a staged import with its glossary. `onProgress` gets the number of entries compared. */
export async function previewImport(
  db: GlossaryDatabase,
  id: string,
  mode: ImportMode,
  onProgress: (compared: number) => void = () => {},
): Promise<ImportPreview> {
  const job = await importJob(db, id);
  const layer = (await db.glossaries.get(job.glossaryId))?.layer;
  if (layer === undefined) {
    const preview = nothing();
    // Each staged entry has its labels, whose rows are small.
    for await (const ids of idsIn(db.labels, job.layer)) {
      for (const conceptId of ids) preview.added.push(conceptId);
      onProgress(preview.added.length);
    }
    return preview;
  }
  const edits = new Map(
    (await overlaysOf(db, job.glossaryId)).map((overlay) => [overlay.conceptId, overlay]),
  );
  const preview = nothing();
  // Both stand in the order of their ids: read side by side, a page at a time.
  const stored = rowsInOrder(db, layer);
  let mine = await stored.next();
  let compared = 0;
  for await (const theirs of rowsInOrder(db, job.layer)) {
    for (; !mine.done && mine.value.conceptId < theirs.conceptId; mine = await stored.next())
      preview.removed.push(mine.value.conceptId);
    if (mine.done || mine.value.conceptId !== theirs.conceptId) preview.added.push(theirs.conceptId);
    else {
      const patches = edits.get(theirs.conceptId)?.patches ?? [];
      const effect = effectOf(mode, mine.value.concept, theirs.concept, patches);
      if (effect.conflicts.length > 0) preview.conflicting.push(theirs.conceptId);
      else if (effect.patches.length > 0) preview.changed.push(theirs.conceptId);
      else preview.unchanged += 1;
      mine = await stored.next();
    }
    compared += 1;
    if (compared % CHUNK === 0) onProgress(compared);
  }
  for (; !mine.done; mine = await stored.next()) preview.removed.push(mine.value.conceptId);
  return mode === 'replace' ? preview : { ...preview, removed: [] };
}

const nothing = () => ({
  added: [] as string[],
  changed: [] as string[],
  conflicting: [] as string[],
  removed: [] as string[],
  unchanged: 0,
});

async function* rowsInOrder(db: GlossaryDatabase, layer: string): AsyncGenerator<ConceptRow, undefined> {
  for (let last: unknown = Dexie.minKey, more = true; more; ) {
    const rows: ConceptRow[] = await db.concepts
      .where('[layer+conceptId]')
      .between([layer, last], [layer, Dexie.maxKey], false, true)
      .limit(CHUNK)
      .toArray();
    yield* rows;
    more = rows.length === CHUNK;
    last = rows.at(-1)?.conceptId;
  }
  return undefined;
}

/** The entries of a preview, field by field. */
export async function previewEntries(
  db: GlossaryDatabase,
  id: string,
  mode: ImportMode,
  conceptIds: readonly string[],
): Promise<PreviewEntry[]> {
  const { glossaryId } = await importJob(db, id);
  const overlays = await db.overlays.bulkGet(conceptIds.map((conceptId) => [glossaryId, conceptId] as const));
  const edits = new Map(
    overlays.flatMap((overlay) => (overlay ? [[overlay.conceptId, overlay] as const] : [])),
  );
  return compare(db, id, mode, conceptIds, edits);
}

async function compare(
  db: GlossaryDatabase,
  id: string,
  mode: ImportMode,
  conceptIds: readonly string[],
  edits: ReadonlyMap<string, OverlayRow>,
): Promise<PreviewEntry[]> {
  const job = await importJob(db, id);
  const layer = (await db.glossaries.get(job.glossaryId))?.layer ?? '';
  const [incoming, stored] = await Promise.all(
    [job.layer, layer].map((one) =>
      db.concepts.bulkGet(conceptIds.map((conceptId) => [one, conceptId] as const)),
    ),
  );
  return conceptIds.map((conceptId, index) => {
    const [theirs, mine] = [incoming?.[index]?.concept, stored?.[index]?.concept];
    const effect = theirs && mine && effectOf(mode, mine, theirs, edits.get(conceptId)?.patches ?? []);
    return { conceptId, stored: mine, incoming: theirs, effect };
  });
}
