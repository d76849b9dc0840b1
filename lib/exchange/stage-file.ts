/** Reads a file into a staged import: nothing of it is in force before the import is applied. */
import { type Issue, issuesOf } from '../glossary/edit.ts';
import type { Refused } from '../glossary/import-stage.ts';
import type { GlossaryRepository } from '../glossary/repository.ts';
import type { Concept } from '../glossary/schema.ts';
import { EntryNames } from './entry-names.ts';
import { fillDraft } from './fill-draft.ts';
import type { Reading } from './read-file.ts';
import { readAlone } from './reading-lock.ts';
import { type Column, type Draft, ExchangeError, type Problem, type Recognised } from './types.ts';

const BATCH = 1_000;
/** More problems are counted, not kept: by then it is the wrong file. */
export const MAX_PROBLEMS = 10_000;

export interface StageTarget {
  readonly glossaryId: string;
  readonly title: string;
  /** Tells the file and how it is read: an import of the same that was left while it was read is gone on with. */
  readonly file?: string | undefined;
}

export interface Staged {
  readonly jobId: string;
  /** Of an import that is gone on with it is the one that was begun. */
  readonly glossaryId: string;
  readonly recognised: Recognised;
  /** Entries that can be imported. */
  readonly taken: number;
  /** Rows that can not. */
  readonly refused: number;
  /** At most `MAX_PROBLEMS`, in the order of the file. */
  readonly problems: readonly Problem[];
}

/**
 * @param onProgress gets the numbers of entries taken and refused
 * @param signal stops and leaves nothing
 * @throws {ExchangeError} `empty` where not one entry could be taken and none was refused, `being-read` where another
 * page reads the file; {GlossaryError}
 */
