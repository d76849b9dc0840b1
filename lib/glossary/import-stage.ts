/**
 * An import under way: entries are written to a layer that is not in force, as they are read from the file. A closed
 * page leaves the job where it was; `imports` finds it again.
 */
import * as v from 'valibot';
import { type BulkRow, writeTurn } from './bulk.ts';
import type { GlossaryDatabase } from './database.ts';
import { deriveRows } from './derive.ts';
import { type Issue, issuesOf } from './edit.ts';
import { GlossaryError } from './errors.ts';
import { countRows, dropDeadLayers, freeLayer, idsIn } from './layers.ts';
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
 * Written in turns, between which others read; while one is written the next is checked and made ready. Entries that do
 * not fit, or repeat an id of this import, are refused and the rest is taken. The next batch may be handed over before
 * this one has been written: it is written only if this one was.
 *
 * @param at where the batch begins in the file, for who does not wait for the batch before
 * @throws {GlossaryError} `invalid` where the job is not as far as `at`
 */
export function stageImport(
  db: GlossaryDatabase,
  id: string,
  batch: readonly unknown[],
  at?: number | undefined,
): Promise<readonly Refused[]> {
  const check = (draft: unknown) => v.safeParse(conceptSchema, draft);
  // The first turn is made ready before the lock is taken: nobody waits for it.
  const checked = batch.slice(0, db.pace.size).map(check);
  return withLock(async () => {
    let job = await importJob(db, id);
    if (at !== undefined && job.done !== at)
      throw new GlossaryError('invalid', `entry ${at} does not come next: ${job.done} are staged`);
    const ids = await stagedIds(db, job);
    db.staged = undefined;
    const origin = { glossaryId: job.glossaryId, revision: job.release };
    const refused: Refused[] = [];
    let taken = Promise.resolve();
    let written = Promise.resolve();
    for (let index = 0; index < batch.length; ) {
      const from = index;
      const rows: BulkRow[] = [];
      for (; index < batch.length && rows.length < db.pace.size; index += 1) {
        const result = checked[index] ?? check(batch[index]);
        if (!result.success) refused.push({ index, issues: issuesOf(batch[index]) });
        else if (ids.has(result.output.id)) refused.push({ index, issues: TWICE });
        else {
          ids.add(result.output.id);
          const concept = { ...tidy(result.output), origin };
          rows.push(deriveRows(job.layer, concept, undefined, job.revision ?? 0));
        }
      }
      const before = job;
      job = { ...job, phase: 'staging', done: job.done + index - from };
      // Handed over while the one before is committed.
      await taken;
      ({ taken, written } = takeTurn(db, rows, { job, before, after: written }));
    }
    await written;
    db.staged = { id, done: job.done, ids };
    return refused.sort((a, b) => a.index - b.index);
  });
}

const TWICE: readonly Issue[] = [{ path: 'id', message: 'is used twice' }];

interface TurnOf {
  readonly job: StagingRow;
  readonly before: StagingRow;
  /** The turn before: it may fail at its end. */
  readonly after: Promise<void>;
}

/** @returns when all rows are taken in, and when they and all before them are kept */
function takeTurn(db: GlossaryDatabase, rows: readonly BulkRow[], { job, before, after }: TurnOf) {
  let from = performance.now();
  const turn = writeTurn(db, rows, job, before);
  const begins = after.then(() => {
    from = performance.now();
  });
  const written = begins
    .then(() => turn.ended)
    .then(() => db.pace.note(rows.length, performance.now() - from));
  const taken = Promise.all([begins, turn.taken]).then(() => {});
  // Whoever waits for the last turn is told.
  for (const promise of [turn.ended, taken, written]) promise.catch(() => {});
  return { taken, written };
}

/** The ids that the import has taken so far. */
async function stagedIds(db: GlossaryDatabase, { id, done, layer }: StagingRow): Promise<Set<string>> {
  if (db.staged?.id === id && db.staged.done === done) return db.staged.ids;
  const ids = new Set<string>();
  if (done === 0) return ids;
  for await (const page of idsIn(db.labels, layer)) for (const conceptId of page) ids.add(conceptId);
  return ids;
}

/** Says that every entry of the file is staged: from now on the import can be looked at and applied. */
export async function endStaging(db: GlossaryDatabase, id: string): Promise<void> {
  const { done, layer } = await importJob(db, id);
  // Counted before anybody has to wait; each staged entry has its labels, whose rows are small.
  const isKnown = db.staged?.id === id && db.staged.done === done;
  const total = isKnown ? (db.staged?.ids.size ?? 0) : await countRows(db.labels, layer);
  await write(db, async () => {
    const job = await importJob(db, id);
    if (job.done !== done) throw new GlossaryError('invalid', 'entries are still coming in');
    await db.staging.put({ ...job, phase: 'staged', total });
  });
  db.staged = undefined;
}

/** Gives an import up; nothing of it was in force. @throws {GlossaryError} `import-gone` */
export async function dropImport(db: GlossaryDatabase, id: string): Promise<void> {
  await write(db, async () => {
    await importJob(db, id);
    await db.staging.delete(id);
  });
  await dropDeadLayers(db);
}

/** @throws {GlossaryError} `import-gone` */
export async function importJob(db: GlossaryDatabase, id: string): Promise<StagingRow> {
  const job = await db.staging.get(id);
  if (job?.kind !== 'import') throw new GlossaryError('import-gone', `there is no import ${id}`);
  return job;
}
