import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import {
  cardBox,
  cardText,
  clickInCard,
  expect,
  headword,
  mentionBoxes,
  openByKey,
  pointAt,
  test,
} from './card-page.ts';

test('the page is left as it was: one element beside the body, and no mutation in it', async ({ show }) => {
  const page = await show();
  const html = await page.evaluate(() => document.body.innerHTML);
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
  await page.evaluate(() => {
    const records: number[] = [];
    const observer = new MutationObserver((found) => records.push(found.length));
    observer.observe(document.body, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    Object.assign(window, { records });
  });
  await openByKey(page, 1);
  await expect.poll(() => cardText(page)).toContain('词频');
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(3);
  expect(await page.evaluate(() => document.documentElement.lastElementChild?.shadowRoot)).toBeNull();
  expect(await page.evaluate(() => (window as unknown as { records: number[] }).records)).toEqual([]);
  expect(await page.evaluate(() => document.body.innerHTML)).toBe(html);
  await page.evaluate(() => window.fixture.end());
  expect(await page.evaluate(() => document.documentElement.children.length)).toBe(2);
});

test('styles of the page do not reach the card', async ({ show }) => {
  const page = await show();
  await openByKey(page, 1);
  const seen = await page.evaluate(() => {
    const card = window.fixture.card.root().querySelector('.cz-card') as Element;
    const button = window.fixture.card.root().querySelector('button') as Element;
    const { fontSize, letterSpacing, textAlign } = getComputedStyle(card);
    return { fontSize, letterSpacing, textAlign, background: getComputedStyle(button).backgroundColor };
  });
  expect(seen).toEqual({
    fontSize: '15px',
    letterSpacing: 'normal',
    textAlign: 'start',
    background: 'rgba(0, 0, 0, 0)',
  });
});

test('keys and clicks in the card stay in it', async ({ show }) => {
  const page = await show();
  await page.evaluate(() => {
    const heard: string[] = [];
    for (const type of ['keydown', 'click', 'pointerdown'])
      document.addEventListener(type, (event) => heard.push(event.type));
    Object.assign(window, { heard });
  });
  await openByKey(page, 1);
  await page.keyboard.press('j');
  await clickInCard(page, '固定');
  expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
});

test('the card stands above a dialog of the page', async ({ show }) => {
  const page = await show();
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.style.cssText = 'position: fixed; inset: 0; width: 100vw; height: 100vh; z-index: 2147483647';
    document.body.append(dialog);
    dialog.show();
  });
  await openByKey(page, 1);
  const top = () =>
    page.evaluate(() => {
      const box = window.fixture.card.root().querySelector('[popover]')?.getBoundingClientRect();
      return document.elementFromPoint((box?.left ?? 0) + 20, (box?.top ?? 0) + 20)?.localName;
    });
  await expect.poll(top).toBe('cezhu-root');
});

test('in a modal dialog of the page the card is read and pressed, and leaves the dialog as it was', async ({
  show,
}) => {
  const page = await show();
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.style.cssText = 'transform: translate(10px, 20px); overflow: hidden; width: 600px; height: 260px';
    const text = document.createElement('p');
    text.textContent = '弹窗里也讲八八战略。';
    dialog.append(text);
    document.body.append(dialog);
    dialog.showModal();
    const [known] = window.fixture.targets.filter(({ surface }) => surface === '八八战略');
    const range = document.createRange();
    range.setStart(text.firstChild as Text, 5);
    range.setEnd(text.firstChild as Text, 9);
    if (known !== undefined) window.fixture.targets.unshift({ ...known, range });
    const changed: string[] = [];
    const note = (records: readonly MutationRecord[]) =>
      changed.push(
        ...records.flatMap(({ addedNodes, removedNodes }) =>
          [...addedNodes, ...removedNodes].map(({ nodeName }) => nodeName),
        ),
      );
    const options = { subtree: true, childList: true, attributes: true, characterData: true };
    new MutationObserver(note).observe(dialog, options);
    dialog.addEventListener('click', () => changed.push('click'));
    Object.assign(window, { changed });
  });
  await pointAt(page, 0);
  await expect.poll(() => headword(page)).toBe('八八战略');
  const card = await cardBox(page);
  const [line] = await mentionBoxes(page, 0);
  expect(card.top - (line?.bottom ?? 0)).toBeCloseTo(6, -1);
  await clickInCard(page, '说明');
  await expect.poll(() => cardText(page)).toContain('一张蓝图绘到底');

  const isOpen = () => page.evaluate(() => document.querySelector('dialog')?.open);
  await page.keyboard.press('Escape');
  await expect.poll(() => cardText(page)).toBe('');
  expect(await isOpen()).toBe(true);
  expect(await page.evaluate(() => (window as unknown as { changed: string[] }).changed)).toEqual([
    'CEZHU-ROOT',
    'CEZHU-ROOT',
  ]);
  await page.keyboard.press('Escape');
  expect(await isOpen()).toBe(false);
});

