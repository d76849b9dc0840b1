import { readMarks } from '../../../scripts/support/marks.ts';
import { marksOf, openArticle, SAMPLE } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test.use({ onlyReads: true });

const ARTICLES = [
  {
    what: 'an e-paper with its text in founder-content',
    url: SAMPLE,
    marked: [
      '八八战略',
      '七张问题清单',
      '大综合一体化行政执法改革',
      '基层治理四平台',
      '最多跑一次',
      '整体政府',
    ],
  },
  {
    what: 'a page in GB2312',
    url: 'http://politics.people.com.cn/n1/2022/0311/c1001-1.html',
    marked: ['县乡一体、条抓块统', '八八战略'],
  },
  {
    what: 'a government page with every run in a span of its own',
    url: 'http://www.zj.gov.cn/art/2022/3/11/art_1_1.html',
    marked: ['基层治理四平台', '八八战略', '党建统领整体智治体系'],
  },
  {
    what: 'text pasted from an editor that knows no paragraphs',
    url: 'http://zjnews.zjol.com.cn/zjxc/202203/t20220311_1.shtml',
    marked: ['大综合一体化行政执法改革', '八八战略'],
  },
  {
    what: 'an article whose lines are parted by br alone',
    url: 'http://china.zjol.com.cn/system/2022/03/11/1.shtml',
    marked: ['最多跑一次', '七张问题清单', '八八战略', '整体政府'],
  },
] as const;

for (const { what, url, marked } of ARTICLES) {
  test(`terms are marked on ${what}`, async ({ profile }) => {
    const tab = await openArticle(profile, url);
    const missing = async () => {
      const marks = await marksOf(tab);
      return marked.filter((term) => !marks.some((mark) => mark.includes(term)));
    };
    await expect.poll(missing).toEqual([]);
  });
}

test('navigation, footers and editorial lines are not marked', async ({ profile }) => {
  const tab = await openArticle(profile);
  const inNavigation = await tab.evaluate(
    () =>
      [...CSS.highlights.values()]
        .flatMap((highlight) => [...highlight])
        .filter((range) => range.startContainer.parentElement?.closest('.main-ednav') !== null).length,
    undefined,
  );
  expect(inNavigation).toBe(0);
  await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(5);
});

test('a term that is repeated in one section is marked once, as the default density says', async ({
  profile,
}) => {
  const tab = await openArticle(profile, 'http://zjrb.zjol.com.cn/html/2022-03/11/content_2.htm');
  await expect.poll(() => marksOf(tab)).toContain('共同富裕示范区');
  const marks = await marksOf(tab);
  expect(marks.filter((text) => text === '八八战略')).toHaveLength(1);
});

test('an article inside a frame is marked there', async ({ profile }) => {
  const tab = await profile.open('http://hzdaily.hangzhou.com.cn/hzrb/2022/03/11/article_detail_1_1A01.html');
  const inFrame = () =>
    tab.evaluate(() => {
      const frame = document.querySelector('iframe')?.contentWindow as (Window & typeof globalThis) | null;
      const highlights = [...(frame?.CSS.highlights.values() ?? [])];
      return highlights.flatMap((highlight) => [...highlight]).length;
    }, undefined);
  await expect.poll(inFrame).toBeGreaterThan(2);

  // Which frame holds it stays known when the address alone changes.
  const tabId = await (await profile.openOwn('licences.txt')).page.evaluate(
    async () => (await chrome.tabs.query({ url: 'http://hzdaily.hangzhou.com.cn/*' }))[0]?.id,
  );
  const { page } = await profile.openOwn(`sidepanel.html?tab=${tabId}`);
  await expect(page.locator('.term-label').first()).toBeVisible();
  await tab.evaluate(() => {
    location.hash = 'later';
  }, undefined);
  await page.reload();
  await expect(page.locator('.term-label').first()).toBeVisible();
});
