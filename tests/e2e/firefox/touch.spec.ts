/** Reading with a finger on a screen the size of a telephone. */
import { bringIntoView, readCard } from '../../../scripts/support/marks.ts';
import { marksOf, openArticle } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test.use({ profileOptions: { touch: true, viewport: { width: 460, height: 800 } } });

test('a tap opens the card inside the screen, and a tap beside it closes it', async ({ profile }) => {
  const tab = await openArticle(profile);
  await expect.poll(() => marksOf(tab)).toContain('七张问题清单');
  await tab.tap(await bringIntoView(tab, '七张问题清单'));
  await expect.poll(() => readCard(tab)).toContain('七张问题清单');
  const isInside = () =>
    tab.insideCard((root) => {
      const { left, right, top, bottom } =
        root.querySelector('[popover]')?.getBoundingClientRect() ?? new DOMRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    }, undefined);
  await expect.poll(isInside).toBe(true);
  // In the margin that the card leaves.
  await tab.tap({ x: 3, y: 3 });
  await expect.poll(() => readCard(tab)).toBe('');
  expect(await profile.errors()).toEqual([]);
});
