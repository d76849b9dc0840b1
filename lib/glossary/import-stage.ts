/**
 * An import under way: entries are written to a layer that is not in force, as they are read from the file. A closed
 * page leaves the job where it was; `imports` finds it again.
 */
import * as v from 'valibot';
import { type BulkRow, writeBulk } from './bulk.ts';
import type { GlossaryDatabase } from './database.ts';
import { deriveRows } from './derive.ts';
import { type Issue, issuesOf } from './edit.ts';
import { GlossaryError } from './errors.ts';
import { dropDeadLayers, freeLayer, rowsOf } from './layers.ts';
import { tidy } from './parts.ts';
import type { StagingRow } from './rows.ts';
import { conceptSchema } from './schema.ts';
import { withLock, write } from './write.ts';

export interface ImportTarget {
  /** An existing glossary, or the id of a new one. The shipped glossary takes no imports. */
  readonly glossaryId: string;
  readonly title: string;
  readonly licence?: string | undefined;
  /** Entries to come, where known. */
  readonly total?: number | undefined;
  /** Tells the file and how it is read from all others. */
  readonly file?: string | undefined;
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
      revision,
      title: target.title,
      ...(target.licence === undefined ? {} : { licence: target.licence }),
      ...(target.file === undefined ? {} : { file: target.file }),
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
 * The batch is checked at once, so the next call may be made before this one has been written; it is written in
 * turns, between which others read. Entries that do not fit, or repeat an id of this import, are refused and the rest
 * is taken.
 */
export function stageImport(
  db: GlossaryDatabase,
  id: string,
  batch: readonly unknown[],
): Promise<readonly Refused[]> {
  // Checked before the lock is taken: nobody waits for it.
  const results = batch.map((draft) => v.safeParse(conceptSchema, draft));
  return withLock(async () => {
    let job = await importJob(db, id);
    const origin = { glossaryId: job.glossaryId, revision: job.release };
    const refused: Refused[] = [];
    let writing: Promise<void> = Promise.resolve();
    for (let at = 0; at < results.length; ) {
      const from = at;
      const accepted: (BulkRow & { index: number })[] = [];
      for (; at < results.length && accepted.length < db.pace.size; at += 1) {
        const result = results[at];
        if (result?.success)
          accepted.push({
            index: at,
            ...deriveRows(job.layer, { ...tidy(result.output), origin }, undefined, job.revision ?? 0),
          });
        else refused.push({ index: at, issues: issuesOf(batch[at]) });
      }
      job = { ...job, phase: 'staging', done: job.done + at - from };
      // One turn is being written while the next is made ready.
      await writing;
      writing = takeTurn(db, accepted, job, refused);
    }
    await writing;
    return refused.sort((a, b) => a.index - b.index);
  });
}

async function takeTurn(
  db: GlossaryDatabase,
  rows: readonly (BulkRow & { readonly index: number })[],
  job: StagingRow,
  refused: Refused[],
): Promise<void> {
  const from = performance.now();
  const repeated = await writeBulk(db, rows, job, 'add');
  db.pace.note(rows.length, performance.now() - from);
  for (const place of repeated)
    refused.push({ index: rows[place]?.index ?? 0, issues: [{ path: 'id', message: 'is used twice' }] });
}

/** Says that every entry of the file is staged: from now on the import can be looked at and applied. */
export function endStaging(db: GlossaryDatabase, id: string): Promise<void> {
  return write(db, async () => {
    const job = await importJob(db, id);
    const total = await rowsOf(db.concepts, job.layer).count();
    await db.staging.put({ ...job, phase: 'staged', total });
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
