/** Sites beyond the official ones: added by the reader for one host, taken back at any time. */
import type { Tab } from '../../../scripts/support/drive.ts';
import { bringIntoView, readCard } from '../../../scripts/support/marks.ts';
import { marksOf, SAMPLE } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

const HOST = 'news.example.org';
const ADDRESS = `http://${HOST}/2022/a.html`;
const P = '<p>全省忠实践行“八八战略”，用好七张问题清单，推动基层治理四平台走深走实。</p>';
const HTML =
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>样文</title>` +
  `<h1>样文一篇</h1><article>${P.repeat(8)}</article></html>`;

const ours = (tab: Tab) =>
  tab.evaluate(() => document.querySelectorAll('cezhu-root').length + CSS.highlights.size, undefined);
/** What the browser says that the extension may read of the host. */
async function grantedTo(own: Tab): Promise<readonly string[]> {
  return own.evaluate(async (host) => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    return ((await browser.permissions.getAll()).origins ?? []).filter((each) => each.includes(host));
  }, HOST);
}

test.use({ profileOptions: { granted: [`*://${HOST}/*`] } });

test('a site added in the popup is marked without a reload; removed in the settings, at once no more', async ({
  profile,
  site,
}) => {
  site.put(ADDRESS, HTML);
  site.put('http://other.example.org/a.html', HTML);
  const tab = await profile.open(ADDRESS);
  const other = await profile.open('http://other.example.org/a.html');
  expect(await marksOf(tab)).toEqual([]);

  const popup = await profile.openPopup(tab);
  await popup.page.getByRole('button', { name: `在 ${HOST} 上也标注` }).click();
  const isMarked = popup.page.getByRole('checkbox', { name: `在 ${HOST} 上标注` });
  await expect(isMarked).toBeChecked();
  // The switch came in the place of the button. The popup is not brought to the front: it would look at itself.
  const focused = () => popup.evaluate(() => document.activeElement?.getAttribute('type'), undefined);
  await expect.poll(focused).toBe('checkbox');
  // A popup leaves the page in view; as a tab it does not. What is not in view is read later.
  await tab.bringToFront();
  await expect.poll(() => marksOf(tab)).toContain('八八战略');
  expect(await grantedTo(popup)).toEqual([`*://${HOST}/*`]);
  expect(await marksOf(other)).toEqual([]);
  await tab.reload();
  await expect.poll(() => marksOf(tab)).toContain('八八战略');
  await tab.clickAt(await bringIntoView(tab, '八八战略'));
  await expect.poll(() => readCard(tab)).toContain('八八战略');

  const settings = await profile.openOwn('options.html#/settings');
  await settings.page.getByRole('button', { name: `移除 ${HOST}` }).click();
  await expect(settings.page.getByText('没有自己添加的网站。')).toBeVisible();
  // The button went with its site, and the focus on to the heading of the list.
  await expect(settings.page.getByRole('heading', { name: '自己添加的网站' })).toBeFocused();
  await expect.poll(() => ours(tab)).toBe(0);
  expect(await grantedTo(settings)).toEqual([]);
  await tab.reload();
  expect(await ours(tab)).toBe(0);
  expect(await profile.errors()).toEqual([]);
});

test('access taken away in the browser itself, of one host or of all sites, ends the marks of open pages', async ({
  profile,
  site,
}) => {
  site.put(ADDRESS, HTML);
  const official = await profile.open(SAMPLE);
  const tab = await profile.open(ADDRESS);
  const popup = await profile.openPopup(tab);
  await popup.page.getByRole('button', { name: `在 ${HOST} 上也标注` }).click();
  await tab.bringToFront();
  await expect.poll(() => marksOf(tab)).toContain('八八战略');

  await profile.takeAccess(`*://${HOST}/*`);
  await expect.poll(() => ours(tab)).toBe(0);
  await expect.poll(() => marksOf(official)).toContain('八八战略');

  await profile.takeAccess();
  await expect.poll(() => ours(official)).toBe(0);
  expect(await profile.errors()).toEqual([]);
});
