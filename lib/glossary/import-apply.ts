/**
 * Applying a staged import: what its glossary held is mixed into the staged layer, a chunk at a time, and one switch
 * puts the whole in force, as one revision. Killed anywhere, it goes on with the next call; until the switch readers
 * see the glossary as it was.
 */
import { type BulkRow, putInTurns } from './bulk.ts';
import type { GlossaryDatabase } from './database.ts';
import { deriveRows } from './derive.ts';
import { GlossaryError } from './errors.ts';
import { type ImportMode, mix } from './import-mix.ts';
import { importJob } from './import-stage.ts';
import { splitKey } from './keys.ts';
import { countRows, dropDeadLayers, rowsOf } from './layers.ts';
import type { Applying, ConceptRow, GlossaryRow, StagingRow } from './rows.ts';
import { switchLayer } from './switch.ts';
import { type Writing, withLock, write } from './write.ts';

const CHUNK = 500;

/**
 * @param onProgress gets the number of stored entries looked at
 * @param signal stops before the switch; the import stays staged
 * @throws {GlossaryError} `import-gone`; `import-outdated` if it was begun otherwise; `invalid` while entries are missing
 */
export async function applyImport(
  db: GlossaryDatabase,
  id: string,
  mode: ImportMode,
  onProgress: (done: number) => void = () => {},
  signal?: AbortSignal,
): Promise<number> {
  for (let seen = 0, more = true; more; ) {
    signal?.throwIfAborted();
    const mixed = await withLock(() => mixChunk(db, id, mode));
    more = mixed > 0;
    seen += mixed;
    if (more) onProgress(seen);
  }
  const staged = await begun(db, id, mode);
  // Not what stood in the file: some of it was refused, and with a merge more is there.
  const counted = isMixed(staged.glossary, mode)
    ? await countRows(db.labels, staged.job.layer)
    : staged.job.total;
  const revision = await write(db, async (writing) => {
    const { job, glossary, applying } = await begun(db, id, mode);
    const isOwn = isMixed(glossary, mode) && glossary.kind === 'own';
    // The reader's own entries may be edited at any time: they are mixed in all at once, with the switch.
    if (isOwn) await mixOwn(db, writing, job, mode, await rowsAfter(db, applying, Number.POSITIVE_INFINITY));
    const late = isMixed(glossary, mode) && !isOwn ? await mixMovedIn(db, writing, job, mode, glossary) : 0;
    const count = isOwn ? await rowsOf(db.labels, job.layer).count() : counted + late;
    await finish(db, writing, job, { old: glossary, count });
    return writing.revision;
  });
  await dropDeadLayers(db);
  return revision;
}

/** Where the import stands. @throws {GlossaryError} as `applyImport` */
async function begun(db: GlossaryDatabase, id: string, mode: ImportMode) {
  // At once: another page may put the import in force between the two.
  const { job, glossary } = await db.transaction('r', db.staging, db.glossaries, async () => {
    const read = await importJob(db, id);
    return { job: read, glossary: await db.glossaries.get(read.glossaryId) };
  });
  if (job.phase === 'staging') throw new GlossaryError('invalid', 'the file has not been read to its end');
  return { job, glossary, applying: resume(job, glossary, mode) };
}

const isMixed = (glossary: GlossaryRow | undefined, mode: ImportMode): glossary is GlossaryRow =>
  glossary !== undefined && mode !== 'replace';

/** Mixes in the next entries, in turns between which others read. @returns how many; 0 at the end. */
async function mixChunk(db: GlossaryDatabase, id: string, mode: ImportMode): Promise<number> {
  const { job, glossary, applying } = await begun(db, id, mode);
  if (!isMixed(glossary, mode) || glossary.kind === 'own') return 0;
  const stored = await rowsAfter(db, applying, CHUNK);
  const mixed = await mixedWith(db, job, mode, stored, job.revision ?? 0);
  await putInTurns(db, mixed, ({ row }) => ({
    ...job,
    phase: 'applying',
    applying: { ...applying, last: row.conceptId },
  }));
  return mixed.length;
}

