import { readCard } from '../../../scripts/support/marks.ts';
import { hover, marksOf, openArticle, SAMPLE } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test('a card opens although the background was stopped between two hovers, and what is folded wakes it', async ({
  profile,
}) => {
  const tab = await openArticle(profile);
  await hover(tab, '八八战略');
  await tab.press('Escape');
  expect(await profile.stopBackground()).toBe(true);
  await hover(tab, '七张问题清单');
  const card = () => readCard(tab);
  expect(await card()).toContain('七张问题清单');
  // The index of what can be unfolded comes from the background.
  await expect.poll(card).toMatch(/出处|Sources/);
});

test('a stopped background wakes for the next article, and both are marked in full', async ({ profile }) => {
  const first = await openArticle(profile);
  expect(await profile.stopBackground()).toBe(true);
  const second = await openArticle(profile, `${SAMPLE}?div=-1`);
  // Ambiguous terms come after the others, once the segmenter has spoken.
  await expect.poll(() => marksOf(second)).toContain('审计');
  await expect.poll(async () => (await marksOf(first)).join()).toBe((await marksOf(second)).join());
});
