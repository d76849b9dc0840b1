/** Pages that are too much of something: marks come all the same, and the page goes on. */
import type { Tab } from '../../../scripts/support/drive.ts';
import { readCard, readMarks } from '../../../scripts/support/marks.ts';
import { hover } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

const ADDRESS = 'http://zjnews.zjol.com.cn/zjnews/202203/t20220311_22.shtml';
const P = '<p>大家说到“八八战略”，说到七张问题清单，也说到基层治理四平台。</p>';
const article = (body: string, attributes = '') =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>样文</title></head><body ${attributes}>` +
  `<h1 class="artTitle">样文一篇</h1><div class="artCon" id="art">${body}</div></body></html>`;
/** `FRAMES=1000` tries a thousand: the driver alone, which follows each of them, then takes a quarter of a minute. */
const FRAMES = Number(process.env.FRAMES ?? 200);
const MS_A_FRAME = 100;
const texts = async (tab: Tab) => (await readMarks(tab)).map(({ text }) => text);
const TERMS = ['八八战略', '七张问题清单', '基层治理四平台'];

test(`${FRAMES} frames do not keep the article from being marked and explained`, async ({
  profile,
  site,
}) => {
  test.setTimeout(90_000 + FRAMES * MS_A_FRAME);
  // After the page's own load, which the driver does not always hear of among the loads of so many frames.
  const frames = `<script>addEventListener('load', () => setTimeout(() => {
    for (let index = 0; index < ${FRAMES}; index += 1)
      document.body.append(Object.assign(document.createElement('iframe'), { width: 20, height: 20 }));
    art.insertAdjacentHTML('beforeend', ${JSON.stringify(P)});
  }));</script>`;
  site.put(ADDRESS, article(frames));
  const tab = await profile.open(ADDRESS);
  await expect.poll(() => texts(tab), { timeout: 20_000 + FRAMES * MS_A_FRAME }).toEqual(TERMS);
  await hover(tab, '七张问题清单');
  expect(await readCard(tab)).toContain('七张问题清单');
  expect(await profile.errors()).toEqual([]);
});

test('5 MB in one text node, changed beside it in every frame: marked, and frames go on', async ({
  profile,
  site,
}) => {
  const restless = `<p id="clock">零</p><script>
    window.frames_ = 0;
    const tick = () => {
      window.frames_ += 1;
      clock.firstChild.data = '第' + window.frames_ + '次，八八战略';
      art.append(clock);
      requestAnimationFrame(tick);
    };
    const big = document.createElement('p');
    big.textContent = '这一段说的是别的事情，没有一个用语。'.repeat(145_000);
    art.append(big);
    requestAnimationFrame(tick);
  </script>`;
  site.put(ADDRESS, article(P + restless));
  const tab = await profile.open(ADDRESS);
  await expect.poll(() => texts(tab)).toEqual(expect.arrayContaining(TERMS));
  const frames = () => tab.evaluate(() => (window as unknown as { frames_: number }).frames_, undefined);
  const before = await frames();
  await expect.poll(frames).toBeGreaterThan(before + 30);
  await hover(tab, '七张问题清单');
  expect(await profile.errors()).toEqual([]);
});

test('an article that is being edited is left alone; on a page that is zoomed the card keeps its size', async ({
  profile,
  site,
}) => {
  site.put(ADDRESS, article(P, 'contenteditable'));
  const edited = await profile.open(ADDRESS);
  const zoomed = 'http://zjnews.zjol.com.cn/zjnews/202203/t20220311_23.shtml';
  site.put(zoomed, article(`<div style="zoom: 5">${P}</div>`));
  const tab = await profile.open(zoomed);
  await expect.poll(() => texts(tab)).toEqual(TERMS);
  expect(await texts(edited)).toEqual([]);
  await hover(tab, '八八战略');
  const box = await tab.insideCard((root) => {
    const { left, top, right, bottom, width } =
      root.querySelector('[popover]')?.getBoundingClientRect() ?? new DOMRect();
    return { width, inside: left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight };
  }, undefined);
  expect(box).toEqual({ width: 360, inside: true });
});
