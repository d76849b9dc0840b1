/** The extension is updated, disabled, enabled and removed while twenty tabs show articles. */
import type { ChromiumTab } from '../../../scripts/support/chromium-tab.ts';
import { readCard } from '../../../scripts/support/marks.ts';
import { hover, marksOf, openArticle, SAMPLE } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

const TABS = 20;

/** Of each page: the number of marks, and of elements that are ours. */
const standing = (tabs: readonly ChromiumTab[]) =>
  Promise.all(
    tabs.map(({ page }) =>
      page.evaluate(() => ({
        marks: [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0),
        elements: document.querySelectorAll('cezhu-root').length,
      })),
    ),
  );
/** What the line at the edge of the window says. */
const noticeIn = (tab: ChromiumTab) =>
  tab.insideCard((root) => root.querySelector<HTMLElement>('.notice')?.innerText ?? '', undefined);

test('after an update new scripts take over twenty tabs without a reload; disabled or removed, all goes from them', async ({
  chromium,
}) => {
  const front = (await openArticle(chromium)) as ChromiumTab;
  const others = Array.from({ length: TABS - 1 }, (_, index) => chromium.open(`${SAMPLE}?tab=${index}`));
  const tabs = [front, ...(await Promise.all(others))];
  await expect.poll(async () => (await standing(tabs)).filter(({ marks }) => marks < 3)).toEqual([]);
  // Ambiguous terms come after the others, once the segmenter has spoken.
  await expect.poll(() => marksOf(front)).toContain('审计');
  const before = await marksOf(front);
  const problems: string[] = [];
  for (const { page } of tabs) {
    page.on('pageerror', ({ message }) => problems.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text());
    });
  }
  await front.bringToFront();
  await hover(front, '八八战略');

  await chromium.extension('update');
  await expect.poll(() => noticeIn(front)).toBe('策注已更新，本页已重新标注。');
  // The old card has gone with the old script; marks and a new card are the new script's.
  expect(await readCard(front)).not.toContain('八八战略');
  await expect.poll(() => marksOf(front)).toEqual(before);
  await expect.poll(async () => (await standing(tabs)).filter(({ marks }) => marks < 3)).toEqual([]);
  await expect.poll(async () => (await standing(tabs)).filter(({ elements }) => elements > 0)).toEqual([]);
  await hover(front, '七张问题清单');

  await chromium.extension('disable');
  await front.bringToFront();
  await expect.poll(() => noticeIn(front)).toBe('策注已停用或移除，本页的标注已收起。');
  await expect
    .poll(async () => (await standing(tabs)).filter(({ marks, elements }) => marks + elements > 0))
    .toEqual([]);

  await chromium.extension('enable');
  await front.bringToFront();
  await expect.poll(async () => (await standing(tabs)).filter(({ marks }) => marks < 3)).toEqual([]);
  await expect.poll(() => marksOf(front)).toEqual(before);
  await hover(front, '八八战略');
  await chromium.extension('remove');
  await expect
    .poll(async () => (await standing(tabs)).filter(({ marks, elements }) => marks + elements > 0))
    .toEqual([]);
  expect(problems).toEqual([]);
  expect(await chromium.errors()).toEqual([]);
});
