/** How Cezhu behaves on pages of official sites: what it marks, what it leaves alone, how it follows changes. */

import type { Tab } from '../../../scripts/support/drive.ts';
import { bringIntoView, readCard, readMarks } from '../../../scripts/support/marks.ts';
import { hover } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test.use({ onlyReads: true });

const HOST = 'http://zjnews.zjol.com.cn';
const ADDRESS = `${HOST}/zjnews/202203/t20220311_9.shtml`;
const article = (body: string) =>
  `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>样文</title></head><body>` +
  `<div class="nav"><a href="/">八八战略专题</a></div><h1 class="artTitle">样文一篇</h1>` +
  `<div class="content"><div class="artCon" id="art">${body}</div></div></body></html>`;
const P = '<p>全省忠实践行“八八战略”，用好七张问题清单，推动基层治理四平台走深走实。</p>';
const texts = async (tab: Tab) => (await readMarks(tab)).map(({ text }) => text);

test('navigation, forms, code and editable text are left alone; links are marked and still followed', async ({
  profile,
  site,
}) => {
  const inside =
    `<nav>八八战略</nav><textarea>八八战略</textarea><input value="八八战略"><code>八八战略</code>` +
    `<p contenteditable>八八战略</p><p><a id="link" href="/zjnews/202203/t20220311_8.shtml">七张问题清单</a>看实效</p>`;
  site.put(ADDRESS, article(`<p>第一段说的是别的事情，与政策无关。</p><p>第二段也是一样的。</p>${inside}`));
  site.put(`${HOST}/zjnews/202203/t20220311_8.shtml`, article('<p>到了。</p>'));
  const tab = await profile.open(ADDRESS);
  await expect.poll(() => texts(tab)).toEqual(['七张问题清单']);
  await tab.clickAt(await bringIntoView(tab, '七张问题清单'));
  await expect.poll(() => tab.url()).toContain('t20220311_8');
});

test('marks come back when the page clears the highlight registry', async ({ profile, site }) => {
  site.put(ADDRESS, article(P));
  const tab = await profile.open(ADDRESS);
  await expect.poll(() => texts(tab)).toContain('八八战略');
  await tab.evaluate(() => CSS.highlights.clear(), undefined);
  await expect.poll(() => texts(tab)).toContain('八八战略');
});

test('an article that a script fills in later is marked, and a new route is read anew', async ({
  profile,
  site,
}) => {
  site.put(ADDRESS, article(''));
  const tab = await profile.open(ADDRESS);
  const fill = (html: string) =>
    tab.evaluate((text) => {
      const p = document.createElement('p');
      p.textContent = text;
      document.querySelector('#art')?.replaceChildren(p);
    }, html);
  await fill('全省忠实践行“八八战略”。');
  await expect.poll(() => texts(tab)).toEqual(['八八战略']);
  await tab.evaluate(() => history.pushState({}, '', '/zjnews/202203/t20220311_7.shtml'), undefined);
  await fill('用好七张问题清单，做实县乡一体、条抓块统。');
  await expect.poll(() => texts(tab)).toContain('七张问题清单');
  expect(await texts(tab)).not.toContain('八八战略');
});

test('a page that changes a thousand times a second still gets its marks', async ({ profile, site }) => {
  const restless = `<p id="clock">零</p><script>
    let count = 0;
    setInterval(() => { for (let i = 0; i < 5; i += 1) clock.firstChild.data = '第' + (count += 1) + '次'; }, 5);
  </script>`;
  site.put(ADDRESS, article(`${restless}<p id="late">等待。</p>`));
  const tab = await profile.open(ADDRESS);
  await tab.evaluate(() => {
    const late = document.querySelector('#late');
    if (late !== null) late.textContent = '忠实践行八八战略。';
  }, undefined);
  await expect.poll(() => texts(tab)).toEqual(['八八战略']);
});

test('a term split by inline elements is one mark, and its card opens from either half', async ({
  profile,
  site,
}) => {
  site.put(ADDRESS, article('<p>坚持<b>八八</b><i>战略</i>不动摇，年年有进步。</p>'));
  const tab = await profile.open(ADDRESS);
  await expect.poll(() => texts(tab)).toEqual(['八八战略']);
  const second = await tab.evaluate(() => {
    const box = document.querySelector('i')?.getBoundingClientRect() ?? new DOMRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, undefined);
  await tab.movePointer(second);
  await expect.poll(() => readCard(tab)).toContain('八八战略');
});

test('a page that the browser has translated is left alone', async ({ profile, site }) => {
  site.put(ADDRESS, article(P));
  const tab = await profile.open(ADDRESS);
  await expect.poll(() => texts(tab)).toContain('八八战略');
  await tab.evaluate(() => document.documentElement.classList.add('translated-ltr'), undefined);
  await expect.poll(() => texts(tab)).toEqual([]);
  await tab.evaluate(() => document.documentElement.classList.remove('translated-ltr'), undefined);
  await expect.poll(() => texts(tab)).toContain('八八战略');
});

test('a list of titles is not marked', async ({ profile, site }) => {
  const list = `${HOST}/zjnews/index.html`;
  site.put(list, '<!doctype html><meta charset="utf-8"><ul><li><a href="/1">八八战略二十年</a></li></ul>');
  site.put(ADDRESS, article(P));
  const tab = await profile.open(list);
  const other = await profile.open(ADDRESS);
  await expect.poll(() => texts(other)).toContain('八八战略');
  expect(await texts(tab)).toEqual([]);
});

test('text in an open shadow root is marked', async ({ profile, site }) => {
  const shadow = `<p>前言。</p><div id="host"></div><script>
    const root = host.attachShadow({ mode: 'open' });
    const p = document.createElement('p');
    p.textContent = '忠实践行八八战略。';
    root.append(p);
  </script>`;
  site.put(ADDRESS, article(shadow));
  const tab = await profile.open(ADDRESS);
  await expect.poll(() => texts(tab)).toEqual(['八八战略']);
});

const ANOTHER = article('<p>另一篇说的是枫桥经验，<b id="rest">也说</b>别的。</p>');

for (const [how, put] of [
  [
    'writes another document into its own',
    (html: string) => {
      document.open();
      document.write(html);
      document.close();
    },
  ],
  [
    'puts another root in the place of its own',
    (html: string) => {
      const { documentElement } = new DOMParser().parseFromString(html, 'text/html');
      document.documentElement.replaceWith(document.adoptNode(documentElement));
    },
  ],
] as const)
  test(`a page that ${how} is read as a new one`, async ({ profile, site }) => {
    site.put(ADDRESS, article(P));
    const tab = await profile.open(ADDRESS);
    await expect.poll(() => texts(tab)).toContain('八八战略');
    await tab.evaluate(put, ANOTHER);
    await expect.poll(() => texts(tab)).toEqual(['枫桥经验']);
    await hover(tab, '枫桥经验');
    await tab.evaluate(() => document.querySelector('#rest')?.replaceChildren('以及八八战略'), undefined);
    await expect.poll(() => texts(tab)).toEqual(['枫桥经验', '八八战略']);
  });
