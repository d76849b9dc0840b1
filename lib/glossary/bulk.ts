/**
 * Many rows of layers that are not in force, written straight to IndexedDB.
 *
 * Dexie notes every row and index entry for those who listen, which takes as long as the writing itself; of these rows
 * nobody hears before the switch. A transaction is kept short, because whoever opens a card waits for it. Rows are put,
 * never added: whether a key is there already would be read for each of them, and in a large database such a reading
 * takes longer than the writing.
 */
import type { GlossaryDatabase } from './database.ts';
import type { ConceptRow, LabelRow, StagingRow } from './rows.ts';

export interface BulkRow {
  readonly row: ConceptRow;
  readonly labels: LabelRow | undefined;
}

/** One transaction under way. Both promises are rejected if nothing of it was kept. */
export interface Turn {
  /** All rows were taken in and are being committed: whoever asks now comes before the next turn. */
  readonly taken: Promise<void>;
  readonly ended: Promise<void>;
}

/**
 * Puts rows, a turn at a time. The caller holds the lock.
 *
 * @param jobAt the job as it stands with that row, where there is one to be written along
 */
export async function putInTurns(
  db: GlossaryDatabase,
  rows: readonly BulkRow[],
  jobAt: (last: BulkRow) => StagingRow | undefined = () => undefined,
): Promise<void> {
  for (let at = 0; at < rows.length; ) {
    const turn = rows.slice(at, at + db.pace.size);
    const last = turn.at(-1);
    const from = performance.now();
    await writeTurn(db, turn, last && jobAt(last)).ended;
    db.pace.note(turn.length, performance.now() - from);
    at += turn.length;
  }
}

/**
 * Writes rows, and how far the job is by then, as one transaction. The caller holds the lock.
 *
 * @param before how far the job must be in the database: where it is not, as after a turn before that failed, nothing
 * is written
 */
export function writeTurn(
  db: GlossaryDatabase,
  rows: readonly BulkRow[],
  job: StagingRow | undefined,
  before?: StagingRow | undefined,
): Turn {
  const writing = begin(db, ['concepts', 'labels', 'staging']);
  const jobs = writing.objectStore('staging');
  const stored = before && (jobs.get(before.id) as IDBRequest<StagingRow | undefined>);
  let last: IDBRequest | undefined;
  for (const { row, labels } of rows) {
    last = writing.objectStore('concepts').put(row);
    if (labels !== undefined) last = writing.objectStore('labels').put(labels);
  }
  if (job !== undefined) last = jobs.put(job);
  if (stored === undefined) writing.commit();
  // Committing by word spares the way back and forth in which the browser finds out that nothing more is coming.
  else
    stored.onsuccess = () => {
      if (stored.result?.done === before?.done) writing.commit();
      else writing.abort();
    };
  const end = ended(writing);
  const taken = new Promise<void>((resolve, reject) => {
    if (last !== undefined) last.onsuccess = () => resolve();
    end.then(resolve, reject);
  });
  // Who waits for the end alone is told there.
  taken.catch(() => {});
  return { taken, ended: end };
}

/** Deletes at most `count` rows of a layer. @returns how many there were. The caller holds the lock. */
export async function dropRows(
  db: GlossaryDatabase,
  table: 'concepts' | 'labels' | 'usage',
  layer: string,
  count: number,
): Promise<number> {
  const writing = begin(db, [table]);
  const store = writing.objectStore(table);
  let deleted = 0;
  const found = store.getAllKeys(IDBKeyRange.bound([layer], [layer, []]), count);
  found.onsuccess = () => {
    const last = found.result.at(-1);
    deleted = found.result.length;
    if (last !== undefined) store.delete(IDBKeyRange.bound([layer], last));
  };
  await ended(writing);
  return deleted;
}

/** What a crash of the machine could take is written again, or brought to the disk by the switch. */
const begin = (db: GlossaryDatabase, tables: string[]): IDBTransaction =>
  db.backendDB().transaction(tables, 'readwrite', { durability: 'relaxed' });

const ended = (writing: IDBTransaction): Promise<void> =>
  new Promise((resolve, reject) => {
    writing.oncomplete = () => resolve();
    writing.onabort = () =>
      reject(writing.error ?? new DOMException('the transaction was ended', 'AbortError'));
  });
