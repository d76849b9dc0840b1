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
