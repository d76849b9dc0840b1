/** What was changed, when, and back again. */
import type { GlossaryDatabase } from './database.ts';
import { record, setConcept } from './edit.ts';
import { GlossaryError } from './errors.ts';
import { freeKey } from './free-key.ts';
import { splitKey } from './keys.ts';
import { goBack, takeOut } from './layers.ts';
import { diff } from './merge.ts';
import { concept as readConcept } from './read.ts';
import type { Change, RevisionRow, StateChanged, StateRow, TrashRow } from './rows.ts';
import { sameValue } from './same-value.ts';
import { type Concept, OWN_GLOSSARY_ID } from './schema.ts';
import { snapshots } from './switch.ts';
import { restoreWhole, wholeSnapshotId } from './whole.ts';
import { counter, type Writing, write } from './write.ts';

/** Revisions of one entry, newest first; `fieldChanges` tells what each did. */
export const revisionsOf = (db: GlossaryDatabase, key: string): Promise<RevisionRow[]> =>
  db.revisions.where('keys').equals(key).reverse().sortBy('revision');

/** The newest `limit` revisions, or those before a revision. */
export const revisions = (
  db: GlossaryDatabase,
  { before = Number.MAX_SAFE_INTEGER, limit = 100 }: { before?: number; limit?: number } = {},
): Promise<RevisionRow[]> => db.revisions.where('revision').below(before).reverse().limit(limit).toArray();

export interface ChangedSince {
  /** Entries written after the revision asked about. */
  readonly keys: readonly string[];
  /** Whole glossaries came, went or were switched. */
  readonly whole: boolean;
  /** The newest revision. */
  readonly revision: number;
}

/** What was written after `revision`: for whoever keeps something derived from the entries. */
export const changedSince = (db: GlossaryDatabase, revision: number): Promise<ChangedSince> =>
  db.transaction('r', db.meta, db.revisions, async () => {
    const rows = await db.revisions.where('revision').above(revision).toArray();
    return {
      keys: [...new Set(rows.flatMap(({ changes }) => changes.map(({ key }) => key)))],
      whole: rows.some(({ layers, kind }) => layers !== undefined || kind === 'backup'),
      revision: await counter(db, 'revision'),
    };
  });

/** Removed entries, newest first. */
export const trash = (db: GlossaryDatabase): Promise<TrashRow[]> =>
  db.trash.orderBy('removedAt').reverse().toArray();

/** Brings removed entries back, as one revision; one that its glossary has dropped since comes back as the reader's own. */
export function restoreFromTrash(db: GlossaryDatabase, keys: readonly string[]): Promise<number> {
  return write(db, async (writing) => {
    const changes: Change[] = [];
    for (const row of await db.trash.bulkGet([...keys])) {
      if (row === undefined) continue;
      await db.trash.delete(row.key);
      // An import may have brought an entry of that id meanwhile.
      const there = (await readConcept(db, row.key))?.concept;
      if (there === undefined) changes.push(await bringBack(db, writing, row.key, row.concept));
      else if (!sameContent(there, row.concept)) changes.push(await bringBeside(db, writing, row.concept));
    }
    await record(writing, 'restore', changes);
    return writing.revision;
  });
}

/** Forgets removed entries for good. */
export function emptyTrash(db: GlossaryDatabase, keys: readonly string[]): Promise<void> {
  return write(db, () => db.trash.bulkDelete([...keys]));
}

/** Makes an entry what it was after `revision`. @throws {GlossaryError} `not-found` */
export function restoreRevision(db: GlossaryDatabase, key: string, revision: number): Promise<number> {
  return write(db, async (writing) => {
    const change = (await db.revisions.get(revision))?.changes.find((one) => one.key === key);
    const target = change?.after ?? change?.before;
    if (target === undefined) throw new GlossaryError('not-found', `revision ${revision} has no ${key}`);
    await record(writing, 'restore', [await bringBack(db, writing, key, target)]);
    return writing.revision;
  });
}

/**
 * Takes back everything that one revision did, as a new revision; an import or a new release by its snapshot.
 *
 * @throws {GlossaryError} `not-undoable` where something of it was changed again, `not-found` for an unknown one.
 */
