/** Marks in colours that the reader's system forces on pages, and on paper. */
import type { Tab } from '../../../scripts/support/drive.ts';
import { bringIntoView, readCard } from '../../../scripts/support/marks.ts';
import { marksOf, openArticle } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test.use({ onlyReads: true });

const markOn = (tab: Tab) =>
  tab.evaluate(() => {
    const { backgroundColor, textDecorationLine } = getComputedStyle(
      document.querySelector('founder-content p') as Element,
      '::highlight(cezhu-term-dotted)',
    );
    return { backgroundColor, textDecorationLine };
  }, undefined);

test('marks are plain lines where the system asks for high contrast', async ({ profile }) => {
  const tab = await openArticle(profile);
  await expect.poll(() => marksOf(tab)).toContain('八八战略');
  await profile.emulate(tab, 'forced-colors');
  await expect
    .poll(() => tab.evaluate(() => matchMedia('(forced-colors: active)').matches, undefined))
    .toBe(true);
  // Nothing but the line: the colour of what is selected, which browsers give to highlights, is see-through.
  expect(await markOn(tab)).toEqual({
    backgroundColor: expect.stringMatching(/, 0\)$/),
    textDecorationLine: 'underline',
  });
});

test('neither marks nor boxes nor an open card are printed', async ({ profile }) => {
  const tab = await openArticle(profile);
  await expect.poll(() => marksOf(tab)).toContain('八八战略');
  await tab.clickAt(await bringIntoView(tab, '八八战略'));
  await expect.poll(() => readCard(tab)).toContain('八八战略');
  const looks = async () => ({
    line: (await markOn(tab)).textDecorationLine,
    ...(await tab.insideCard((root) => {
      const display = (css: string) => getComputedStyle(root.querySelector(css) as Element).display;
      return { card: display('[popover]'), boxes: display('.boxes') };
    }, undefined)),
  });
  await expect.poll(looks).toEqual({ line: 'underline', card: 'flex', boxes: 'block' });
  await profile.emulate(tab, 'print');
  await expect.poll(looks).toEqual({ line: 'none', card: 'none', boxes: 'none' });
});
