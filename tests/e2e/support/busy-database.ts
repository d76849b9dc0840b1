/** A database that another page keeps busy: the nearest to a slow disk that can be had. */
import type { Tab } from '../../../scripts/support/drive.ts';

/** @param holder a page of the extension that runs none of our code; keeps every table until `letDatabaseGo` */
export const holdDatabase = (holder: Tab): Promise<void> =>
  holder.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('cezhu-glossary');
        request.onerror = () => reject(request.error);
        request.onsuccess = () => {
          const db = request.result;
          const meta = db.transaction([...db.objectStoreNames], 'readwrite').objectStore('meta');
          const hold = () => {
            resolve();
            if (document.title === 'enough') db.close();
            else meta.get('revision').onsuccess = hold;
          };
          hold();
        };
      }),
    undefined,
  );

export const letDatabaseGo = (holder: Tab): Promise<void> =>
  holder.evaluate(() => {
    document.title = 'enough';
  }, undefined);
