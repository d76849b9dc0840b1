/** What the reader knows, studies or does not want marked. Kept by key, so that a new release does not touch it. */
import type { GlossaryDatabase } from './database.ts';
import { muteKey } from './lexicon.ts';
import type { KeptSentence, StateRow, StudyState } from './rows.ts';
import { write } from './write.ts';

export interface StateChange {
  /** `undefined` clears, kept sentences included. */
  readonly state?: StudyState | undefined;
  /** A sentence to keep with the term. */
  readonly sentence?: NewSentence | undefined;
}

/** A sentence to keep; one that comes back says when it was first kept. */
export type NewSentence = Omit<KeptSentence, 'keptAt'> & { readonly keptAt?: string | undefined };

export function setState(db: GlossaryDatabase, key: string, change: StateChange): Promise<number> {
  return put(db, key, ({ since }, before) => {
    if (change.state === undefined) return undefined;
    const row = stateAfter(before, key, change.state, since);
    return change.sentence === undefined ? row : withSentence(row, change.sentence, since);
  });
}

/** Gives many entries one state, or none, as one revision. */
export function setStates(
  db: GlossaryDatabase,
  keys: readonly string[],
  { state }: Pick<StateChange, 'state'>,
): Promise<number> {
  return write(db, async (writing) => {
    const old = await db.states.bulkGet([...keys]);
    const states = keys.map((key, index) => {
      const before = old[index];
      return { key, before, after: state && stateAfter(before, key, state, writing.now) };
    });
    await db.states.bulkDelete(states.flatMap(({ key, after }) => (after === undefined ? [key] : [])));
    await db.states.bulkPut(states.flatMap(({ after }) => after ?? []));
    if (states.some(({ before, after }) => before?.state === 'muted' || after?.state === 'muted'))
      writing.affectsMatching();
    await writing.record({ kind: 'state', keys, changes: [], states });
    return writing.revision;
  });
}

/** Kept sentences outlive a change of the state; the schedule belongs to the state it was made in. */
function stateAfter(before: StateRow | undefined, key: string, state: StudyState, now: string): StateRow {
  if (before?.state === state) return before;
  return { key, state, since: now, ...(before?.sentences && { sentences: before.sentences }) };
}

/** Stops a label from being marked, whichever concept owns it; `muted: false` lets it be marked again. */
export function muteLabel(db: GlossaryDatabase, label: string, muted: boolean): Promise<number> {
  const key = muteKey(label);
  return put(db, key, ({ since }) => (muted ? { key, state: 'muted', since, label } : undefined));
}

/** States of the concepts that have one, by key. */
export async function statesOf(
  db: GlossaryDatabase,
  keys: readonly string[],
): Promise<Record<string, StudyState>> {
  const rows = await db.states.bulkGet([...keys]);
  return Object.fromEntries(rows.flatMap((row) => (row === undefined ? [] : [[row.key, row.state]])));
}

/** Every state, or those of one kind, in no particular order. */
export const states = (db: GlossaryDatabase, state?: StudyState): Promise<StateRow[]> =>
  state === undefined ? db.states.toArray() : db.states.where('state').equals(state).toArray();

/** Keeps a sentence with a term, which is being learned from then on where it had no state. */
export const keepSentence = (db: GlossaryDatabase, key: string, sentence: NewSentence): Promise<number> =>
  put(db, key, ({ since }, before) =>
    withSentence(before ?? stateAfter(before, key, 'learning', since), sentence, since),
  );

function withSentence(row: StateRow, { keptAt, ...sentence }: NewSentence, now: string): StateRow {
  const others = (row.sentences ?? []).filter(
    ({ text, url }) => text !== sentence.text || url !== sentence.url,
  );
  const sentences = [...others, { ...sentence, keptAt: keptAt ?? now }];
  return { ...row, sentences: sentences.sort((a, b) => Date.parse(a.keptAt) - Date.parse(b.keptAt)) };
}

function put(
  db: GlossaryDatabase,
  key: string,
  next: (now: { since: string }, before: StateRow | undefined) => StateRow | undefined,
): Promise<number> {
  return write(db, async (writing) => {
    const before = await db.states.get(key);
    const after = next({ since: writing.now }, before);
    if (after === undefined) await db.states.delete(key);
    else await db.states.put(after);
    if (before?.state === 'muted' || after?.state === 'muted') writing.affectsMatching();
    await writing.record({ kind: 'state', keys: [key], changes: [], states: [{ key, before, after }] });
    return writing.revision;
  });
}
