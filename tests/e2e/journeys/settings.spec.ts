/** What the reader's settings and states do to the marks of an open page. */

import type { Profile, Tab } from '../../../scripts/support/drive.ts';
import { bringIntoView, clickInCard, readCard, readMarks } from '../../../scripts/support/marks.ts';
import { expect, test } from '../support/test.ts';

const ADDRESS = 'http://zjnews.zjol.com.cn/zjnews/202203/t20220311_9.shtml';
const ARTICLE =
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>样文</title><h1 class="artTitle">样文一篇</h1>` +
  `<div class="artCon"><p>忠实践行八八战略，八八战略管长远。</p><p><b>一、总体要求</b></p><p>再学八八战略。</p></div>`;

const marksOf = async (tab: Tab) => (await readMarks(tab)).map(({ text }) => text);

/** Writes settings as the options page does, from a page of the extension. */
async function choose(profile: Profile, change: Record<string, unknown>): Promise<void> {
  const own = await profile.openOwn('options.html');
  await own.evaluate(async (settings) => {
    const { settings: before } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...(before as object | undefined), ...settings } });
  }, change);
  await own.close();
}

test('density: first of a section, first of the page, every mention; and off for this site', async ({
  profile,
  site,
}) => {
  site.put(ADDRESS, ARTICLE);
  const tab = await profile.open(ADDRESS);
  await expect.poll(() => marksOf(tab)).toEqual(['八八战略', '八八战略']);
  await choose(profile, { density: 'page' });
  await expect.poll(() => marksOf(tab)).toEqual(['八八战略']);
  await choose(profile, { density: 'every' });
  await expect.poll(() => marksOf(tab)).toEqual(['八八战略', '八八战略', '八八战略']);
  await choose(profile, { sitesOff: ['zjnews.zjol.com.cn'] });
  await expect.poll(() => marksOf(tab)).toEqual([]);
  await choose(profile, { sitesOff: [] });
  await expect.poll(() => marksOf(tab)).toHaveLength(3);
});

test('a site that is switched off is so in frames that its page writes itself', async ({ profile, site }) => {
  site.put(ADDRESS, ARTICLE);
  const tab = await profile.open(ADDRESS);
  await tab.evaluate((html) => {
    const frame = document.createElement('iframe');
    frame.srcdoc = html;
    document.body.prepend(frame);
  }, ARTICLE);
  const marksInFrame = () =>
    tab.evaluate(() => {
      const inside = document.querySelector('iframe')?.contentWindow as typeof globalThis | undefined;
      return [...(inside?.CSS.highlights.values() ?? [])].reduce((sum, { size }) => sum + size, 0);
    }, undefined);
  await expect.poll(marksInFrame).toBeGreaterThan(0);
  await choose(profile, { sitesOff: ['zjnews.zjol.com.cn'] });
  await expect.poll(marksInFrame).toBe(0);
});

test('a page wakes the background as it begins; where Cezhu is off, it says nothing', async ({
  profile,
  site,
}) => {
  const elsewhere = 'http://zjrb.zjol.com.cn/html/2022-03/11/content_9.htm';
  site.put(ADDRESS, ARTICLE);
  site.put(elsewhere, ARTICLE);
  await choose(profile, { sitesOff: ['zjnews.zjol.com.cn'] });
  // A page of ours hears what the background does.
  const own = await profile.openOwn('options.html');
  await own.evaluate(() => {
    const heard: [url: string | undefined, call: string | undefined][] = [];
    chrome.runtime.onMessage.addListener((message: { call?: string }, { url }) => {
      heard.push([url, message.call]);
    });
    Object.assign(globalThis, { heard });
  }, undefined);
  const heardFrom = (address: string) =>
    own.evaluate(
      (url) =>
        (globalThis as unknown as { heard: [string, string][] }).heard
          .filter(([from]) => from === url)
          .map(([, call]) => call),
      address,
    );
  const off = await profile.open(ADDRESS);
  const on = await profile.open(elsewhere);
  await expect.poll(() => marksOf(on)).toHaveLength(2);
  expect((await heardFrom(elsewhere)).slice(0, 2)).toEqual(['page.coming', 'page.annotate']);
  expect(await marksOf(off)).toEqual([]);
  expect(await heardFrom(ADDRESS)).toEqual([]);
});

test('the style of the marks is the name of the highlight, and only one stands in the registry', async ({
  profile,
  site,
}) => {
  site.put(ADDRESS, ARTICLE);
  const tab = await profile.open(ADDRESS);
  const names = () => tab.evaluate(() => [...CSS.highlights.keys()], undefined);
  await expect.poll(names).toEqual(['cezhu-term-dotted']);
  for (const markStyle of ['line', 'tint']) {
    await choose(profile, { markStyle });
    await expect.poll(names).toEqual([`cezhu-term-${markStyle}`]);
  }
});

test('a term being studied is drawn in our own root and not in the registry; a known one loses its mark', async ({
  profile,
  site,
}) => {
  site.put(ADDRESS, ARTICLE);
  await choose(profile, { interfaceLanguage: 'zh' });
  const tab = await profile.open(ADDRESS);
  await expect.poll(() => marksOf(tab)).toHaveLength(2);
  const boxes = (kind: string) =>
    tab.insideCard((root, name) => root.querySelectorAll(`.boxes .${name}`).length, kind);

  await tab.clickAt(await bringIntoView(tab, '八八战略'));
  await expect.poll(() => readCard(tab)).toContain('八八战略');
  await expect.poll(() => boxes('current')).toBe(1);
  await clickInCard(tab, '在学');
  await expect.poll(() => boxes('learning')).toBe(2);
  await expect
    .poll(() => tab.evaluate(() => [...CSS.highlights.keys()], undefined))
    .toEqual(['cezhu-term-dotted']);
  await clickInCard(tab, '已掌握');
  await expect.poll(() => marksOf(tab)).toEqual([]);
  await expect.poll(() => boxes('learning')).toBe(0);
});

test('a long page that is scrolled to its middle is marked all over', async ({ profile, site }) => {
  const filler = `<p>${'这一段说的是别的事情，与要找的词没有关系。'.repeat(20)}</p>`;
  const paragraphs = Array.from({ length: 700 }, (_, index) =>
    index % 100 === 50 ? `<h2>第${index}节</h2><p id="p${index}">忠实践行八八战略。</p>` : filler,
  );
  site.put(ADDRESS, ARTICLE.replace('<p>再学', `${paragraphs.join('')}<p>再学`));
  const tab = await profile.open(`${ADDRESS}#p450`);
  await expect.poll(() => marksOf(tab)).toHaveLength(8);
});
