/** The background may die, the extension may be updated: reading goes on, and nothing of an old script stays. */
import type { browser } from 'wxt/browser';
import type { ChromiumProfile, Dispatching } from '../../scripts/support/chromium.ts';
import type { Tab } from '../../scripts/support/drive.ts';
import { bringIntoView, readCard, readMarks } from '../../scripts/support/marks.ts';
import { expect, test } from './support/test.ts';

interface Api {
  readonly chrome: typeof browser;
}
const ARTICLE = 'http://zjrb.zjol.com.cn/html/2022-03/11/content_1.htm';
const OTHER = 'http://politics.people.com.cn/n1/2022/0311/c1001-1.html';
const texts = async (tab: Tab) => (await readMarks(tab)).map(({ text }) => text);

/** Sends to the tab what the background sends when the reader uses a shortcut or the menu. */
async function command(profile: ChromiumProfile, url: string, name: string): Promise<unknown> {
  const worker = await profile.worker();
  return worker.evaluate(
    async ([address, command]) => {
      const { tabs } = (globalThis as unknown as Api).chrome;
      const [tab] = await tabs.query({ url: `${address}*` });
      return tabs.sendMessage(
        tab?.id ?? 0,
        { call: 'command.run', request: { name: command } },
        { frameId: 0 },
      );
    },
    [url, name] as const,
  );
}

/** Chooses an item of the context menu over the selection, as the browser tells the background of it. */
async function chooseMenu(
  profile: ChromiumProfile,
  { url, menuItemId, selectionText }: { url: string; menuItemId: string; selectionText: string },
): Promise<void> {
  const worker = await profile.worker();
  // The menu is made when the browser says that the extension is there.
  await expect
    .poll(() =>
      worker.evaluate(
        (id) =>
          (globalThis as unknown as Api).chrome.contextMenus.update(id, {}).then(
            () => true,
            () => false,
          ),
        menuItemId,
      ),
    )
    .toBe(true);
  await worker.evaluate(
    async ([pageUrl, menuItemId, selectionText]) => {
      const { tabs, contextMenus } = (globalThis as unknown as Api).chrome;
      const [tab] = await tabs.query({ active: true, lastFocusedWindow: true });
      const { onClicked } = contextMenus as unknown as { onClicked: Dispatching };
      onClicked.dispatch({ menuItemId, selectionText, pageUrl, frameId: 0, editable: false }, tab);
    },
    [url, menuItemId, selectionText] as const,
  );
}

test('with the background stopped a known card still opens, and another page is marked', async ({
  chromium,
}) => {
  const tab = await chromium.open(ARTICLE);
  await expect.poll(() => texts(tab)).toContain('八八战略');
  await chromium.stopBackground();
  await tab.movePointer(await bringIntoView(tab, '八八战略'));
  await expect.poll(() => readCard(tab)).toContain('八八战略');
  await chromium.stopBackground();
  const other = await chromium.open(OTHER);
  await expect.poll(() => texts(other)).not.toEqual([]);
  expect(await chromium.errors()).toEqual([]);
});

test('when the extension goes, its marks and its element go from open pages', async ({ chromium }) => {
  const tab = await chromium.open(ARTICLE);
  await expect.poll(() => texts(tab)).toContain('八八战略');
  await tab.movePointer(await bringIntoView(tab, '八八战略'));
  await expect.poll(() => readCard(tab)).toContain('八八战略');
  const ours = () =>
    tab.evaluate(() => document.querySelectorAll('cezhu-root').length + CSS.highlights.size, undefined);
  await expect.poll(() => ours()).toBe(2);
  // A browser that was given the extension on its command line unloads it here, and does not load it again.
  const worker = await chromium.worker();
  await worker.evaluate(() => (globalThis as unknown as Api).chrome.runtime.reload());
  await expect.poll(ours).toBe(0);
});

