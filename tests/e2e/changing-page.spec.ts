/** Pages that grow and unfold while they are read. */
import { readMarks } from '../../scripts/support/marks.ts';
import { expect, test } from './support/test.ts';

const ADDRESS = 'http://zjnews.zjol.com.cn/zjnews/202203/t20220311_5.shtml';
const article = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>样文</title></head><body>` +
  `<h1 class="artTitle">样文一篇</h1><div class="artCon" id="art">${body}</div></body></html>`;
const CHUNKS = 100;

test('a list that grows without end is marked all over, and only what is new is judged', async ({
  chromium,
  site,
}) => {
  site.put(ADDRESS, article('<p>忠实践行八八战略。</p>'));
  const worker = await chromium.worker();
  await worker.evaluate(() => {
    const asked: string[] = [];
    chrome.runtime.onMessage.addListener(
      (message: { call?: string; request?: { ends: number[]; text: string } }) => {
        if (message.call !== 'page.annotate' || message.request === undefined) return;
        const { ends, text } = message.request;
        asked.push(...ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end)));
      },
    );
    Object.assign(globalThis, { asked });
  });
  const asked = () => worker.evaluate(() => (globalThis as unknown as { asked: string[] }).asked);
  const tab = await chromium.open(ADDRESS);
  const marks = async () => (await readMarks(tab)).map(({ text }) => text);
  await expect.poll(marks).toEqual(['八八战略']);

  await tab.page.evaluate(async (chunks) => {
    const art = document.querySelector('#art');
    for (let chunk = 0; chunk < chunks; chunk += 1) {
      const section = document.createElement('section');
      const head = document.createElement('h2');
      head.textContent = `第${chunk}条`;
      const text = document.createElement('p');
      text.textContent = `第${chunk}条说到七张问题清单。`;
      section.append(head, text);
      art?.append(section);
      await new Promise(requestAnimationFrame);
    }
  }, CHUNKS);
  await expect.poll(async () => (await marks()).length).toBe(CHUNKS + 1);
  const texts = await asked();
  expect(texts.filter((text) => text.includes('七张问题清单'))).toHaveLength(CHUNKS);
  expect(texts.filter((text) => text.includes('八八战略'))).toHaveLength(1);

  // A list that throws away what was scrolled past takes its marks along.
  await tab.page.evaluate(() => {
    for (const section of [...document.querySelectorAll('section')].slice(0, 60)) section.remove();
  });
  await expect.poll(async () => (await marks()).length).toBe(CHUNKS + 1 - 60);
  expect(await tab.page.evaluate(() => CSS.highlights.size)).toBe(1);
});

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
  const marks = async () => (await readMarks(tab)).map(({ text }) => text);
  await expect.poll(marks).toEqual(['八八战略']);
  await tab.clickOn({ css: 'summary' });
  await expect.poll(marks).toContain('七张问题清单');
  await tab.clickOn({ css: 'button' });
  await expect.poll(marks).toContain('大综合一体化行政执法改革');
  await tab.evaluate(() => document.querySelector('dialog')?.showModal(), undefined);
  await expect.poll(marks).toContain('基层治理四平台');
});
