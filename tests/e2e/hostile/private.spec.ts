/** A private window in which the extension is allowed: it explains there, and keeps nothing of what was read. */
import { clickInCard, readCard } from '../../../scripts/support/marks.ts';
import { hover, marksOf, SAMPLE } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test.use({ profileOptions: { privateAllowed: true } });

test('in a private window articles are marked and explained, and nothing of it is kept', async ({
  chromium,
}) => {
  const kept = () =>
    own.page.evaluate(async () => {
      const open = indexedDB.open('cezhu-glossary');
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        open.onsuccess = () => resolve(open.result);
        open.onerror = () => reject(open.error);
      });
      const rows: unknown[] = [];
      for (const name of db.objectStoreNames) {
        // What is built from the glossary alone, whoever asks for it first.
        if (['indexes', 'concepts', 'labels', 'usage', 'staging'].includes(name)) continue;
        const read = db.transaction(name).objectStore(name).getAll();
        rows.push(
          ...(await new Promise<unknown[]>((resolve) => {
            read.onsuccess = () => resolve(read.result);
          })),
        );
      }
      db.close();
      return JSON.stringify([rows, await chrome.storage.local.get()]);
    });
  // A page of the extension that runs none of our code.
  const own = await chromium.openOwn('licences.txt');
  const before = await kept();

  const tab = await chromium.openPrivate(SAMPLE);
  await expect.poll(() => marksOf(tab)).toContain('七张问题清单');
  await hover(tab, '七张问题清单');
  await clickInCard(tab, '在学');
  await expect.poll(() => readCard(tab)).toContain('隐私窗口里不记录学习状态');
  expect(await kept()).toBe(before);
  expect(await chromium.errors()).toEqual([]);
});
