/**
 * The one way to write: one Web Lock, one transaction, one new revision.
 *
 * Readers of other tabs see all of a write or nothing of it; a process that dies in the middle leaves the state before.
 */
import type { GlossaryDatabase } from './database.ts';
import type { RevisionRow } from './rows.ts';

const LOCK = 'cezhu-glossary';

/** Every table that a write may touch; what is derived for search (`indexes`) is written apart. */
const tables = (db: GlossaryDatabase) => [
  db.meta,
  db.glossaries,
  db.concepts,
  db.labels,
  db.overlays,
  db.states,
  db.usage,
  db.revisions,
  db.trash,
  db.snapshots,
  db.drafts,
  db.staging,
];

export interface Writing {
  /** Number of the revision under way. */
  readonly revision: number;
  readonly now: string;
  /** Adds to the history what this write did. */
  record(entry: Omit<RevisionRow, 'revision' | 'at'>): Promise<void>;
  /** The write changes what is marked: labels, hints, layers in force, mutes. */
  affectsMatching(): void;
}

/**
 * Runs `change` with the lock held. Nothing is kept if it throws.
 *
 * @param above the new revision is greater than this, too
 * @returns what `change` returns
 */
export function write<Result>(
  db: GlossaryDatabase,
  change: (writing: Writing) => Promise<Result>,
  above = 0,
): Promise<Result> {
  return withLock(() =>
    db.transaction('rw', tables(db), async () => {
      const revision = Math.max(await counter(db, 'revision'), above) + 1;
      let matching = false;
      const now = new Date().toISOString();
      const result = await change({
        revision,
        now,
        record: async (entry) => {
          await db.revisions.add({ ...entry, revision, at: now });
        },
        affectsMatching: () => {
          matching = true;
        },
      });
      await db.meta.put({ key: 'revision', value: revision });
      if (matching) await db.meta.put({ key: 'matching', value: revision });
      return result;
    }),
  );
}

/**
 * Holds the lock without a revision: for rows of layers that are not in force, of which nobody is told. What it does
 * is no transaction by itself.
 */
export const withLock = <Result>(run: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request(LOCK, run);

/** Current value of a counter of the `meta` table. */
export async function counter(db: GlossaryDatabase, key: 'revision' | 'matching'): Promise<number> {
  return Number((await db.meta.get(key))?.value ?? 0);
}