/** Where to go on. @throws {GlossaryError} `import-outdated` if the mode or the glossary's layer is another one now */
function resume({ applying }: StagingRow, glossary: GlossaryRow | undefined, mode: ImportMode): Applying {
  const from = glossary?.layer ?? '';
  if (applying === undefined) return { mode, from, last: '' };
  if (applying.mode === mode && applying.from === from) return applying;
  throw new GlossaryError(
    'import-outdated',
    'the import was begun otherwise: drop it and read the file again',
  );
}

const rowsAfter = (db: GlossaryDatabase, { from, last }: Applying, limit: number): Promise<ConceptRow[]> =>
  db.concepts
    .where('[layer+conceptId]')
    .between([from, last], [from, '\uffff'], false, true)
    .limit(limit)
    .toArray();

async function mixedWith(
  db: GlossaryDatabase,
  job: StagingRow,
  mode: ImportMode,
  stored: readonly ConceptRow[],
  revision: number,
): Promise<BulkRow[]> {
  const staged = await db.concepts.bulkGet(stored.map(({ conceptId }) => [job.layer, conceptId] as const));
  return stored.map((row, index) => {
    const incoming = staged[index]?.concept;
    const concept = incoming === undefined ? row.concept : mix(mode, row.concept, incoming);
    return deriveRows(job.layer, concept, undefined, incoming === undefined ? row.revision : revision);
  });
}

async function mixOwn(
  db: GlossaryDatabase,
  { revision }: Writing,
  job: StagingRow,
  mode: ImportMode,
  stored: readonly ConceptRow[],
): Promise<void> {
  await putMixed(db, await mixedWith(db, job, mode, stored, revision));
}

async function putMixed(db: GlossaryDatabase, mixed: readonly BulkRow[]): Promise<void> {
  await db.concepts.bulkPut(mixed.map(({ row }) => row));
  await db.labels.bulkPut(mixed.flatMap(({ labels }) => labels ?? []));
}

/**
 * Entries that were moved into the glossary since the import was begun stand in its old layer, perhaps before the place
 * where the mixing was: none is left behind.
 *
 * @returns how many had been
 */
async function mixMovedIn(
  db: GlossaryDatabase,
  { revision }: Writing,
  job: StagingRow,
  mode: ImportMode,
  { id, layer }: GlossaryRow,
): Promise<number> {
  const since = await db.revisions
    .where('revision')
    .above(job.revision ?? 0)
    .toArray();
  const moved = since
    .filter(({ kind }) => kind === 'move')
    .flatMap(({ keys }) => keys.map(splitKey))
    .filter(({ glossaryId }) => glossaryId === id);
  const keysIn = (where: string) => moved.map(({ conceptId }) => [where, conceptId] as const);
  const rows = await db.concepts.bulkGet(keysIn(layer));
  const staged = await db.concepts.bulkGet(keysIn(job.layer));
  const left = rows.filter((row, index) => row !== undefined && staged[index] === undefined);
  const stored = rows.flatMap((row) => row ?? []);
  await putMixed(db, await mixedWith(db, job, mode, stored, revision));
  return left.length;
}

async function finish(
  db: GlossaryDatabase,
  writing: Writing,
  job: StagingRow,
  { old, count }: { readonly old: GlossaryRow | undefined; readonly count: number },
): Promise<void> {
  const order = old?.order ?? (await db.glossaries.count());
  await switchLayer(db, writing, {
    glossary: {
      id: job.glossaryId,
      kind: old?.kind ?? 'imported',
      title: old?.title ?? job.title ?? job.glossaryId,
      licence: old?.licence ?? job.licence,
      layer: job.layer,
      release: job.release,
      enabled: old?.enabled ?? true,
      order,
      updatedAt: writing.now,
    },
    count,
    kind: 'import',
    reason: 'import',
  });
  await db.staging.delete(job.id);
}
