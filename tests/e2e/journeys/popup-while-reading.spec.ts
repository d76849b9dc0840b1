/** The toolbar popup over a page that is still being read. */
import { holdDatabase, letDatabaseGo } from '../support/busy-database.ts';
import { marksOf, SAMPLE } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test('while page and glossary are still being read the popup says so, and then what there is', async ({
  profile,
}) => {
  const options = await profile.openOwn('options.html');
  // The glossary is in the database.
  await expect.poll(() => options.textOf('.virtual-list li')).toBeTruthy();
  await options.close();

  const holder = await profile.openOwn('licences.txt');
  await holdDatabase(holder);
  await profile.stopBackground();
  const article = await profile.open(SAMPLE);
  // As the toolbar button does: the article stays the active tab.
  await holder.evaluate(async () => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    await browser.tabs.create({ url: '/popup.html', active: false });
  }, undefined);
  const popup = await profile.findTab(`${profile.origin}/popup.html`);
  const page = () => popup.textOf('div.row');
  await expect.poll(page).toContain('还在读这一页');
  await popup.fill({ css: 'input[type=search]' }, '七张问题清单');
  await expect.poll(() => popup.textOf('search')).toContain('正在读取词库');
  expect(await marksOf(article)).toEqual([]);

  await letDatabaseGo(holder);
  await expect.poll(page).toMatch(/本页标出 \d+ 个词语/);
  await expect.poll(() => popup.textOf('.found b')).toBe('七张问题清单');
  expect(await profile.errors()).toEqual([]);
});
