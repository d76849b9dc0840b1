/** Pages that unfold while they are read. */
import { marksOf } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

const ADDRESS = 'http://zjnews.zjol.com.cn/zjnews/202203/t20220311_5.shtml';
const article = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>样文</title></head><body>` +
  `<h1 class="artTitle">样文一篇</h1><div class="artCon" id="art">${body}</div></body></html>`;

test('what unfolds, opens as a dialog or comes with a tab of the page is marked then', async ({
  profile,
  site,
}) => {
  const body = `<p>忠实践行八八战略。</p>
    <details><summary>更多</summary><p>用好七张问题清单。</p></details>
    <dialog><p>推动基层治理四平台建设。</p></dialog>
    <button type="button" onclick="tab.hidden = !tab.hidden; other.hidden = !other.hidden">换</button>
    <p id="other">这里说的是别的事情，与要找的词没有关系。</p>
    <p id="tab" hidden>推进大综合一体化行政执法改革，落实到位。</p>`;
  site.put(ADDRESS, article(body));
  const tab = await profile.open(ADDRESS);
  const marks = () => marksOf(tab);
  await expect.poll(marks).toEqual(['八八战略']);
  await tab.clickOn({ css: 'summary' });
  await expect.poll(marks).toContain('七张问题清单');
  await tab.clickOn({ css: 'button' });
  await expect.poll(marks).toContain('大综合一体化行政执法改革');
  await tab.evaluate(() => document.querySelector('dialog')?.showModal(), undefined);
  await expect.poll(marks).toContain('基层治理四平台');
});
