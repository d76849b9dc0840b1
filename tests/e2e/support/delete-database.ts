/** The database is deleted from outside, as by the browser's “clear site data”. */
import type { Screen } from '../../../scripts/support/screen.ts';

/** @param page of the extension */
export const deleteDatabase = (page: Screen): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.deleteDatabase('cezhu-glossary');
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );

/**
 * Puts an old, empty database in its place, and holds it: as a page of an old Cezhu that does not let go. Nobody comes in
 * between: a background that has just woken would open a new one.
 *
 * @param page of the extension that runs none of our code
 */
export const holdOldDatabase = (page: Screen): Promise<void> =>
  page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        indexedDB.deleteDatabase('cezhu-glossary');
        const request = indexedDB.open('cezhu-glossary', 1);
        // Kept: Firefox closes what nobody holds.
        Object.assign(globalThis, { held: request });
        request.onsuccess = () => resolve();
        request.onerror = () => reject(request.error);
      }),
  );
