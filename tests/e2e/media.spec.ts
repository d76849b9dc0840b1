/** Marks in colours that the reader's system forces on pages, and on paper. */
import type { ChromiumTab } from '../../scripts/support/chromium.ts';
import { bringIntoView, readCard } from '../../scripts/support/marks.ts';
import { marksOf, openArticle } from './support/reading.ts';
import { expect, test } from './support/test.ts';

test('marks are plain lines where the system asks for high contrast', async ({ chromium }) => {
  const tab = (await openArticle(chromium)) as ChromiumTab;
  expect(await marksOf(tab)).toContain('八八战略');
  const mark = () =>
    tab.page.evaluate(() => {
      const { backgroundColor, textDecorationLine } = getComputedStyle(
        document.querySelector('founder-content p') as Element,
        '::highlight(cezhu-term-dotted)',
      );
      return { backgroundColor, textDecorationLine };
    });
  await tab.page.emulateMedia({ forcedColors: 'active' });
  // Nothing but the line: the colour of what is selected, which browsers give to highlights, is see-through.
  expect(await mark()).toEqual({
    backgroundColor: expect.stringMatching(/, 0\)$/),
    textDecorationLine: 'underline',
  });
});

test('neither marks nor boxes nor an open card are printed', async ({ chromium }) => {
  const tab = (await openArticle(chromium)) as ChromiumTab;
  await expect.poll(() => marksOf(tab)).toContain('八八战略');
  await tab.clickAt(await bringIntoView(tab, '八八战略'));
  await expect.poll(() => readCard(tab)).toContain('八八战略');
  const looks = async () => ({
    line: await tab.evaluate(
      () =>
        getComputedStyle(
          document.querySelector('founder-content p') as Element,
          '::highlight(cezhu-term-dotted)',
        ).textDecorationLine,
      undefined,
    ),
    ...(await tab.insideCard((root) => {
      const display = (css: string) => getComputedStyle(root.querySelector(css) as Element).display;
      return { card: display('[popover]'), boxes: display('.boxes') };
    }, undefined)),
  });
  await expect.poll(looks).toEqual({ line: 'underline', card: 'flex', boxes: 'block' });
  await tab.page.emulateMedia({ media: 'print' });
  await expect.poll(looks).toEqual({ line: 'none', card: 'none', boxes: 'none' });
});
