/** Storage in trouble, as the reader of an article and of the options page meets it. */
import { knowledge } from '../../../lib/i18n/zh/knowledge.ts';
import { bringIntoView, readCard, readMarks } from '../../../scripts/support/marks.ts';
import { holdDatabase, letDatabaseGo } from '../support/busy-database.ts';
import { holdOldDatabase } from '../support/delete-database.ts';
import { loadGlossary } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

const ARTICLE = 'http://zjrb.zjol.com.cn/html/2022-03/11/content_1.htm';

test('with a database that a newer Cezhu wrote, articles are still marked and nothing is overwritten', async ({
  profile,
}) => {
  const before = await profile.open(ARTICLE);
  await expect.poll(async () => (await readMarks(before)).length).toBeGreaterThan(0);
  await before.close();

  // A page of the extension that runs none of our code.
  const { page } = await profile.openOwn('licences.txt');
  await page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const request = indexedDB.open('cezhu-glossary', 990);
        request.onsuccess = () => resolve(request.result.close());
        request.onerror = () => reject(request.error);
      }),
  );
  await profile.stopBackground();

  const tab = await profile.open(ARTICLE);
  await expect.poll(async () => (await readMarks(tab)).map(({ text }) => text)).toContain('八八战略');
  await tab.movePointer(await bringIntoView(tab, '八八战略'));
  await expect.poll(() => readCard(tab)).toContain('浙江');

  const options = await profile.openOwn('options.html');
  await expect(options.page.getByRole('alert')).toBeVisible();
  const version = await page.evaluate(async () =>
    (await indexedDB.databases()).find(({ name }) => name === 'cezhu-glossary'),
  );
  expect(version?.version).toBe(990);
});

test('while another page keeps the database busy nothing breaks: the list says that it reads, and is there, as the article is marked, once it answers', async ({
  profile,
}) => {
  const holder = await profile.openOwn('licences.txt');
  await holdDatabase(holder);
  await profile.stopBackground();
  const tab = await profile.open(ARTICLE);
  const marks = async () => (await readMarks(tab)).map(({ text }) => text);
  // Its own page answers, so the background runs; what it asks the database for does not come.
  await profile.openOwn('popup.html');
  expect(await marks()).toEqual([]);
  const list = await profile.openOwn('options.html');
  await expect(list.page.locator('main')).toHaveText(knowledge.loading);
  await letDatabaseGo(holder);
  await expect(list.page.locator('.virtual-list li').first()).toBeVisible();
  await tab.bringToFront();
  await expect.poll(marks).toContain('八八战略');
  expect(await profile.errors()).toEqual([]);
});

test('while a page of an old Cezhu does not let go of the database, articles are marked and explained all the same', async ({
  profile,
}) => {
  await loadGlossary(profile);
  const holder = await profile.openOwn('licences.txt');
  await profile.stopBackground();
  await holdOldDatabase(holder.page);
  const tab = await profile.open(ARTICLE);
  await expect.poll(async () => (await readMarks(tab)).map(({ text }) => text)).toContain('八八战略');
  await tab.movePointer(await bringIntoView(tab, '八八战略'));
  await expect.poll(() => readCard(tab)).toContain('浙江');
});
