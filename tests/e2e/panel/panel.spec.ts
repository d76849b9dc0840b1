/** The side panel and the toolbar popup: the article's terms as buttons, look-up, this site on and off. */
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { ChromiumProfile, ChromiumTab } from '../../../scripts/support/chromium.ts';
import { bringIntoView, readCard, readMarks } from '../../../scripts/support/marks.ts';
import { expect, test } from '../support/test.ts';

const ARTICLE = 'http://zjrb.zjol.com.cn/html/2022-03/11/content_1.htm';
const marksOf = async (tab: ChromiumTab) => (await readMarks(tab)).map(({ text }) => text);

/** Opens the article and the panel that stands beside it, as a page of its own. */
async function openPanel(chromium: ChromiumProfile): Promise<{ article: ChromiumTab; panel: Page }> {
  const article = await chromium.open(ARTICLE);
  await expect.poll(() => marksOf(article)).toContain('八八战略');
  const [worker] = chromium.context.serviceWorkers();
  const tabId = await worker?.evaluate(
    async () => (await chrome.tabs.query({ url: '*://*.zjol.com.cn/*' }))[0]?.id,
  );
  const panel = await chromium.openOwn(`sidepanel.html?tab=${tabId}`);
  await expect(panel.page.getByRole('button', { name: '八八战略', exact: true })).toBeVisible();
  return { article, panel: panel.page };
}

test('the panel lists the terms in order; the filter takes pinyin; a term unfolds', async ({ chromium }) => {
  const { panel } = await openPanel(chromium);
  await expect(panel.getByRole('status').first()).toContainText('个词语');
  await panel.getByRole('searchbox').fill('babazhanlue');
  await expect(panel.locator('.term-label')).toHaveText(['八八战略']);
  await panel.getByRole('button', { name: '展开“八八战略”的词条' }).click();
  await expect(panel.locator('.cz-card')).toContainText('八八战略');
  await panel.getByRole('searchbox').fill('没有这样的词');
  await expect(panel.getByText('没有符合筛选的词语。')).toBeVisible();
});

test('choosing a term scrolls the article to it', async ({ chromium }) => {
  const { article, panel } = await openPanel(chromium);
  const last = panel.locator('.term-label').last();
  await article.page.setViewportSize({ width: 900, height: 300 });
  await last.click();
  await expect.poll(() => article.page.evaluate(() => scrollY)).toBeGreaterThan(0);
});

test('the panel follows the article when it changes', async ({ chromium }) => {
  const { article, panel } = await openPanel(chromium);
  await article.page.evaluate(() => {
    const p = document.createElement('p');
    p.textContent = '会议还讨论了南水北调工程。';
    document.querySelector('#ozoom p')?.after(p);
  });
  await expect(panel.getByRole('button', { name: '南水北调', exact: true })).toBeVisible();
});

test('terms are arranged by system, and the panel has no accessibility fault', async ({ chromium }) => {
  const { panel } = await openPanel(chromium);
  await panel.getByRole('radio', { name: '按所属体系' }).check();
  await expect(panel.locator('.terms-group h2').last()).toHaveText('其他');
  const { violations } = await new AxeBuilder({ page: panel }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

test('the card opens the side panel beside the article', async ({ chromium }) => {
  const article = await chromium.open(ARTICLE);
  await expect.poll(() => marksOf(article)).toContain('八八战略');
  await article.clickAt(await bringIntoView(article, '八八战略'));
  await expect.poll(() => readCard(article)).toContain('侧栏');
  const button = await article.insideCard((root) => {
    const found = [...root.querySelectorAll('button')].find((each) => each.title === '在侧栏打开');
    const { x, y, width, height } = found?.getBoundingClientRect() ?? new DOMRect();
    return { x: x + width / 2, y: y + height / 2 };
  }, undefined);
  await article.clickAt(button ?? { x: 0, y: 0 });
  const [worker] = chromium.context.serviceWorkers();
  const panels = () =>
    worker?.evaluate(async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length);
  await expect.poll(panels).toBe(1);
});
