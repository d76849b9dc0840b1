/** Pages that grow while they are read. */
import { readMarks } from '../../../scripts/support/marks.ts';
import { loadGlossary } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test.use({ onlyReads: true });

const ADDRESS = 'http://zjnews.zjol.com.cn/zjnews/202203/t20220311_5.shtml';
const article = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>样文</title></head><body>` +
  `<h1 class="artTitle">样文一篇</h1><div class="artCon" id="art">${body}</div></body></html>`;
const CHUNKS = 100;

test('a list that grows without end is marked all over, and only what is new is judged', async ({
  profile,
  site,
}) => {
  site.put(ADDRESS, article('<p>忠实践行八八战略。</p>'));
  // What pages ask the background reaches our other pages as well. Once the glossary is loaded pages ask anew.
  const own = await loadGlossary(profile);
  await own.evaluate(() => {
    const asked: string[] = [];
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    browser.runtime.onMessage.addListener(
      (message: { call?: string; request?: { ends: number[]; text: string } }) => {
        if (message.call !== 'page.annotate' || message.request === undefined) return;
        const { ends, text } = message.request;
        asked.push(...ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end)));
      },
    );
    Object.assign(globalThis, { asked });
  }, undefined);
  const asked = () => own.evaluate(() => (globalThis as unknown as { asked: string[] }).asked, undefined);
  const tab = await profile.open(ADDRESS);
  const marks = async () => (await readMarks(tab)).map(({ text }) => text);
  await expect.poll(marks).toEqual(['八八战略']);

  await tab.evaluate(async (chunks) => {
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
  await tab.evaluate(() => {
    for (const section of [...document.querySelectorAll('section')].slice(0, 60)) section.remove();
  }, undefined);
  await expect.poll(async () => (await marks()).length).toBe(CHUNKS + 1 - 60);
  expect(await tab.evaluate(() => CSS.highlights.size, undefined)).toBe(1);
});
