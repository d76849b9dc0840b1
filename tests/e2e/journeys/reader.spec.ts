/** The reader page: a text that the reader brings gets the marks and the card of news pages. */
import { readCard } from '../../../scripts/support/marks.ts';
import { hover, marksOf } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test('a pasted text is marked, and its card opens', async ({ profile }) => {
  const tab = await profile.openOwn('reader.html');
  await tab.fill({ css: 'textarea' }, '全省忠实践行“八八战略”。\n\n用好七张问题清单。');
  await tab.clickOn({ css: 'button[type=submit]' });
  await expect.poll(() => marksOf(tab)).toContain('七张问题清单');
  await hover(tab, '八八战略');
  expect(await readCard(tab)).toContain('八八战略');
  // Our pages allow no inline styles: the card must be dressed all the same.
  const size = await tab.insideCard((root) => {
    const headword = root.querySelector('h2');
    return headword === null ? '' : getComputedStyle(headword).fontSize;
  }, undefined);
  expect(size).toBe('22px');
  expect(await profile.errors()).toEqual([]);
});
