/** The learning list: its terms with what was kept for them, reviews, and forgetting for good. */
import type { GlossaryDatabase } from './database.ts';
import { type Glance, glanceOf } from './detail.ts';
import { GlossaryError } from './errors.ts';
import { concepts } from './read.ts';
import type { KeptSentence, RevisionRow, StateRow, StudyState, WholeSnapshotRow } from './rows.ts';
import { write } from './write.ts';

const CHUNK = 500;

export interface StudiedTerm {
  readonly row: StateRow;
  /** Absent where the entry was deleted since. */
  readonly glance?: Glance | undefined;
}

/** The terms of one state, those that came last first. */
export async function studied(db: GlossaryDatabase, state: StudyState): Promise<StudiedTerm[]> {
  const rows = (await db.states.where('state').equals(state).toArray()).filter(isOfConcept);
  rows.sort((a, b) => Date.parse(b.since) - Date.parse(a.since));
  const terms: StudiedTerm[] = [];
  for (let at = 0; at < rows.length; at += CHUNK) {
    const part = rows.slice(at, at + CHUNK);
    const found = await concepts(
      db,
      part.map(({ key }) => key),
    );
    terms.push(...part.map((row, index) => ({ row, glance: found[index] && glanceOf(found[index]) })));
  }
  return terms;
}

/** How many terms have each state. */
export async function studyCounts(db: GlossaryDatabase): Promise<Record<StudyState, number>> {
  const count = (state: StudyState) => db.states.where('state').equals(state).filter(isOfConcept).count();
  return { learning: await count('learning'), known: await count('known'), muted: await count('muted') };
}

/**
 * Writes the outcome of a review. Not part of the history: a term is reviewed again and again.
 *
 * @returns the state as it was before
 * @throws {GlossaryError} `not-found` where the term has no state any more
 */
export function changeReview(
  db: GlossaryDatabase,
  key: string,
  change: (row: StateRow, now: string) => StateRow,
): Promise<StateRow> {
  return write(db, async (writing) => {
    const before = await db.states.get(key);
    if (before === undefined) throw new GlossaryError('not-found', `${key} is not in the learning list`);
    await db.states.put(change(before, writing.now));
    return before;
  });
}

/** Forgets one kept sentence, in the history too. */
export function dropSentence(db: GlossaryDatabase, key: string, sentence: KeptSentence): Promise<void> {
  const without = (row: StateRow): StateRow => {
    const { sentences = [], ...rest } = row;
    const left = sentences.filter(({ text, keptAt }) => text !== sentence.text || keptAt !== sentence.keptAt);
    return left.length === 0 ? rest : { ...rest, sentences: left };
  };
  return write(db, async () => {
    const row = await db.states.get(key);
    if (row !== undefined) await db.states.put(without(row));
    await rewriteHistory(db, (each) => (each.key === key ? without(each) : each));
  });
}

/**
 * Forgets for good what is being learned, what is known, and every kept sentence: in the history and in what was kept
 * before a backup was restored as well. What is muted stays muted.
 */
export function eraseStudy(db: GlossaryDatabase): Promise<void> {
  return write(db, async () => {
    const rows = await db.states.toArray();
    const kept = rows.flatMap((row) => forgotten(row) ?? []);
    await db.states.clear();
    await db.states.bulkPut(kept);
    await rewriteHistory(db, forgotten);
  });
}

function forgotten(row: StateRow): StateRow | undefined {
  if (row.state !== 'muted') return undefined;
  const { sentences: _sentences, review: _review, ...muted } = row;
  return muted;
}

type Rewrite = (row: StateRow) => StateRow | undefined;

/** Puts every state that the history tells of through `change`; what changed nothing else is no longer told. */
async function rewriteHistory(db: GlossaryDatabase, change: Rewrite): Promise<void> {
  await db.revisions
    .filter(({ states }) => states !== undefined)
    .modify((row, place) => {
      const after = inRevision(row, change);
      if (after === undefined) delete (place as { value?: RevisionRow }).value;
      else place.value = after;
    });
  await db.snapshots
    .filter((row): row is WholeSnapshotRow => 'whole' in row)
    .modify((row, place) => {
      const { whole, ...rest } = row as WholeSnapshotRow;
      place.value = {
        ...rest,
        whole: {
          ...whole,
          states: whole.states.flatMap((each) => change(each) ?? []),
          revisions: whole.revisions.flatMap((each) => inRevision(each, change) ?? []),
        },
      };
    });
}

function inRevision(row: RevisionRow, change: Rewrite): RevisionRow | undefined {
  if (row.states === undefined) return row;
  const states = row.states.flatMap(({ key, before, after }) => {
    const [first, then] = [before && change(before), after && change(after)];
    return first === undefined && then === undefined ? [] : { key, before: first, after: then };
  });
  const keys = row.kind === 'state' ? states.map(({ key }) => key) : row.keys;
  return states.length + row.changes.length === 0 ? undefined : { ...row, keys, states };
}

const isOfConcept = ({ key }: StateRow): boolean => !key.startsWith('label:');
