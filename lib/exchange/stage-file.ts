/** Reads a file into a staged import: nothing of it is in force before the import is applied. */
import type { GlossaryRepository } from '../glossary/repository.ts';
import type { Concept } from '../glossary/schema.ts';
import { fillDraft, labelId } from './fill-draft.ts';
import type { Reading } from './read-file.ts';
import { type Column, type Draft, ExchangeError, type Problem, type Recognised } from './types.ts';

const BATCH = 500;
/** More problems are counted, not kept: by then it is the wrong file. */
export const MAX_PROBLEMS = 10_000;

export interface StageTarget {
  readonly glossaryId: string;
  readonly title: string;
}

export interface Staged {
  readonly jobId: string;
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
 * @throws {ExchangeError} `empty` where not one entry could be taken and none was refused; {GlossaryError}
 */
export async function stageFile(
  repository: GlossaryRepository,
  reading: Reading,
  target: StageTarget,
  onProgress: (taken: number, refused: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Staged> {
  const known = await entriesOf(repository, target.glossaryId);
  const jobId = await repository.beginImport(target);
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
  let writing: Promise<void> = Promise.resolve();
  const flush = async (batch: readonly { row: number; draft: Draft }[]) => {
    signal?.throwIfAborted();
    const drafts = await filled(repository, target.glossaryId, batch, known);
    // The next batch is read and checked while this one is being written.
    await writing;
    writing = stage(batch, drafts);
    // A fault is met by the next one who waits.
    writing.catch(() => {});
  };
  const stage = async (batch: readonly { row: number }[], drafts: readonly Draft[]) => {
    const refused = await repository.stageImport(jobId, drafts);
    for (const { index, issues } of refused) {
      const row = batch[index]?.row ?? 0;
      for (const { path, message } of issues) note({ row, field: path, reason: message });
    }
    taken += batch.length - refused.length;
    onProgress(taken, refusedRows.size);
  };
  try {
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
    if (taken + refusedRows.size === 0) throw new ExchangeError('empty', 'no entry stands in the file');
    await repository.endStaging(jobId);
  } catch (error) {
    // What stopped the import is told, not that its remains could not be cleared away: they are found again.
    await repository.dropImport(jobId).catch(() => {});
    throw error;
  }
  problems.sort((a, b) => a.row - b.row);
  const recognised = { ...reading.recognised, ...reading.facts };
  return { jobId, recognised, taken, refused: refusedRows.size, problems };
}

/** Where in the sheet a field stands, if one column alone gives it. */
function letterOf(columns: readonly Column[], path: string): string | undefined {
  const [family = ''] = path.split('.');
  const giving = columns.filter(({ field }) => field !== undefined && path.startsWith(field));
  const [only, other] =
    giving.length > 0 ? giving : columns.filter(({ field }) => field?.split('.')[0] === family);
  return other === undefined ? only?.letter : undefined;
}

/** What the glossary holds: a file without ids means by a label the entry that has it. */
interface Known {
  readonly ids: ReadonlyMap<string, unknown>;
  readonly byLabel: ReadonlyMap<string, string>;
}

async function entriesOf(repository: GlossaryRepository, glossaryId: string): Promise<Known> {
  const ids = await repository.prefLabels(glossaryId);
  const byLabel = new Map<string, string>();
  for (const [id, label] of ids) if (!byLabel.has(label)) byLabel.set(label, id);
  return { ids, byLabel };
}

async function filled(
  repository: GlossaryRepository,
  glossaryId: string,
  batch: readonly { draft: Draft }[],
  { ids, byLabel }: Known,
): Promise<Draft[]> {
  const filling = {
    now: new Date().toISOString(),
    idOf: (label: string) => byLabel.get(label) ?? labelId(label),
  };
  const once = batch.map(({ draft }) => fillDraft(draft, filling));
  const there = once.flatMap(({ id }, at) => (ids.has(String(id)) ? [at] : []));
  const stored = await repository.concepts(there.map((at) => `${glossaryId}/${String(once[at]?.id)}`));
  there.forEach((at, index) => {
    const concept: Concept | undefined = stored[index]?.base ?? stored[index]?.concept;
    if (concept !== undefined) once[at] = fillDraft(batch[at]?.draft ?? {}, filling, concept);
  });
  return once;
}
