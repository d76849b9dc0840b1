/** The side panel, or sidebar, as a page and as itself: the terms of the article beside it, and the way to each of them. */
import type { Profile, Tab } from '../../../scripts/support/drive.ts';
import { violationsOf } from '../support/accessible.ts';
import { hover, marksOf, openArticle, SAMPLE } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test.use({ onlyReads: true });

/** Opens the article and the panel that stands beside it, as a page of its own. */
async function openPanel(profile: Profile): Promise<{ article: Tab; panel: Tab }> {
  const article = await openArticle(profile);
  await expect.poll(() => marksOf(article)).toContain('七张问题清单');
  const own = await profile.openOwn('popup.html');
  const tabId = await own.evaluate(async (url) => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    return (await browser.tabs.query({ url: `${url}*` }))[0]?.id;
  }, SAMPLE);
  const panel = await profile.openOwn(`sidepanel.html?tab=${tabId}`);
  await expect(panel.page.getByRole('button', { name: '八八战略', exact: true })).toBeVisible();
  return { article, panel };
}

test('the panel lists the terms of the article beside it; one that is chosen is brought into view there', async ({
  profile,
}) => {
  const { article, panel } = await openPanel(profile);
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

test('the filter of the panel takes pinyin, a term unfolds, and the list follows the article when it changes', async ({
  profile,
}) => {
  const { article, panel } = await openPanel(profile);
  const { page } = panel;
  await expect(page.getByRole('status').first()).toContainText('个词语');
  await page.getByRole('searchbox').fill('babazhanlue');
  await expect(page.locator('.term-label')).toHaveText(['八八战略']);
  await page.getByRole('button', { name: '展开“八八战略”的词条' }).click();
  await expect(page.locator('.cz-card')).toContainText('八八战略');
  await page.getByRole('searchbox').fill('没有这样的词');
  await expect(page.getByText('没有符合筛选的词语。')).toBeVisible();

  await page.getByRole('searchbox').fill('');
  await article.evaluate(() => {
    const p = document.createElement('p');
    p.textContent = '会议还讨论了南水北调工程。';
    document.querySelector('#ozoom p')?.after(p);
  }, undefined);
  // Articles are read on when they are seen.
  await article.bringToFront();
  await expect(page.getByRole('button', { name: '南水北调', exact: true })).toBeVisible();
});

test('terms are arranged by system, and the panel has no accessibility fault', async ({ profile }) => {
  const { page } = (await openPanel(profile)).panel;
  await page.getByRole('radio', { name: '按所属体系' }).check();
  await expect(page.locator('.terms-group h2').last()).toHaveText('其他');
  expect(await violationsOf(page)).toEqual([]);
});

test("the popup opens the browser's own side panel: it lists the terms of the article beside it and leads to them", async ({
  profile,
}) => {
  // Pages of ours see each other, and so this one the panel.
  const own = await profile.openOwn('welcome.html');
  const inPanel = (act: 'read' | 'choose the first') =>
    own.evaluate((wanted) => {
      const { browser = chrome } = globalThis as { browser?: typeof chrome };
      const views = browser.extension.getViews() as unknown as (Window & typeof globalThis)[];
      const panel = views.find(({ location }) => location.pathname === '/sidepanel.html');
      const terms = [...(panel?.document.querySelectorAll<HTMLElement>('.term-label') ?? [])];
      if (wanted !== 'read') terms[0]?.click();
      return terms.map(({ textContent }) => textContent);
    }, act);
  const article = await openArticle(profile);
  const popup = await profile.openPopup(article);
  await popup.page.getByRole('button', { name: '打开侧栏' }).click();
  await article.bringToFront();
  await expect.poll(() => inPanel('read')).toEqual(expect.arrayContaining(['八八战略', '七张问题清单']));
  await article.evaluate(() => {
    document.body.style.paddingTop = '200vh';
    scrollTo({ top: 0, behavior: 'instant' });
  }, undefined);
  await inPanel('choose the first');
  await expect.poll(() => article.evaluate(() => scrollY > 0, undefined)).toBe(true);
  expect(await profile.errors()).toEqual([]);
});