test('next and previous term go round the article, with the focus in the card; Esc gives it back', async ({
  chromium,
  site,
}) => {
  const terms = ['八八战略', '七张问题清单', '红色根脉强基工程'];
  const filler = '<p>这一段说的是别的事情。</p>'.repeat(40);
  const url = 'http://zjnews.zjol.com.cn/zjnews/202203/t20220311_6.shtml';
  site.put(
    url,
    `<!doctype html><meta charset="utf-8"><title>样文</title><h1 class="artTitle">样文一篇</h1>` +
      `<div class="artCon">${terms.map((term) => `<p>说到${term}。</p>${filler}`).join('')}</div>`,
  );
  const tab = await chromium.open(url);
  await expect.poll(() => texts(tab)).toEqual(terms);
  const hasFocus = () =>
    tab.insideCard((root) => root.activeElement?.closest('[role=dialog]') != null, undefined);
  const go = async (name: string, term: string): Promise<void> => {
    await command(chromium, url, name);
    await expect.poll(() => readCard(tab)).toMatch(new RegExp(`^\\s*${term}`));
    await expect
      .poll(async () => (await readMarks(tab)).find(({ text }) => text === term)?.inView)
      .toBe(true);
  };

  for (const term of [...terms, terms[0] ?? '']) await go('next-term', term);
  await expect.poll(hasFocus).toBe(true);
  await go('previous-term', terms.at(-1) ?? '');
  await tab.press('Escape');
  await expect.poll(() => readCard(tab)).toBe('');
  await expect.poll(() => tab.evaluate(() => document.activeElement?.tagName, undefined)).toBe('BODY');
});

test('marks are hidden and shown by command; the selection is explained, with or without a mark', async ({
  chromium,
}) => {
  const tab = await chromium.open(ARTICLE);
  await expect.poll(() => texts(tab)).toContain('八八战略');
  await command(chromium, ARTICLE, 'toggle-marks');
  await expect.poll(() => texts(tab)).toEqual([]);
  await tab.evaluate(() => {
    const nodes = document.createNodeIterator(document.body, NodeFilter.SHOW_TEXT);
    for (let node = nodes.nextNode(); node !== null; node = nodes.nextNode()) {
      const at = node.nodeValue?.indexOf('七张问题清单') ?? -1;
      if (at >= 0 && node.parentElement?.tagName === 'P')
        getSelection()?.setBaseAndExtent(node, at, node, at + 6);
    }
  }, undefined);
  await chooseMenu(chromium, {
    url: ARTICLE,
    menuItemId: 'explain-selection',
    selectionText: '七张问题清单',
  });
  await expect.poll(() => readCard(tab)).toContain('七张问题清单');
  await tab.press('Escape');
  await command(chromium, ARTICLE, 'toggle-marks');
  await expect.poll(() => texts(tab)).toContain('八八战略');
});

test('the selection is taken into the editor with its sentence, title, address and date', async ({
  chromium,
}) => {
  const tab = await chromium.open(ARTICLE);
  await expect.poll(() => texts(tab)).toContain('八八战略');
  await tab.evaluate(() => {
    const node = document.querySelector('founder-content p')?.firstChild as Text;
    getSelection()?.setBaseAndExtent(node, 0, node, 2);
  }, undefined);
  await chooseMenu(chromium, { url: ARTICLE, menuItemId: 'add-selection', selectionText: '本报' });
  const editor = await chromium.findTab(`${chromium.origin}/options.html`);
  const query = new URLSearchParams(editor.url().split('?')[1]);
  expect(Object.fromEntries(query)).toMatchObject({
    label: '本报',
    url: ARTICLE,
    date: '2022-03-11',
    title: '以数字化改革牵引整体智治（示例文章）',
  });
  expect(query.get('sentence')).toContain('八八战略');
  const field = (name: string) => editor.page.locator(`#entry-${name}`);
  await expect(field('prefLabel')).toHaveValue('本报');
  await expect(field('notes-zh')).toHaveValue(/八八战略/);
  await expect(field('sources-0-title')).toHaveValue('以数字化改革牵引整体智治（示例文章）');
  await expect(field('sources-0-url')).toHaveValue(ARTICLE);
  await expect(field('sources-0-date')).toHaveValue('2022-03-11');
});

test('on a site that is not served the selection still leads to the editor and to the nearest labels', async ({
  chromium,
}) => {
  const url = 'http://example.com/article.html';
  await chromium.open(url);
  await chooseMenu(chromium, { url, menuItemId: 'add-selection', selectionText: '新提法' });
  const options = await chromium.findTab(`${chromium.origin}/options.html`);
  await expect(options.page.locator('#entry-prefLabel')).toHaveValue('新提法');
  await expect(options.page.locator('#entry-sources-0-url')).toHaveValue(url);
  await chooseMenu(chromium, { url, menuItemId: 'explain-selection', selectionText: '问题清单' });
  await expect(options.page.getByRole('link', { name: '七张问题清单', exact: true })).toBeVisible();
});
