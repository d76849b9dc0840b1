/** A private window in which the extension is allowed: it explains there, and keeps nothing of what was read. */
import { clickInCard, readCard } from '../../../scripts/support/marks.ts';
import { hover, marksOf, openArticle, SAMPLE } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test.use({ profileOptions: { privateAllowed: true } });

const REFUSED = '隐私窗口里不记录学习状态';

test('in a private window articles are marked and explained, and nothing of it is kept; in another window it is', async ({
  profile,
}) => {
  // The shipped glossary is in the database before anything is compared.
  const list = await profile.openOwn('options.html');
  await expect(list.page.locator('.virtual-list li').first()).toBeVisible();
  await list.close();
  // A page of the extension that runs none of our code.
  const own = await profile.openOwn('licences.txt');
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
  const before = await kept();

  const hidden = await profile.openPrivate(SAMPLE);
  await expect.poll(() => marksOf(hidden)).toContain('七张问题清单');
  await hover(hidden, '七张问题清单');
  await clickInCard(hidden, '在学');
  await expect.poll(() => readCard(hidden)).toContain(REFUSED);
  await hidden.press('Escape');
  await expect.poll(() => readCard(hidden)).toBe('');
  await hover(hidden, '八八战略');
  await clickInCard(hidden, '已掌握');
  await expect.poll(() => readCard(hidden)).toContain(REFUSED);
  expect(await kept()).toBe(before);
  await hidden.close();

  // An ordinary window does write, so that what stands in the list afterwards is all there is.
  const tab = await openArticle(profile, `${SAMPLE}?ordinary=1`);
  await expect.poll(() => marksOf(tab)).toContain('数字化改革');
  await hover(tab, '数字化改革');
  await clickInCard(tab, '在学');
  await expect.poll(() => readCard(tab)).toContain('已加入学习清单');
  const study = await profile.openOwn('options.html#/study');
  await expect(study.page.locator('.studied .label')).toHaveText(['数字化改革']);
  expect(await profile.errors()).toEqual([]);
});
