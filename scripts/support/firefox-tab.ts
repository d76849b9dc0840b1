/** A tab of Firefox, with what puppeteer does not do in our own pages done through its BiDi session. */
import { setTimeout as pause } from 'node:timers/promises';
import type { KeyInput, Page } from 'puppeteer-core';
import type { Tab, Target } from './drive.ts';
import { bidiOf, contextOf, insideClosedRoot } from './firefox-bidi.ts';
import { firefoxScreen } from './firefox-screen.ts';
import { nextFileIn } from './next-file.ts';
import type { Role } from './screen.ts';

const LIMIT_MS = 15_000;

/** @param downloads folder in which the browser saves files */
export function tabOf(page: Page, downloads: string): Tab {
  const ways: Pick<Tab, 'goto' | 'reload' | 'press'> = {
    async goto(url) {
      if (!url.startsWith('moz-extension:')) {
        await page.goto(url);
        return;
      }
      // The load event of such a page is never reported.
      await bidiOf(page).send('browsingContext.navigate', { context: contextOf(page), url, wait: 'none' });
      const isThere = (wanted: string) => location.href === wanted && document.readyState === 'complete';
      for (const limit = performance.now() + LIMIT_MS; performance.now() < limit; await pause(50))
        if (await page.evaluate(isThere, new URL(url).href).catch(() => false)) return;
      throw new Error(`${url} did not load`);
    },
    async reload() {
      // Of our own pages no load is reported, and sometimes not even the address.
      const started = await page.evaluate(() => performance.timeOrigin);
      await bidiOf(page).send('browsingContext.reload', { context: contextOf(page), wait: 'none' });
      const isNew = (before: number) => performance.timeOrigin > before && document.readyState === 'complete';
      for (const limit = performance.now() + LIMIT_MS; performance.now() < limit; await pause(50))
        if (await page.evaluate(isNew, started).catch(() => false)) return;
      throw new Error(`${page.url()} did not load again`);
    },
    async press(key) {
      const keys = key.split('+').map((each) => (each === 'Space' ? ' ' : each)) as KeyInput[];
      for (const each of keys) await page.keyboard.down(each);
      for (const each of keys.reverse()) await page.keyboard.up(each);
    },
  };
  const screen = firefoxScreen(page, ways);
  const find = (target: Target) =>
    'css' in target
      ? screen.locator(target.css).first()
      : screen.getByRole(target.role as Role, { name: target.name, exact: true }).first();
  return {
    ...ways,
    page: screen,
    url: () => page.url(),
    evaluate: (run, arg) => page.evaluate(run as never, arg) as never,
    evaluateBare: (run) => page.evaluate(typeof run === 'string' ? run : `(${run})()`) as never,
    insideCard: (run, arg) => insideClosedRoot(page, String(run), arg),
    movePointer: ({ x, y }) => page.mouse.move(x, y, { steps: 3 }),
    clickAt: ({ x, y }) => page.mouse.click(x, y),
    async tap({ x, y }) {
      const actions = [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      // All at once: a finger that is lifted late, on a busy machine, presses long.
      await bidiOf(page).send('input.performActions', {
        context: contextOf(page),
        actions: [{ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions }],
      });
    },
    clickOn: (target) => find(target).click(),
    fill: (target, text) => find(target).fill(text),
    async textOf(css) {
      return page.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.innerText, css);
    },
    saved: (act) => nextFileIn(downloads, act),
    bringToFront: () => page.bringToFront(),
    async screenshot(path) {
      await page.screenshot({ path: path as `${string}.png` });
    },
    close: () => page.close(),
  };
}
