/** Walking over the terms of an article by shortcut. */
import { readCard, readMarks } from '../../../scripts/support/marks.ts';
import { marksOf } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test.use({ onlyReads: true });

const ADDRESS = 'http://zjnews.zjol.com.cn/zjnews/202203/t20220311_6.shtml';
const TERMS = ['八八战略', '七张问题清单', '红色根脉强基工程'];

test('next and previous term go round the article, with the focus in the card; Esc gives it back', async ({
  profile,
  site,
}) => {
  const filler = '<p>这一段说的是别的事情。</p>'.repeat(40);
  site.put(
    ADDRESS,
    `<!doctype html><meta charset="utf-8"><title>样文</title><h1 class="artTitle">样文一篇</h1>` +
      `<div class="artCon">${TERMS.map((term) => `<p>说到${term}。</p>${filler}`).join('')}</div>`,
  );
  const tab = await profile.open(ADDRESS);
  await expect.poll(() => marksOf(tab)).toEqual(TERMS);
  const hasFocus = () =>
    tab.insideCard((root) => root.activeElement?.closest('[role=dialog]') != null, undefined);
  const go = async (keys: string, term: string): Promise<void> => {
    await profile.pressShortcut(keys);
    await expect.poll(() => readCard(tab)).toMatch(new RegExp(`^\\s*${term}`));
    await expect
      .poll(async () => (await readMarks(tab)).find(({ text }) => text === term)?.inView)
      .toBe(true);
  };

  for (const term of [...TERMS, TERMS[0] ?? '']) await go('Alt+Shift+J', term);
  await expect.poll(hasFocus).toBe(true);
  await go('Alt+Shift+K', TERMS.at(-1) ?? '');
  await tab.press('Escape');
  await expect.poll(() => readCard(tab)).toBe('');
  await expect.poll(() => tab.evaluate(() => document.activeElement?.tagName, undefined)).toBe('BODY');
});
