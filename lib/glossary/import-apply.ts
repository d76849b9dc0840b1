/**
 * Applying a staged import: what its glossary held is mixed into the staged layer, a chunk at a time, and one switch
 * puts the whole in force, as one revision. Killed anywhere, it goes on with the next call; until the switch readers
 * see the glossary as it was.
 */
import type { GlossaryDatabase } from './database.ts';
import { deriveRows } from './derive.ts';
import { GlossaryError } from './errors.ts';
import { type ImportMode, mix } from './import-mix.ts';
import { importJob } from './import-stage.ts';
import { dropDeadLayers } from './layers.ts';
import type { Applying, ConceptRow, GlossaryRow, StagingRow } from './rows.ts';
import { switchLayer } from './switch.ts';
import { type Writing, write } from './write.ts';

const CHUNK = 1_000;

/**
 * @param onProgress gets the number of stored entries looked at
 * @param signal stops before the switch; the import stays staged
 * @throws {GlossaryError} `not-found`, or `invalid` while entries are still missing
 */
export async function applyImport(
  db: GlossaryDatabase,
  id: string,
  mode: ImportMode,
  onProgress: (done: number) => void = () => {},
  signal?: AbortSignal,
): Promise<number> {
  let seen = 0;
  for (;;) {
    signal?.throwIfAborted();
    const step = await write(db, (writing) => nextStep(db, writing, id, mode));
    if (step.revision !== undefined) {
      await dropDeadLayers(db);
      return step.revision;
    }
    seen += step.mixed;
    onProgress(seen);
  }
}

type Step = { readonly mixed: number; readonly revision?: number };

async function nextStep(db: GlossaryDatabase, writing: Writing, id: string, mode: ImportMode): Promise<Step> {
  const job = await importJob(db, id);
  if (job.phase === 'staging') throw new GlossaryError('invalid', 'the file has not been read to its end');
  const glossary = await db.glossaries.get(job.glossaryId);
  const applying = resume(job, glossary, mode);
  if (glossary !== undefined && mode !== 'replace') {
    // The reader's own entries may be edited between two chunks: they are mixed in all at once, with the switch.
    const whole = glossary.kind === 'own';
    const rows = await nextRows(db, applying, whole ? Number.POSITIVE_INFINITY : CHUNK);
    await mixIn(db, writing, job, mode, rows);
    if (!whole && rows.length > 0) {
      const last = rows.at(-1)?.conceptId ?? applying.last;
      await db.staging.put({ ...job, phase: 'applying', applying: { ...applying, last } });
      return { mixed: rows.length };
    }
  }
  await finish(db, writing, job, glossary);
  return { mixed: 0, revision: writing.revision };
}

/** Where to go on. @throws {GlossaryError} `invalid` if the mode or the glossary's layer is another one now */
function resume({ applying }: StagingRow, glossary: GlossaryRow | undefined, mode: ImportMode): Applying {
  const from = glossary?.layer ?? '';
  if (applying === undefined) return { mode, from, last: '' };
  if (applying.mode === mode && applying.from === from) return applying;
  throw new GlossaryError('invalid', 'the import was begun in another way: drop it and read the file again');
}

const nextRows = (db: GlossaryDatabase, { from, last }: Applying, limit: number): Promise<ConceptRow[]> =>
  db.concepts
    .where('[layer+conceptId]')
    .between([from, last], [from, '\uffff'], false, true)
    .limit(limit)
    .toArray();

async function mixIn(
  db: GlossaryDatabase,
  { revision }: Writing,
  job: StagingRow,
  mode: ImportMode,
  stored: readonly ConceptRow[],
): Promise<void> {
  const keys = stored.map(({ conceptId }) => [job.layer, conceptId] as const);
  const staged = await db.concepts.bulkGet(keys);
  const derived = stored.map((row, index) => {
    const incoming = staged[index]?.concept;
    const concept = incoming === undefined ? row.concept : mix(mode, row.concept, incoming);
    return deriveRows(job.layer, concept, undefined, incoming === undefined ? row.revision : revision);
  });
  await db.concepts.bulkPut(derived.map(({ row }) => row));
  await db.labels.bulkPut(derived.flatMap(({ labels }) => labels ?? []));
}

async function finish(
  db: GlossaryDatabase,
  writing: Writing,
  job: StagingRow,
  old: GlossaryRow | undefined,
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
    count: job.done,
    kind: 'import',
    reason: 'import',
  });
  await db.staging.delete(job.id);
}
