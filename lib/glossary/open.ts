/** Opening the database, with the ways in which that goes wrong told apart. */
import type { GlossaryDatabase } from './database.ts';
import { GlossaryError } from './errors.ts';

/** How long another tab may keep an old version open before opening is given up. */
const BLOCKED_MS = 5_000;

/**
 * Opens the database, once for all who ask.
 *
 * @throws {GlossaryError} `blocked` or `newer`, or why others closed it; other faults as the database gives them
 */
export function openOnce(db: GlossaryDatabase): Promise<void> {
  if (db.closedBecause !== undefined) return Promise.reject(db.closedBecause);
  db.opening ??= openPatiently(db);
  return db.opening;
}

async function openPatiently(db: GlossaryDatabase): Promise<void> {
  // Dexie would open, and even add to, what a newer release wrote: so this is asked before.
  const stored = (await globalThis.indexedDB?.databases())?.find(({ name }) => name === db.name);
  if ((stored?.version ?? 0) >= (db.verno + 1) * 10)
    throw new GlossaryError('newer', 'the database was written by a newer Cezhu');
  await new Promise((resolve, reject) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    db.on('blocked', () => {
      const fault = new GlossaryError('blocked', 'another tab keeps an older Cezhu open: close or reload it');
      timer ??= setTimeout(() => reject(fault), BLOCKED_MS);
    });
    db.open()
      .then(resolve, reject)
      .finally(() => clearTimeout(timer));
  });
  // The browser itself closes a database whose files it removes.
  db.backendDB().addEventListener('close', () => {
    db.closedBecause = new GlossaryError('deleted', 'the browser removed the glossary database');
    db.close();
  });
}
