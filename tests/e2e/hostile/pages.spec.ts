/** Pages that work against Cezhu: what they try must not matter, and must not starve the page itself. */

import type { Tab } from '../../../scripts/support/drive.ts';
import { bringIntoView, clickInCard, readCard, readMarks } from '../../../scripts/support/marks.ts';
import { hover } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

const HOST = 'http://zjnews.zjol.com.cn';
const ADDRESS = `${HOST}/zjnews/202203/t20220311_21.shtml`;
const P = '<p>大家说到“八八战略”，说到七张问题清单，也说到基层治理四平台。</p>';
const article = (body: string, head = '', root = 'lang="zh-CN"') =>
  `<!doctype html><html ${root}><head><meta charset="utf-8">${head}<title>样文</title></head><body>` +
  `<h1 class="artTitle">样文一篇</h1><div class="artCon" id="art">${body}</div></body></html>`;
const texts = async (tab: Tab) => (await readMarks(tab)).map(({ text }) => text);
const TERMS = ['八八战略', '七张问题清单', '基层治理四平台'];

test('marks come back whatever the page does to the highlight registry', async ({ profile, site }) => {
  site.put(ADDRESS, article(P));
  const tab = await profile.open(ADDRESS);
  await expect.poll(() => texts(tab)).toEqual(TERMS);
  const attacks = [
    () => CSS.highlights.clear(),
    () => CSS.highlights.get('cezhu-term-dotted')?.clear(),
    () => {
      const range = new StaticRange({
        startContainer: document.body,
        startOffset: 0,
        endContainer: document.body,
        endOffset: 1,
      });
      for (let index = 0; index < 3_000; index += 1)
        CSS.highlights.set(`flood-${index}`, new Highlight(range));
      CSS.highlights.get('cezhu-term-dotted')?.add(range);
    },
    () => CSS.highlights.set('cezhu-term-dotted', new Highlight()),
  ];
  for (const attack of attacks) {
    await tab.evaluate(attack, undefined);
    await expect.poll(() => texts(tab)).toEqual(TERMS);
  }
  await hover(tab, '七张问题清单');
  expect(await profile.errors()).toEqual([]);
});

/** Everything that Cezhu might use, replaced by what notes who used it. */
const SPYING = `<script>
  window.caught = [];
  const spy = (owner, name) => {
    const old = owner[name];
    owner[name] = function (...args) {
      caught[caught.length] = name;
      return new.target ? Reflect.construct(old, args, new.target) : Reflect.apply(old, this, args);
    };
  };
  spy(Element.prototype, 'attachShadow');
  spy(Element.prototype, 'showPopover');
  spy(Node.prototype, 'appendChild');
  spy(Element.prototype, 'append');
  spy(Document.prototype, 'createElement');
  spy(Document.prototype, 'caretPositionFromPoint');
  spy(HighlightRegistry.prototype, 'set');
  spy(Highlight.prototype, 'add');
  spy(EventTarget.prototype, 'addEventListener');
  spy(EventTarget.prototype, 'dispatchEvent');
  spy(Array.prototype, 'push');
  spy(Map.prototype, 'set');
  spy(JSON, 'parse');
  spy(Object, 'entries');
  for (const name of ['MutationObserver', 'Highlight', 'StaticRange', 'Range', 'Map', 'WeakMap', 'Proxy',
    'setTimeout', 'requestAnimationFrame', 'fetch', 'postMessage', 'getSelection']) spy(window, name);
  Object.defineProperty(Object.prototype, 'mode', { get() { return 'open'; }, set() {} });
  Object.defineProperty(window, 'chrome', { get() { caught[caught.length] = 'chrome'; } });
  addEventListener('message', ({ data }) => { caught[caught.length] = JSON.stringify(data); });
  caught.length = 0;
</script>`;

test('a page that replaces prototypes and globals catches nothing of ours, and cannot see into the card', async ({
  profile,
  site,
}) => {
  site.put(ADDRESS, article(P, SPYING));
  const tab = await profile.open(ADDRESS);
  const inPage = tab.evaluateBare;
  await expect.poll(() => inPage(() => CSS.highlights.get('cezhu-term-dotted')?.size)).toBe(3);
  const at = await inPage(() => {
    const p = document.querySelector('p') as Element;
    const { x, y } = p.getBoundingClientRect();
    const size = Number.parseFloat(getComputedStyle(p).fontSize);
    return { x: x + size * 7.5, y: y + size / 2 };
  });
  await tab.movePointer(at);
  // The card above or below: what looks into it may itself be caught.
  const isOpen = `[-60, 60].some((dy) => document.elementFromPoint(${at.x}, ${at.y} + dy)?.localName === 'cezhu-root')`;
  await expect.poll(() => inPage<boolean>(isOpen)).toBe(true);
  expect(await inPage(() => (window as unknown as { caught: string[] }).caught)).toEqual([]);
  expect(await readCard(tab)).toContain('八八战略');
  const seen = await inPage(async () => {
    const host = document.documentElement.lastElementChild as HTMLElement;
    const { left, bottom } = host.getBoundingClientRect();
    const page = window as unknown as { find(text: string): boolean };
    const selected = [
      () => document.execCommand('selectAll'),
      () => getSelection()?.selectAllChildren(document.documentElement),
      // A word of the card's definition that is nowhere on the page.
      () => page.find('浙江') && getSelection()?.modify('extend', 'forward', 'documentboundary'),
    ].map((select) => {
      getSelection()?.removeAllRanges();
      select();
      return String(getSelection());
    });
    return {
      root: host.shadowRoot,
      html: host.getHTML({ serializableShadowRoots: true }),
      text: host.innerText + host.textContent,
      box: [left, bottom],
      attributes: host.getAttributeNames(),
      // Firefox selects the word that was asked for, and no more: that it stands there is what a page may learn.
      selected: selected.filter((text) => text.includes('浙江') && text !== '浙江'),
      active: document.activeElement?.localName,
      globals: Object.getOwnPropertyNames(window).filter((name) => /cezhu|策注/i.test(name)),
      resources: performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .filter((name) => !name.startsWith(location.origin)),
      stored: localStorage.length + sessionStorage.length + document.cookie.length,
      databases: (await indexedDB.databases()).length,
    };
  });
  expect(seen).toEqual({
    root: null,
    html: '',
    text: '',
    box: [0, 0],
    attributes: ['style'],
    selected: [],
    active: 'body',
    globals: [],
    resources: [],
    stored: 0,
    databases: 0,
  });
});