export async function stageFile(
  repository: GlossaryRepository,
  reading: Reading,
  target: StageTarget,
  onProgress: (taken: number, refused: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Staged> {
  const staged = await readAlone(target, () => stageAlone(repository, reading, target, onProgress, signal));
  if (staged === undefined) throw new ExchangeError('being-read', 'another page reads this file');
  return staged;
}

async function stageAlone(
  repository: GlossaryRepository,
  reading: Reading,
  target: StageTarget,
  onProgress: (taken: number, refused: number) => void,
  signal: AbortSignal | undefined,
): Promise<Staged> {
  const left = await leftImport(repository, target);
  const glossaryId = left?.glossaryId ?? target.glossaryId;
  const names = new EntryNames(await repository.prefLabels(glossaryId));
  const jobId = left?.id ?? (await repository.beginImport(target));
  /** Entries that were staged before. */
  let behind = left?.done ?? 0;
  const problems: Problem[] = [];
  const refusedRows = new Set<number>();
  let taken = 0;
  const columns = reading.recognised.columns ?? [];
  const note = (problem: Problem) => {
    refusedRows.add(problem.row);
    const column = problem.column ?? letterOf(columns, problem.field);
    if (problems.length < MAX_PROBLEMS)
      problems.push(column === undefined ? problem : { ...problem, column });
  };
  /** Entries handed over, those that were staged before among them. */
  let handed = 0;
  let writing: Promise<void> = Promise.resolve();
  const flush = async (batch: readonly { row: number; draft: Draft }[]) => {
    signal?.throwIfAborted();
    const drafts = await filled(repository, glossaryId, batch, names);
    // The next batch is read and handed over while this one is being written, and no third.
    const before = writing;
    writing = stage(batch, drafts, before);
    // A fault is met by the next one who waits.
    writing.catch(() => {});
    await before;
  };
  const stage = async (
    batch: readonly { row: number; draft: Draft }[],
    drafts: readonly Draft[],
    after: Promise<void>,
  ) => {
    const before = drafts.slice(0, behind);
    behind -= before.length;
    const at = handed + before.length;
    handed += drafts.length;
    const rest = drafts.slice(before.length);
    const staging = rest.length === 0 ? NONE_REFUSED : repository.stageImport(jobId, rest, at);
    staging.catch(() => {});
    // What went wrong first is told.
    await after;
    const refused = [
      ...before.flatMap((draft, index) => refusedAt(index, draft)),
      ...(await staging).map(({ index, issues }) => ({ index: index + before.length, issues })),
    ];
    for (const { index, issues } of refused) {
      const { row = 0, draft = {} } = batch[index] ?? {};
      for (const { path, message } of ofTheFile(issues, draft)) note({ row, field: path, reason: message });
    }
    const notTaken = new Set(refused.map(({ index }) => index));
    batch.forEach(({ draft }, index) => {
      if (!notTaken.has(index)) names.note(draft, String(drafts[index]?.id));
    });
    taken += batch.length - refused.length;
    onProgress(taken, refusedRows.size);
  };
  const readAll = async () => {
    let batch: { row: number; draft: Draft }[] = [];
    for await (const row of reading.rows) {
      if ('problem' in row) note({ row: row.row, ...row.problem });
      else batch.push(row);
      if (batch.length < BATCH) continue;
      await flush(batch);
      batch = [];
    }
    await flush(batch);
    await writing;
  };
  try {
    await readAll();
    if (taken + refusedRows.size === 0) throw new ExchangeError('empty', 'no entry stands in the file');
    await repository.relinkImport(jobId, names.settled());
    await repository.endStaging(jobId);
  } catch (error) {
    // What stopped the import is told, not that its remains could not be cleared away: they are found again.
    await repository.dropImport(jobId).catch(() => {});
    throw error;
  }
  problems.sort((a, b) => a.row - b.row);
  const recognised = { ...reading.recognised, ...reading.facts };
  return { jobId, glossaryId, recognised, taken, refused: refusedRows.size, problems };
}

const NONE_REFUSED: Promise<readonly Refused[]> = Promise.resolve([]);

/** An import of the same file into the same glossary, whose page was closed while the file was read. */
async function leftImport(repository: GlossaryRepository, { file, glossaryId, title }: StageTarget) {
  if (file === undefined) return undefined;
  const there = new Set((await repository.glossaries()).map(({ id }) => id));
  return (await repository.imports()).find(
    (job) =>
      job.phase === 'staging' &&
      job.file === file &&
      // A new glossary has another id each time.
      (there.has(glossaryId)
        ? job.glossaryId === glossaryId
        : job.title === title && !there.has(job.glossaryId)),
  );
}

/** An id that the file does not give is made of the label: where that is missing nobody need be told of the id. */
const ofTheFile = (issues: readonly Issue[], { id }: Draft): readonly Issue[] =>
  id === undefined && issues.some(({ path }) => path === 'prefLabel')
    ? issues.filter(({ path }) => path !== 'id')
    : issues;

/** What is wrong with an entry that was looked at before. */
function refusedAt(index: number, draft: Draft) {
  const issues = issuesOf(draft);
  return issues.length === 0 ? [] : [{ index, issues }];
}

/** Where in the sheet a field stands, if one column alone gives it. */
function letterOf(columns: readonly Column[], path: string): string | undefined {
  const [family = ''] = path.split('.');
  const giving = columns.filter(({ field }) => field !== undefined && path.startsWith(field));
  const [only, other] =
    giving.length > 0 ? giving : columns.filter(({ field }) => field?.split('.')[0] === family);
  return other === undefined ? only?.letter : undefined;
}

async function filled(
  repository: GlossaryRepository,
  glossaryId: string,
  batch: readonly { draft: Draft }[],
  names: EntryNames,
): Promise<Draft[]> {
  const filling = { now: new Date().toISOString(), idOf: names.idOf };
  const once = batch.map(({ draft }) => fillDraft(draft, filling));
  const there = once.flatMap(({ id }, at) => (names.isStored(String(id)) ? [at] : []));
  const stored = await repository.concepts(there.map((at) => `${glossaryId}/${String(once[at]?.id)}`));
  there.forEach((at, index) => {
    const concept: Concept | undefined = stored[index]?.base ?? stored[index]?.concept;
    if (concept !== undefined) once[at] = fillDraft(batch[at]?.draft ?? {}, filling, concept);
  });
  return once;
}
