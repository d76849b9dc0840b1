/** All of Cezhu is used once, behind a proxy that writes down every request. */
import { clickInCard } from '../../../scripts/support/marks.ts';
import { hover, marksOf, openArticle, SAMPLE } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

/** Browsers themselves ask their makers for lists and updates, whatever is installed. */
const MAKERS = /(^|\.)(mozilla|firefox|googleapis|google|gvt1|gstatic|openh264)\.(com|org|net)\b/;

test('reading, looking up, editing, searching and settings ask the network for nothing but the page itself', async ({
  profile,
  site,
}) => {
  const article = await openArticle(profile);
  await hover(article, '七张问题清单');
  await clickInCard(article, '固定');

  const pages = {
    'options.html#/concepts?q=babazhanlue': '八八战略',
    'options.html#/concept/starter/babazhanlve': '八八战略',
    'options.html#/concept/starter/babazhanlve/graph': '八八战略',
    'options.html#/exchange': '导出',
    'options.html#/settings': '设置',
    'reader.html': '.html',
    'popup.html': '策注',
    'sidepanel.html': '策注',
  };
  for (const [path, text] of Object.entries(pages)) {
    const tab = await profile.openOwn(path);
    await expect
      .poll(async () => `${await tab.textOf('body')}`, path)
      .toMatch(path.startsWith('sidepanel') ? /\S/ : text);
    await tab.close();
  }

  const editor = await profile.openOwn(`options.html#/new?label=${encodeURIComponent('值班表')}`);
  await editor.fill({ css: '#entry-definitions-zh' }, '为测试而写的一句释义。');
  await editor.clickOn({ css: '.editor-buttons .primary' });
  await expect.poll(() => marksOf(article)).toContain('值班表');

  // Ambiguous terms bring the word segmenter in, the largest file of the package.
  await article.goto(`${SAMPLE}?div=-1`);
  await expect.poll(() => marksOf(article)).toContain('审计');

  const asked = site.requests.filter((each) => !MAKERS.test(each));
  expect(asked.length).toBeGreaterThan(1);
  expect(asked.filter((each) => !each.startsWith('zjrb.zjol.com.cn/'))).toEqual([]);
});
