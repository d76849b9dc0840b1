/** What the reader knows, studies or does not want marked. Kept by key, so that a new release does not touch it. */
import type { GlossaryDatabase } from './database.ts';
import { muteKey } from './lexicon.ts';
import type { StateRow, StudyState } from './rows.ts';
import { write } from './write.ts';

export interface StateChange {
  /** `undefined` clears. */
  readonly state?: StudyState | undefined;
  /** The sentence in which the reader met the term. */
  readonly sentence?: string | undefined;
}

export function setState(db: GlossaryDatabase, key: string, change: StateChange): Promise<number> {
  return put(db, key, ({ since }) => {
    if (change.state === undefined) return undefined;
    return {
      key,
      state: change.state,
      since,
      ...(change.sentence === undefined ? {} : { sentence: change.sentence }),
    };
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
      // A sentence the reader kept outlives a change of the state.
      const after = state && { ...before, key, state, since: writing.now };
      return { key, before, after };
    });
    await db.states.bulkDelete(states.flatMap(({ key, after }) => (after === undefined ? [key] : [])));
    await db.states.bulkPut(states.flatMap(({ after }) => after ?? []));
    if (states.some(({ before, after }) => before?.state === 'muted' || after?.state === 'muted'))
      writing.affectsMatching();
    await writing.record({ kind: 'state', keys, changes: [], states });
    return writing.revision;
  });
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

function put(
  db: GlossaryDatabase,
  key: string,
  next: (now: { since: string }) => StateRow | undefined,
): Promise<number> {
  return write(db, async (writing) => {
    const before = await db.states.get(key);
    const after = next({ since: writing.now });
    if (after === undefined) await db.states.delete(key);
    else await db.states.put(after);
    if (before?.state === 'muted' || after?.state === 'muted') writing.affectsMatching();
    await writing.record({ kind: 'state', keys: [key], changes: [], states: [{ key, before, after }] });
    return writing.revision;
  });
}
