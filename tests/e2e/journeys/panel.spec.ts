/** The side panel, or sidebar, as a page: the terms of the article beside it, and the way to each of them. */
import { hover, marksOf, openArticle, SAMPLE } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test('the panel lists the terms of the article beside it; one that is chosen is brought into view there', async ({
  profile,
}) => {
  const article = await openArticle(profile);
  await expect.poll(() => marksOf(article)).toContain('七张问题清单');
  const own = await profile.openOwn('popup.html');
  const tabId = await own.evaluate(async (url) => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    return (await browser.tabs.query({ url: `${url}*` }))[0]?.id;
  }, SAMPLE);
  const panel = await profile.openOwn(`sidepanel.html?tab=${tabId}`);
  const listed = () =>
    panel.evaluate(
      () => [...document.querySelectorAll('.term-label')].map(({ textContent }) => textContent),
      undefined,
    );
  await expect.poll(listed).toEqual(expect.arrayContaining(['八八战略', '七张问题清单']));
  expect(new Set(await listed()).size).toBe((await listed()).length);

  await article.evaluate(() => {
    document.body.style.paddingTop = '200vh';
    scrollTo({ top: 0, behavior: 'instant' });
  }, undefined);
  await panel.clickOn({ css: '.term-label' });
  await article.bringToFront();
  await expect.poll(() => article.evaluate(() => scrollY > 0, undefined)).toBe(true);
  await hover(article, '八八战略');
  expect(await profile.errors()).toEqual([]);
});
