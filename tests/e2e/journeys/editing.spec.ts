/** From the options page to the open article: what the reader writes is what is marked and shown, at once. */
import type { Profile, Tab } from '../../../scripts/support/drive.ts';
import { bringIntoView, readCard, readMarks } from '../../../scripts/support/marks.ts';
import { expect, test } from '../support/test.ts';

const ARTICLE = 'http://zjrb.zjol.com.cn/html/2022-03/11/content_1.htm';
const ENTRY = 'options.html#/concept/starter/babazhanlve';
const save = { css: '.editor-buttons .primary' };
const remove = { css: '.entry-side .grave' };
const undo = { css: '.notice .quiet' };

const marksOf = async (tab: Tab) => (await readMarks(tab)).map(({ text }) => text);

async function openArticle(profile: Profile): Promise<Tab> {
  const article = await profile.open(ARTICLE);
  await expect.poll(() => marksOf(article)).toContain('八八战略');
  return article;
}

test('an edited definition stands in the card of the article that was open meanwhile', async ({
  profile,
}) => {
  const article = await openArticle(profile);
  const options = await profile.openOwn(`${ENTRY}/edit`);
  for (const lang of ['zh', 'en'])
    await options.fill({ css: `#entry-definitions-${lang}` }, '我自己写的一句释义。');
  await options.clickOn(save);
  await expect.poll(() => options.textOf('.notice')).toContain('八八战略');

  await article.bringToFront();
  await expect
    .poll(async () => {
      await article.movePointer({ x: 1, y: 1 });
      await article.movePointer(await bringIntoView(article, '八八战略'));
      return readCard(article);
    })
    .toContain('我自己写的一句释义。');
  expect(await profile.errors()).toEqual([]);
});

test('a new entry is marked in the open article, and no more once it is deleted; undo brings it back', async ({
  profile,
}) => {
  const article = await openArticle(profile);
  expect(await marksOf(article)).not.toContain('值班表');
  const options = await profile.openOwn(`options.html#/new?label=${encodeURIComponent('值班表')}`);
  await options.fill({ css: '#entry-definitions-zh' }, '形容事业蓬勃发展的说法。');
  await options.clickOn(save);
  await expect.poll(() => marksOf(article)).toContain('值班表');

  await options.clickOn(remove);
  await expect.poll(() => marksOf(article)).not.toContain('值班表');
  await options.clickOn(undo);
  await expect.poll(() => marksOf(article)).toContain('值班表');
  expect(await profile.errors()).toEqual([]);
});
