/** From a page of an official site to marks and card, with the shipped build. */
import { bringIntoView, readCard, readMarks } from '../../../scripts/support/marks.ts';
import { expect, test } from '../support/test.ts';

const ARTICLE = 'http://zjrb.zjol.com.cn/html/2022-03/11/content_1.htm';

test('an article of an official site is marked, and the card of the term under the pointer opens', async ({
  profile,
}) => {
  const tab = await profile.open(ARTICLE);
  await expect.poll(async () => (await readMarks(tab)).map(({ text }) => text)).toContain('八八战略');
  await tab.movePointer(await bringIntoView(tab, '八八战略'));
  await expect.poll(() => readCard(tab)).toContain('浙江');
  expect(await profile.errors()).toEqual([]);
});
