/**
 * Many rows of layers that are not in force, written straight to IndexedDB.
 *
 * Dexie notes every row and index entry for those who listen, which takes as long as the writing itself; of these rows
 * nobody hears before the switch. A transaction is kept short, because whoever opens a card waits for it.
 */
import type { GlossaryDatabase } from './database.ts';
import type { ConceptRow, LabelRow, StagingRow } from './rows.ts';

export interface BulkRow {
  readonly row: ConceptRow;
  readonly labels: LabelRow | undefined;
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
    await writeBulk(db, turn, last && jobAt(last), 'put');
    db.pace.note(turn.length, performance.now() - from);
    at += turn.length;
  }
}

/**
 * Writes rows, and how far the job is by then, as one transaction. The caller holds the lock.
 *
 * @param how `add` leaves what is there under the same key
 * @returns the places of rows that were there already; none with `put`
 */
export function writeBulk(
  db: GlossaryDatabase,
  rows: readonly BulkRow[],
  job: StagingRow | undefined,
  how: 'add' | 'put',
): Promise<ReadonlySet<number>> {
  const writing = begin(db, ['concepts', 'labels', 'staging']);
  const concepts = writing.objectStore('concepts');
  const labelled = writing.objectStore('labels');
  const repeated = new Set<number>();
  rows.forEach(({ row, labels }, place) => {
    const requests = [concepts[how](row), ...(labels === undefined ? [] : [labelled[how](labels)])];
    if (how === 'add')
      for (const request of requests)
        request.onerror = (event) => {
          if (request.error?.name !== 'ConstraintError') return;
          event.preventDefault();
          event.stopPropagation();
          repeated.add(place);
        };
  });
  if (job !== undefined) writing.objectStore('staging').put(job);
  return ended(writing).then(() => repeated);
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
