/** What an import would do, before anything of it is in force. */
import type { GlossaryDatabase } from './database.ts';
import { effectOf, type ImportEffect, type ImportMode } from './import-mix.ts';
import { importJob } from './import-stage.ts';
import { rowsOf } from './layers.ts';
import { overlaysOf } from './read.ts';
import type { OverlayRow } from './rows.ts';
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
  const edits = new Map(
    (await overlaysOf(db, job.glossaryId)).map((overlay) => [overlay.conceptId, overlay]),
  );
  const added: string[] = [];
  const changed: string[] = [];
  const conflicting: string[] = [];
  let unchanged = 0;
  const ids = (await rowsOf(db.concepts, job.layer).primaryKeys()).map(([, conceptId]) => conceptId);
  for (let at = 0; at < ids.length; at += CHUNK) {
    for (const entry of await compare(db, id, mode, ids.slice(at, at + CHUNK), edits)) {
      if (entry.stored === undefined) added.push(entry.conceptId);
      else if ((entry.effect?.conflicts.length ?? 0) > 0) conflicting.push(entry.conceptId);
      else if ((entry.effect?.patches.length ?? 0) > 0) changed.push(entry.conceptId);
      else unchanged += 1;
    }
    onProgress(Math.min(at + CHUNK, ids.length));
  }
  const removed = mode === 'replace' ? await missing(db, job.glossaryId, new Set(ids)) : [];
  return { added, changed, conflicting, removed, unchanged };
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

async function missing(
  db: GlossaryDatabase,
  glossaryId: string,
  staged: ReadonlySet<string>,
): Promise<string[]> {
  const layer = (await db.glossaries.get(glossaryId))?.layer ?? '';
  const ids = (await rowsOf(db.concepts, layer).primaryKeys()).map(([, conceptId]) => conceptId);
  return ids.filter((conceptId) => !staged.has(conceptId));
}
