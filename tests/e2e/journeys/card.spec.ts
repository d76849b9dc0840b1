/** The card on an article, with the shipped build and glossary. */
import { card as en } from '../../../lib/i18n/en/card.ts';
import { card as zh } from '../../../lib/i18n/zh/card.ts';
import type { Tab } from '../../../scripts/support/drive.ts';
import { bringIntoView, clickInCard, readCard, readMarks } from '../../../scripts/support/marks.ts';
import { expect, test } from '../support/test.ts';

const ARTICLE = 'http://zjrb.zjol.com.cn/html/2022-03/11/content_1.htm';
const NOWHERE = { x: 1, y: 1 };

const headword = (tab: Tab) => tab.insideCard((root) => root.querySelector('h2')?.textContent, undefined);

/** The card's texts: it speaks the language of the browser it runs in. */
async function textsOf(tab: Tab): Promise<typeof zh> {
  const language = await tab.insideCard(
    (root) => root.querySelector('.scroll')?.getAttribute('lang'),
    undefined,
  );
  return language === 'en' ? en : zh;
}

async function rest(tab: Tab, term: string): Promise<void> {
  await expect.poll(async () => (await readMarks(tab)).map(({ text }) => text)).toContain(term);
  await tab.movePointer(NOWHERE);
  await tab.movePointer(await bringIntoView(tab, term));
  await expect.poll(() => headword(tab)).toBe(term);
}

test('what folds out and a related concept open in the same card, and back returns', async ({ profile }) => {
  const tab = await profile.open(ARTICLE);
  await rest(tab, '八八战略');
  const t = await textsOf(tab);
  await expect.poll(() => readCard(tab)).toContain(t.section.relations);
  await clickInCard(tab, t.section.relations);
  await expect.poll(() => readCard(tab)).toContain('重要窗口');
  await clickInCard(tab, '重要窗口');
  await expect.poll(() => headword(tab)).toContain('重要窗口');
  await clickInCard(tab, t.back);
  await expect.poll(() => headword(tab)).toBe('八八战略');
  expect(await profile.errors()).toEqual([]);
});

test('a section that was unfolded is unfolded in the card of another term on another page, until it is folded', async ({
  profile,
}) => {
  const tab = await profile.open(ARTICLE);
  await rest(tab, '八八战略');
  const t = await textsOf(tab);
  const unfolded = (page: Tab) =>
    page.insideCard(
      (root) => [...root.querySelectorAll('[data-section]')].map((each) => each.getAttribute('data-section')),
      undefined,
    );
  await expect.poll(() => readCard(tab)).toContain(t.section.sources);
  await clickInCard(tab, t.section.sources);
  await expect.poll(() => unfolded(tab)).toEqual(['sources']);
  const other = await profile.open(`${ARTICLE}?other=1`);
  await rest(other, '七张问题清单');
  await expect.poll(() => unfolded(other)).toEqual(['sources']);
  await clickInCard(other, t.section.sources);
  await expect.poll(() => unfolded(other)).toEqual([]);
  await other.reload();
  await rest(other, '数字化改革');
  await expect.poll(() => readCard(other)).toContain(t.section.sources);
  expect(await unfolded(other)).toEqual([]);
});

test('Esc closes the card; a click opens it at once and it waits for the reader', async ({ profile }) => {
  const tab = await profile.open(ARTICLE);
  await rest(tab, '八八战略');
  await tab.press('Escape');
  await expect.poll(() => readCard(tab)).toBe('');
  await tab.clickAt(await bringIntoView(tab, '七张问题清单'));
  await expect.poll(() => headword(tab)).toBe('七张问题清单');
  await tab.movePointer(NOWHERE);
  const t = await textsOf(tab);
  await expect.poll(() => readCard(tab)).toContain(t.section.sources);
  await tab.clickAt({ x: 600, y: 20 });
  await expect.poll(() => readCard(tab)).toBe('');
});

test('the card does not cover the text it explains', async ({ profile }) => {
  const tab = await profile.open(ARTICLE);
  for (const term of ['八八战略', '七张问题清单', '数字化改革']) {
    await rest(tab, term);
    const at = await bringIntoView(tab, term);
    const isCovered = () =>
      tab.evaluate(({ x, y }) => document.elementFromPoint(x, y)?.localName === 'cezhu-root', at);
    await expect.poll(() => isCovered()).toBe(false);
    await tab.press('Escape');
  }
});

test('with the background asleep the first glance is there at once, and the rest once it has woken', async ({
  profile,
}) => {
  const tab = await profile.open(ARTICLE);
  await rest(tab, '八八战略');
  const t = await textsOf(tab);
  await expect.poll(() => readCard(tab)).toContain(t.section.sources);
  await tab.press('Escape');
  await profile.stopBackground();
  await rest(tab, '七张问题清单');
  await expect.poll(() => readCard(tab)).toContain('巡视');
  await expect.poll(() => readCard(tab)).toContain(t.section.sources);
  expect(await profile.errors()).toEqual([]);
});

test('a pinned card shows what the reader has just written about its term', async ({ profile }) => {
  const tab = await profile.open(ARTICLE);
  await rest(tab, '八八战略');
  await clickInCard(tab, (await textsOf(tab)).pin);
  const options = await profile.openOwn('options.html#/concept/starter/babazhanlve/edit');
  await options.fill({ css: '#entry-definitions-zh' }, '我自己写的一句释义。');
  await options.fill({ css: '#entry-definitions-en' }, 'A sentence of my own.');
  await options.clickOn({ css: 'form button[type="submit"]' });
  await tab.bringToFront();
  await expect.poll(() => readCard(tab)).toMatch(/我自己写的一句释义|A sentence of my own/);
  expect(await profile.errors()).toEqual([]);
});
