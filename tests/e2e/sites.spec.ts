/** Sites beyond the official ones: added by the reader for one host, taken back at any time. */
import type { ChromiumProfile, ChromiumTab } from '../../scripts/support/chromium.ts';
import { bringIntoView, readCard, readMarks } from '../../scripts/support/marks.ts';
import { SAMPLE } from './support/reading.ts';
import { takeAccess } from './support/take-access.ts';
import { expect, test } from './support/test.ts';

const HOST = 'news.example.org';
const ADDRESS = `http://${HOST}/2022/a.html`;
const P = '<p>全省忠实践行“八八战略”，用好七张问题清单，推动基层治理四平台走深走实。</p>';
const HTML =
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>样文</title>` +
  `<h1>样文一篇</h1><article>${P.repeat(8)}</article></html>`;

const texts = async (tab: ChromiumTab) => (await readMarks(tab)).map(({ text }) => text);
const ours = (tab: ChromiumTab) =>
  tab.evaluate(() => document.querySelectorAll('cezhu-root').length + CSS.highlights.size, undefined);
const grantedTo = async (profile: ChromiumProfile) =>
  (await profile.worker()).evaluate(
    async (host) => ((await chrome.permissions.getAll()).origins ?? []).filter((each) => each.includes(host)),
    HOST,
  );

test.use({ profileOptions: { granted: [`*://${HOST}/*`] } });

test('a site added in the popup is marked without a reload; removed in the settings, at once no more', async ({
  chromium,
  site,
}) => {
  site.put(ADDRESS, HTML);
  site.put('http://other.example.org/a.html', HTML);
  const tab = await chromium.open(ADDRESS);
  const other = await chromium.open('http://other.example.org/a.html');
  expect(await texts(tab)).toEqual([]);

  const popup = await chromium.openPopup(tab);
  await popup.page.getByRole('button', { name: `在 ${HOST} 上也标注` }).click();
  await expect(popup.page.getByRole('checkbox', { name: `在 ${HOST} 上标注` })).toBeChecked();
  await expect.poll(() => texts(tab)).toContain('八八战略');
  expect(await grantedTo(chromium)).toEqual([`*://${HOST}/*`]);
  expect(await texts(other)).toEqual([]);
  await tab.reload();
  await expect.poll(() => texts(tab)).toContain('八八战略');
  await tab.clickAt(await bringIntoView(tab, '八八战略'));
  await expect.poll(() => readCard(tab)).toContain('八八战略');

  const { page } = await chromium.openOwn('options.html#/settings');
  await page.getByRole('button', { name: `移除 ${HOST}` }).click();
  await expect(page.getByText('没有自己添加的网站。')).toBeVisible();
  await expect.poll(() => ours(tab)).toBe(0);
  expect(await grantedTo(chromium)).toEqual([]);
  await tab.reload();
  expect(await ours(tab)).toBe(0);
  expect(await chromium.errors()).toEqual([]);
});

test('access taken away in the browser itself, of one host or of all sites, ends the marks of open pages', async ({
  chromium,
  site,
}) => {
  site.put(ADDRESS, HTML);
  const official = await chromium.open(SAMPLE);
  const tab = await chromium.open(ADDRESS);
  const popup = await chromium.openPopup(tab);
  await popup.page.getByRole('button', { name: `在 ${HOST} 上也标注` }).click();
  await expect.poll(() => texts(tab)).toContain('八八战略');

  await takeAccess(chromium, `*://${HOST}/*`);
  await expect.poll(() => ours(tab)).toBe(0);
  await expect.poll(() => texts(official)).toContain('八八战略');

  await takeAccess(chromium);
  await expect.poll(() => ours(official)).toBe(0);
  expect(await chromium.errors()).toEqual([]);
});

test('the popup says that a translated page is left alone', async ({ chromium }) => {
  const tab = await chromium.open(SAMPLE);
  await expect.poll(() => texts(tab)).toContain('八八战略');
  await tab.page.evaluate(() => document.documentElement.classList.add('translated-ltr'));
  const popup = await chromium.openPopup(tab);
  await expect(popup.page.getByText('浏览器翻译了这一页')).toBeVisible();
});
