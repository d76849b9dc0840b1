/** The whole database but the entries in their layers: read at once, and put back at once. */
import type { GlossaryDatabase } from './database.ts';
import { GlossaryError } from './errors.ts';
import type { WholeState } from './rows.ts';
import { snapshots, wholeSnapshots } from './switch.ts';
import { type Writing, write } from './write.ts';

/** Runs inside a transaction. */
export async function readWhole(db: GlossaryDatabase): Promise<WholeState> {
  const [glossaries, overlays, states, revisions, trash, single, drafts] = await Promise.all([
    db.glossaries.toArray(),
    db.overlays.toArray(),
    db.states.toArray(),
    db.revisions.toArray(),
    db.trash.toArray(),
    snapshots(db),
    db.drafts.toArray(),
  ]);
  return { glossaries, overlays, states, revisions, trash, snapshots: single, drafts };
}

/** What was there before the backup of that revision was restored. */
export const wholeSnapshotId = (revision: number): string => `whole@${revision}`;

/** Replaces everything by `next`, whose layers are there already; what was is kept as a snapshot. */
export async function putWhole(db: GlossaryDatabase, writing: Writing, next: WholeState): Promise<void> {
  const before = await readWhole(db);
  const tables = [db.glossaries, db.overlays, db.states, db.revisions, db.trash, db.snapshots, db.drafts];
  for (const table of tables) await table.clear();
  await Promise.all([
    db.glossaries.bulkPut(next.glossaries),
    db.overlays.bulkPut(next.overlays),
    db.states.bulkPut(next.states),
    // Revisions to come are counted on from here.
    db.revisions.bulkPut(next.revisions.filter(({ revision }) => revision < writing.revision)),
    db.trash.bulkPut(next.trash),
    db.snapshots.bulkPut(next.snapshots),
    db.drafts.bulkPut(next.drafts),
  ]);
  await db.snapshots.put({ id: wholeSnapshotId(writing.revision), at: writing.now, whole: before });
  // Its shipped glossary may be older than the one that came with this package.
  await db.meta.delete('package');
  await writing.record({ kind: 'backup', keys: [], changes: [] });
  writing.affectsMatching();
}

/** Brings everything back to what it was before a backup was restored. @throws {GlossaryError} `not-found` */
export function restoreWhole(db: GlossaryDatabase, id: string): Promise<number> {
  return write(db, async (writing) => {
    const snapshot = (await wholeSnapshots(db)).find((one) => one.id === id);
    if (snapshot === undefined) throw new GlossaryError('not-found', `there is no snapshot ${id}`);
    await putWhole(db, writing, snapshot.whole);
    return writing.revision;
  });
}