test('a pinned card goes on working above a modal dialog that the page opens, and after it', async ({
  show,
}) => {
  const page = await show();
  await openByKey(page, 1);
  await expect.poll(() => cardText(page)).toContain('词频');
  await clickInCard(page, '固定');
  await page.evaluate(() => {
    const dialog = document.createElement('dialog');
    dialog.style.cssText =
      'inset: 0; margin: 0; width: 100vw; height: 100vh; max-width: none; max-height: none';
    document.body.append(dialog);
    dialog.showModal();
  });
  const home = () => page.evaluate(() => document.querySelector('cezhu-root')?.parentElement?.localName);
  await expect.poll(home).toBe('dialog');
  await clickInCard(page, '沿革');
  await expect.poll(() => cardText(page)).toContain('实施二十周年');
  await page.evaluate(() => document.querySelector('dialog')?.close());
  await expect.poll(home).toBe('html');
  await clickInCard(page, '词频');
  await expect.poll(() => cardText(page)).toContain('政府工作报告');
  await clickInCard(page, '关闭');
  await expect.poll(() => cardText(page)).toBe('');
});

test('assistive technology finds a dialog named by the label, with the parts as a list', async ({ show }) => {
  const page = await show();
  await openByKey(page, 1);
  await expect.poll(() => cardText(page)).toContain('词频');
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const named = (role: string) =>
    nodes
      .filter((node) => !node.ignored && node.role?.value === role)
      .map((node) => String(node.name?.value ?? ''));
  expect(named('dialog')).toEqual(['八八战略']);
  expect(named('heading')).toContain('八八战略');
  expect(named('list')).toContain('组成');
  expect(named('button')).toEqual(expect.arrayContaining(['固定', '关闭', '说明', '编辑']));
});

for (const scheme of ['light', 'dark'] as const)
  for (const ui of ['zh', 'en'] as const)
    test(`axe finds nothing against the card, ${scheme}, ${ui}`, async ({ show }) => {
      const query = `?ui=${ui}&explain=both&open=note,versions,forms,renderings,relations,usage,sources,why`;
      const page = await show({ scheme, query, openRoot: true, height: 2_400 });
      await openByKey(page, 1);
      await expect.poll(() => cardText(page)).toContain('Double-Eight');
      await page.evaluate(() =>
        Promise.all(
          (window.fixture.card.root().querySelector('.host') as Element)
            .getAnimations()
            .map((animation) => animation.finished),
        ),
      );
      // axe makes out no ratio here; `contrasts` measures it.
      const { violations } = await new AxeBuilder({ page })
        .include('cezhu-root')
        .disableRules('color-contrast')
        .analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const measured = await contrasts(page);
      expect(measured.length).toBeGreaterThan(30);
      expect(measured.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
    });

/** Contrast ratio (WCAG 2) of every piece of text in the card against what is painted behind it. */
const contrasts = (page: Page) =>
  page.evaluate(() => {
    const parse = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = ([r = 0, g = 0, b = 0]: number[]) => {
      const linear = (part: number) =>
        part <= 0.04045 * 255 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4;
      return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
    };
    const paperOf = (element: Element | null): number[] => {
      if (element === null) throw new Error('text without paper');
      const colour = parse(getComputedStyle(element).backgroundColor);
      return colour[3] === 0 ? paperOf(element.parentElement) : colour;
    };
    const card = window.fixture.card.root().querySelector('.host') as Element;
    const texts = [...card.querySelectorAll('*')].filter((element) =>
      [...element.childNodes].some(
        (node) => node.nodeType === Node.TEXT_NODE && node.nodeValue?.trim() !== '',
      ),
    );
    return texts.map((element) => {
      const ink = luminance(parse(getComputedStyle(element).color));
      const paper = luminance(paperOf(element));
      const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
      return { text: element.textContent, ratio };
    });
  });

test('nothing moves when the reader asked for less motion', async ({ show }) => {
  const page = await show({ reducedMotion: true });
  await openByKey(page, 1);
  const duration = await page.evaluate(() => {
    const card = window.fixture.card.root().querySelector('.host') as Element;
    return getComputedStyle(card).animationDuration;
  });
  expect(duration).toBe('0s');
});

test('the theme of the settings wins over that of the system', async ({ show }) => {
  const page = await show({ scheme: 'light', query: '?theme=dark' });
  await openByKey(page, 1);
  const paper = await page.evaluate(() => {
    const card = window.fixture.card.root().querySelector('.host') as Element;
    return getComputedStyle(card).backgroundColor;
  });
  expect(paper).toBe('rgb(33, 30, 26)');
});