test('forged clicks, keys and messages open nothing, close nothing and write nothing', async ({
  profile,
  site,
}) => {
  site.put(ADDRESS, article(P));
  const tab = await profile.open(ADDRESS);
  await expect.poll(() => texts(tab)).toEqual(TERMS);
  const at = await bringIntoView(tab, '八八战略');
  const forge = () =>
    tab.evaluate(({ x, y }) => {
      const init = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y };
      const target = document.elementFromPoint(x, y) ?? document.body;
      target.dispatchEvent(new PointerEvent('pointermove', { ...init, pointerType: 'mouse' }));
      target.dispatchEvent(new PointerEvent('pointerdown', init));
      target.dispatchEvent(new PointerEvent('click', { ...init, pointerType: 'touch' }));
      target.dispatchEvent(new KeyboardEvent('keydown', { ...init, key: 'Escape' }));
      target.dispatchEvent(new KeyboardEvent('keydown', { ...init, key: 'E', altKey: true, shiftKey: true }));
      for (const call of [
        'command.run',
        'marks.refresh',
        'concept.setState',
        'label.mute',
        'glossary.changed',
      ]) {
        const request = {
          name: 'toggle-marks',
          stamp: 'x',
          key: 'starter/x',
          label: '八八战略',
          state: 'muted',
        };
        window.postMessage({ call, request }, '*');
        window.postMessage(JSON.stringify({ call, request }), '*');
        document.dispatchEvent(new CustomEvent(call, { detail: request }));
        window.dispatchEvent(new MessageEvent('message', { data: { call, request } }));
      }
      window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      const { chrome } = window as unknown as { chrome?: { runtime?: unknown } };
      return { runtime: chrome?.runtime === undefined, ours: document.documentElement.children.length };
    }, at);
  expect(await forge()).toEqual({ runtime: true, ours: 2 });
  await hover(tab, '七张问题清单');
  await forge();
  expect(await readCard(tab)).toContain('七张问题清单');
  expect(await texts(tab)).toEqual(TERMS);
});

test('a page that throws our element out gets no loop, and the next card opens as ever', async ({
  profile,
  site,
}) => {
  site.put(ADDRESS, article(P));
  const tab = await profile.open(ADDRESS);
  await expect.poll(() => texts(tab)).toEqual(TERMS);
  await tab.evaluate(() => {
    const page = window as unknown as { thrown: number; guard: MutationObserver };
    page.thrown = 0;
    page.guard = new MutationObserver(() => {
      const host = document.querySelector('cezhu-root');
      if (host !== null) page.thrown += 1;
      host?.remove();
    });
    page.guard.observe(document.documentElement, { childList: true });
  }, undefined);
  const thrown = () => tab.evaluate(() => (window as unknown as { thrown: number }).thrown, undefined);
  await tab.movePointer(await bringIntoView(tab, '八八战略'));
  await expect.poll(thrown).toBeGreaterThan(0);
  await tab.movePointer(await bringIntoView(tab, '七张问题清单'));
  await expect.poll(thrown).toBeGreaterThan(1);
  await tab.evaluate(() => (window as unknown as { guard: MutationObserver }).guard.disconnect(), undefined);
  expect(await thrown()).toBeLessThan(12);
  await hover(tab, '八八战略');
  // Thrown out while it is open and pinned, it opens again at the same mention.
  await clickInCard(tab, '固定');
  await tab.evaluate(() => document.querySelector('cezhu-root')?.remove(), undefined);
  await hover(tab, '八八战略');
  expect(await profile.errors()).toEqual([]);
});

test('a card that the page covers with a box of its own, at any height, stays on top and works', async ({
  profile,
  site,
}) => {
  const cover = `<style>#cover { position: fixed; inset: 0; z-index: 2147483647; pointer-events: none; background: #fff8; }
    * { outline: none; } cezhu-root, cezhu-root * { display: none !important; opacity: 0 !important; }</style>`;
  const csp = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'nonce-n'">`;
  const page = article(
    `${P}<div id="cover"></div>`,
    `${csp}${cover.replace('<style>', '<style nonce="n">')}`,
    'dir="rtl"',
  );
  site.put(ADDRESS, page);
  const tab = await profile.open(ADDRESS);
  await expect.poll(() => texts(tab)).toEqual(TERMS);
  await hover(tab, '八八战略');
  const seen = await tab.insideCard((root) => {
    const card = root.querySelector<HTMLElement>('[popover]');
    const { left, right, top, bottom, width } = card?.getBoundingClientRect() ?? new DOMRect();
    const { fontSize, direction, opacity } = getComputedStyle(root.querySelector('.cz-card') as Element);
    const onTop = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    const inside = left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight && width > 300;
    return { inside, fontSize, direction, opacity, onTop: onTop === root.host };
  }, undefined);
  expect(seen).toEqual({ inside: true, fontSize: '15px', direction: 'ltr', opacity: '1', onTop: true });
});