export async function undo(db: GlossaryDatabase, revision: number): Promise<number> {
  const row = await db.revisions.get(revision);
  if (row?.kind === 'backup') return restoreWhole(db, wholeSnapshotId(revision));
  if (row?.layers !== undefined) return undoSwitch(db, revision, row.layers);
  if (row?.kind === 'glossary') throw new GlossaryError('not-undoable', 'switch the glossary back instead');
  return undoChanges(db, revision);
}

function undoChanges(db: GlossaryDatabase, revision: number): Promise<number> {
  return write(db, async (writing) => {
    const row = await db.revisions.get(revision);
    if (row === undefined) throw new GlossaryError('not-found', `there is no revision ${revision}`);
    const changes: Change[] = [];
    for (const { key, before, after } of row.changes) {
      const stored = (await readConcept(db, key))?.concept;
      if (!sameContent(stored, after)) throw new GlossaryError('not-undoable', `${key} was changed again`);
      changes.push(
        before === undefined
          ? await setConcept(db, writing, key, undefined)
          : await bringBack(db, writing, key, before),
      );
      // It goes back to where it was moved from.
      if (row.kind === 'move') await db.trash.delete(key);
    }
    const states: StateChanged[] = [];
    for (const { key, before, after } of row.states ?? []) {
      const stored = await db.states.get(key);
      if (!sameValue(withoutReview(stored), withoutReview(after)))
        throw new GlossaryError('not-undoable', `the state of ${key} was changed again`);
      states.push({ key, before: stored, after: before });
      if (before === undefined) await db.states.delete(key);
      else await db.states.put(before);
    }
    await record(writing, 'undo', changes, { undoes: revision, ...(states.length > 0 && { states }) });
    return writing.revision;
  });
}

function undoSwitch(
  db: GlossaryDatabase,
  revision: number,
  { glossaryId, before, after }: NonNullable<RevisionRow['layers']>,
): Promise<number> {
  return write(db, async (writing) => {
    const now = await db.glossaries.get(glossaryId);
    // Going back would take along what was written into the layer since: own edits, and entries that were moved there.
    const rows = await db.revisions.where('revision').above(revision).toArray();
    const later = rows
      .filter(({ kind }) => now?.kind === 'own' || kind === 'move')
      .flatMap(({ keys }) => keys);
    if (now?.layer !== after || later.some((key) => key.startsWith(`${glossaryId}/`)))
      throw new GlossaryError('not-undoable', `${glossaryId} was changed again`);
    if (before === undefined) return takeOut(db, writing, glossaryId);
    const snapshot = (await snapshots(db)).find(({ glossary }) => glossary.layer === before);
    if (snapshot === undefined)
      throw new GlossaryError('not-undoable', 'what was there before is no longer kept');
    return goBack(db, writing, snapshot);
  });
}

/** Reviews are not part of the history: they change the row, and nothing of what was chosen. */
const withoutReview = (row: StateRow | undefined) => row && { ...row, review: undefined };

const sameContent = (a: Concept | undefined, b: Concept | undefined): boolean =>
  a === undefined || b === undefined ? a === b : diff(a, b).length === 0;

async function bringBack(
  db: GlossaryDatabase,
  writing: Writing,
  key: string,
  concept: Concept,
): Promise<Change> {
  const { glossaryId, conceptId } = splitKey(key);
  const layer = (await db.glossaries.get(glossaryId))?.layer ?? '';
  const hasBase = glossaryId === OWN_GLOSSARY_ID || (await db.concepts.get([layer, conceptId])) !== undefined;
  return hasBase ? setConcept(db, writing, key, concept) : bringBeside(db, writing, concept);
}

/** As one of the reader's own, under an id that no other entry has. */
async function bringBeside(db: GlossaryDatabase, writing: Writing, concept: Concept): Promise<Change> {
  const key = await freeKey(db, OWN_GLOSSARY_ID, concept.id);
  return setConcept(db, writing, key, { ...concept, id: splitKey(key).conceptId });
}
