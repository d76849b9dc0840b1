/**
 * Loading the shipped glossary: in chunks, each one transaction with its own progress, then one switch.
 *
 * A background that dies anywhere goes on where it stopped; two that load at once help each other. Nothing shows
 * before the switch, nothing is doubled after it.
 */
import type { GlossaryDatabase } from './database.ts';
import { deriveRows } from './derive.ts';
import { dropDeadLayers, freeLayer } from './layers.ts';
import type { StagingRow } from './rows.ts';
import { STARTER_GLOSSARY_ID, type StarterGlossary } from './schema.ts';
import { switchLayer } from './switch.ts';
import { type Writing, write } from './write.ts';

const CHUNK = 1_000;
const JOB = 'release';

export interface LoadStatus {
  readonly phase: 'loading' | 'ready';
  readonly loaded: number;
  readonly total: number;
}

/** How far the shipped glossary is loaded; `ready` also while a newer release is loaded behind it. */
export async function status(db: GlossaryDatabase): Promise<LoadStatus> {
  return db.transaction('r', db.glossaries, db.staging, async () => {
    const [glossary, job] = await Promise.all([db.glossaries.get(STARTER_GLOSSARY_ID), db.staging.get(JOB)]);
    const phase = glossary === undefined ? 'loading' : 'ready';
    return { phase, loaded: job?.done ?? 0, total: job?.total ?? 0 };
  });
}

/**
 * Brings the shipped glossary up to the release of `starter`; does nothing where it is there, or a newer one.
 *
 * The reader's edits of an older release are merged three ways; see `switch.ts`.
 *
 * @param version of the package that the release came with; remembered, so that it need not be read at every start
 */
export async function loadStarter(
  db: GlossaryDatabase,
  starter: StarterGlossary,
  onProgress: (status: LoadStatus) => void = () => {},
  version?: string,
): Promise<void> {
  while (!(await isLoaded(db, starter))) {
    await write(db, (writing) => step(db, writing, starter));
    onProgress(await status(db));
  }
  await dropDeadLayers(db);
  if (version !== undefined) await rememberPackage(db, starter, version);
}

/** Not where a backup with an older release came into force meanwhile: the next start brings it up to date. */
const rememberPackage = (db: GlossaryDatabase, starter: StarterGlossary, version: string): Promise<void> =>
  db.transaction('rw', db.meta, db.glossaries, async () => {
    if (await isLoaded(db, starter)) await db.meta.put({ key: 'package', value: version });
  });

/** Version of the package whose release is loaded; forgotten with the database, and when a backup is restored. */
export async function loadedPackage(db: GlossaryDatabase): Promise<string | undefined> {
  const row = await db.meta.get('package');
  return row && String(row.value);
}

const isLoaded = async (db: GlossaryDatabase, { revision }: StarterGlossary): Promise<boolean> =>
  ((await db.glossaries.get(STARTER_GLOSSARY_ID))?.release ?? -1) >= revision;

async function step(db: GlossaryDatabase, writing: Writing, starter: StarterGlossary): Promise<void> {
  if (await isLoaded(db, starter)) return;
  const job = await currentJob(db, writing, starter);
  if (job.done < job.total) {
    await writeChunk(db, writing, starter, job);
    return;
  }
  const old = await db.glossaries.get(STARTER_GLOSSARY_ID);
  await switchLayer(db, writing, {
    glossary: {
      enabled: true,
      order: 1_000,
      ...old,
      id: STARTER_GLOSSARY_ID,
      kind: 'starter',
      title: starter.title,
      licence: starter.licence,
      layer: job.layer,
      release: starter.revision,
      updatedAt: writing.now,
    },
    count: job.total,
    kind: 'release',
    reason: 'release',
  });
  await db.staging.delete(JOB);
}

/** The job that an earlier run began with this release, or a new one; layers of other jobs are dropped later. */
async function currentJob(
  db: GlossaryDatabase,
  { revision, now }: Writing,
  starter: StarterGlossary,
): Promise<StagingRow> {
  const total = starter.concepts.length;
  const started = await db.staging.get(JOB);
  if (started?.release === starter.revision && started.total === total) return started;
  return {
    id: JOB,
    kind: 'release',
    glossaryId: STARTER_GLOSSARY_ID,
    layer: await freeLayer(db, STARTER_GLOSSARY_ID, revision),
    release: starter.revision,
    done: 0,
    total,
    startedAt: now,
  };
}

async function writeChunk(
  db: GlossaryDatabase,
  { revision }: Writing,
  starter: StarterGlossary,
  job: StagingRow,
): Promise<void> {
  const chunk = starter.concepts.slice(job.done, job.done + CHUNK);
  const ids = new Set(chunk.map(({ id }) => id));
  const derived = chunk.map((concept) => deriveRows(job.layer, concept, undefined, revision));
  await Promise.all([
    db.concepts.bulkPut(derived.map(({ row }) => row)),
    db.labels.bulkPut(derived.flatMap(({ labels }) => labels ?? [])),
    db.usage.bulkPut(
      starter.usage
        .filter(({ conceptId }) => ids.has(conceptId))
        .map((row) => ({ ...row, layer: job.layer })),
    ),
    db.staging.put({ ...job, done: job.done + chunk.length }),
  ]);
}
