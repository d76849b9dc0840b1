import { readCard, readMarks } from '../../../scripts/support/marks.ts';
import { hover, openArticle } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

const URL = 'http://zjnews.zjol.com.cn/zjxc/202203/t20220311_2.shtml';

/** A page that watches itself from the moment it is parsed. */
const WATCHING = `<!DOCTYPE html>
<html>
<head><meta charset="utf-8"><title>自己看着自己的页面</title>
<script>
  addEventListener('DOMContentLoaded', () => {
    window.before = document.documentElement.innerHTML;
    window.records = [];
    window.globals = 0;
    window.globals = Object.getOwnPropertyNames(window).length;
    new MutationObserver((list) => window.records.push(...list)).observe(document, {
      subtree: true, childList: true, attributes: true, characterData: true,
    });
  });
</script>
</head>
<body><div class="content"><h1 class="artTitle">八八战略</h1><div class="artCon">
<p>深入实施“八八战略”，用好七张问题清单，推进大综合一体化行政执法改革。</p>
<p>从最多跑一次到整体政府，基层治理四平台贯通上下。</p>
</div></div></body>
</html>`;

interface Watching {
  before: string;
  records: MutationRecord[];
  globals: number;
}

test("marking changes nothing in the page's document, storage or globals", async ({ profile, site }) => {
  site.put(URL, WATCHING);
  const tab = await openArticle(profile, URL);
  const seen = await tab.evaluate(() => {
    const { before, records, globals } = window as unknown as Watching;
    return {
      records: records.length,
      sameText: document.documentElement.innerHTML === before,
      newGlobals: Object.getOwnPropertyNames(window).length - globals,
      stored: localStorage.length + sessionStorage.length,
      cookies: document.cookie,
    };
  }, undefined);
  expect(seen).toEqual({ records: 0, sameText: true, newGlobals: 0, stored: 0, cookies: '' });
  await expect.poll(async () => (await readMarks(tab)).length).toBeGreaterThan(2);
});

test('an open card is one closed element beside the body, and nothing else', async ({ profile, site }) => {
  site.put(URL, WATCHING);
  const tab = await openArticle(profile, URL);
  await hover(tab, '七张问题清单');
  await expect.poll(() => readCard(tab)).toContain('七张问题清单');
  const seen = await tab.evaluate(() => {
    const { records } = window as unknown as Watching;
    const added = records.flatMap((record) => [...record.addedNodes]);
    return {
      inBody: records.filter((record) => document.body.contains(record.target)).length,
      removed: records.filter((record) => record.removedNodes.length > 0).length,
      added: added.length,
      readable: added.filter((node) => node instanceof Element && node.shadowRoot !== null).length,
      text: added.map((node) => node.textContent).join(''),
      outside: added.every((node) => node.parentNode === document.documentElement),
    };
  }, undefined);
  expect(seen).toEqual({ inBody: 0, removed: 0, added: 1, readable: 0, text: '', outside: true });
});
