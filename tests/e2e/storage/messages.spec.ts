/** Each trouble of the storage has words of its own on the options page. */
import { knowledge as t } from '../../../lib/i18n/zh/knowledge.ts';
import { storage } from '../../../lib/i18n/zh/storage.ts';
import type { Screen } from '../../../scripts/support/screen.ts';
import { deleteDatabase, holdOldDatabase } from '../support/delete-database.ts';
import { expect, test } from '../support/test.ts';

const ENTRY = 'options.html#/concept/starter/babazhanlve/edit';

/** What the page says instead of the glossary. */
const says = (page: Screen, text: string) => expect(page.getByRole('alert')).toContainText(text);
const rows = (page: Screen) => page.locator('.virtual-list li').first();

test('a full disk and a browser without storage: the reader is told which, and what was typed stays', async ({
  profile,
}) => {
  const { page } = await profile.openOwn(ENTRY);
  const field = page.locator('#entry-definitions-zh');
  await field.fill('磁盘满时写下的释义。');
  // What a browser answers where the disk is full: an extension with storage of its own has no quota to be lowered.
  await page.evaluate(() => {
    const { add, put } = IDBObjectStore.prototype;
    const refuse = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
    Object.assign(IDBObjectStore.prototype, { add: refuse, put: refuse });
    addEventListener('room', () => Object.assign(IDBObjectStore.prototype, { add, put }));
  });
  await page.keyboard.press('Control+s');
  await expect(page.locator('.notice')).toContainText(t.error.full);
  await expect(field).toHaveValue('磁盘满时写下的释义。');
  await page.evaluate(() => dispatchEvent(new Event('room')));
  await page.keyboard.press('Control+s');
  // The editor's preview says it too.
  await expect(page.locator('form.editor')).toHaveCount(0);
  await expect(page.locator('.cz-card')).toContainText('磁盘满时写下的释义。');

  await profile.beforeScripts(() => {
    Object.defineProperty(window, 'indexedDB', { value: undefined });
  });
  await says((await profile.openOwn('options.html')).page, t.error.unavailable);
});

test('a database that is deleted, of a newer Cezhu, or held by an old page: the reader is told which', async ({
  profile,
}) => {
  const { page } = await profile.openOwn('options.html');
  await expect(rows(page)).toBeVisible();
  // A page of the extension that runs none of our code.
  const other = (await profile.openOwn('licences.txt')).page;
  const upgrade = () =>
    other.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const request = indexedDB.open('cezhu-glossary', 990);
          request.onsuccess = () => resolve();
          request.onerror = () => reject(request.error);
        }),
    );

  await deleteDatabase(other);
  await says(page, t.error.deleted);
  await page.getByRole('button', { name: t.error.reload }).click();
  // The shipped glossary is loaded anew.
  await expect(rows(page)).toBeVisible({ timeout: 60_000 });
  await says(page, storage.lost);

  await upgrade();
  await says(page, t.error.outdated);
  await page.reload();
  await says(page, t.error.newer);

  await profile.stopBackground();
  await other.reload();
  await holdOldDatabase(other);
  await page.reload();
  await says(page, t.error.blocked);
});
