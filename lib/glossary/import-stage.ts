/**
 * An import under way: entries are written to a layer that is not in force, as they are read from the file. A closed
 * page leaves the job where it was; `imports` finds it again.
 */
import Dexie from 'dexie';
import * as v from 'valibot';
import type { GlossaryDatabase } from './database.ts';
import { deriveRows } from './derive.ts';
import { type Issue, issuesOf } from './edit.ts';
import { GlossaryError } from './errors.ts';
import { dropDeadLayers, freeLayer } from './layers.ts';
import { tidy } from './parts.ts';
import type { StagingRow } from './rows.ts';
import { type Concept, conceptSchema } from './schema.ts';
import { write } from './write.ts';

export interface ImportTarget {
  /** An existing glossary, or the id of a new one. The shipped glossary takes no imports. */
  readonly glossaryId: string;
  readonly title: string;
  readonly licence?: string | undefined;
  /** Entries to come, where known. */
  readonly total?: number | undefined;
}

/** Entries of a batch that were not taken, by their place in it. */
export interface Refused {
  readonly index: number;
  readonly issues: readonly Issue[];
}

/** Begins an import. @returns the job's id. */
export function beginImport(db: GlossaryDatabase, target: ImportTarget): Promise<string> {
  return write(db, async ({ revision, now }) => {
    const glossary = await db.glossaries.get(target.glossaryId);
    if (glossary?.kind === 'starter')
      throw new GlossaryError('invalid', 'the shipped glossary takes no imports: edits are kept beside it');
    const id = `import-${revision}`;
    await db.staging.add({
      id,
      kind: 'import',
      glossaryId: target.glossaryId,
      layer: await freeLayer(db, target.glossaryId, revision),
      release: (glossary?.release ?? 0) + 1,
      done: 0,
      total: target.total ?? 0,
      startedAt: now,
      title: target.title,
      ...(target.licence === undefined ? {} : { licence: target.licence }),
      phase: 'staging',
    });
    return id;
  });
}

/** Imports that are not finished, oldest first. */
export const imports = async (db: GlossaryDatabase): Promise<StagingRow[]> =>
  (await db.staging.toArray())
    .filter(({ kind }) => kind === 'import')
    .sort((a, b) => a.startedAt.localeCompare(b.startedAt));

/**
 * Takes a batch of entries in the order of the file: entry `done` of the job is the first one not taken yet.
 *
 * Some hundred entries a batch: a card that is opened meanwhile waits for one batch at most. A batch is checked at
 * once, so the next call may be made before this one has been written. Entries that do not fit, or repeat an id of
 * this import, are refused and the rest is taken.
 */
export function stageImport(
  db: GlossaryDatabase,
  id: string,
  batch: readonly unknown[],
): Promise<readonly Refused[]> {
  // Checked before the lock is taken: nobody waits for it.
  const results = batch.map((draft) => v.safeParse(conceptSchema, draft));
  return write(db, async ({ revision }) => {
    const job = await importJob(db, id);
    const refused: Refused[] = [];
    const accepted: { index: number; concept: Concept }[] = [];
    results.forEach((result, index) => {
      const origin = { glossaryId: job.glossaryId, revision: job.release };
      if (result.success) accepted.push({ index, concept: { ...tidy(result.output), origin } });
      else refused.push({ index, issues: issuesOf(batch[index]) });
    });
    const derived = accepted.map(({ concept }) => deriveRows(job.layer, concept, undefined, revision));
    const repeated = await addNew(
      db,
      derived.map(({ row }) => row),
    );
    for (const at of repeated)
      refused.push({ index: accepted[at]?.index ?? at, issues: [{ path: 'id', message: 'is used twice' }] });
    await db.labels.bulkPut(derived.flatMap(({ labels }, at) => (labels && !repeated.has(at) ? labels : [])));
    await db.staging.put({ ...job, phase: 'staging', done: job.done + batch.length });
    return refused.sort((a, b) => a.index - b.index);
  });
}

/** Adds rows. @returns the places of those whose key is there already. */
async function addNew(
  db: GlossaryDatabase,
  rows: readonly Parameters<GlossaryDatabase['concepts']['add']>[0][],
): Promise<ReadonlySet<number>> {
  try {
    await db.concepts.bulkAdd(rows);
    return new Set();
  } catch (error) {
    if (!(error instanceof Dexie.BulkError)) throw error;
    const other = error.failures.find(({ name }) => name !== 'ConstraintError');
    if (other !== undefined) throw other;
    return new Set(Object.keys(error.failuresByPos).map(Number));
  }
}

/** Says that every entry of the file is staged: from now on the import can be looked at and applied. */
export function endStaging(db: GlossaryDatabase, id: string): Promise<void> {
  return write(db, async () => {
    const job = await importJob(db, id);
    await db.staging.put({ ...job, phase: 'staged', total: job.done });
  });
}

/** Gives an import up; nothing of it was in force. */
export async function dropImport(db: GlossaryDatabase, id: string): Promise<void> {
  await write(db, () => db.staging.delete(id));
  await dropDeadLayers(db);
}

/** @throws {GlossaryError} `not-found` */
export async function importJob(db: GlossaryDatabase, id: string): Promise<StagingRow> {
  const job = await db.staging.get(id);
  if (job?.kind !== 'import') throw new GlossaryError('not-found', `there is no import ${id}`);
  return job;
}
