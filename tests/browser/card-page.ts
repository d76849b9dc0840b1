/** The card on the fixture page in a real Chromium, with sample concepts instead of a background. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test as base, chromium, type Page } from '@playwright/test';
import preact from '@preact/preset-vite';
import { build } from 'vite';
import { requireChromium } from '../../scripts/support/find-chromium.ts';
import { buildTarget } from '../../scripts/support/oldest-browsers.ts';

export { expect } from '@playwright/test';

const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'card');
/** Plain http, as many news sites are: no clipboard API there. */
export const ADDRESS = 'http://news.example/article.html';

export interface Options {
  readonly query?: string;
  readonly width?: number;
  readonly height?: number;
  readonly scheme?: 'light' | 'dark';
  readonly reducedMotion?: boolean;
  readonly touch?: boolean;
  /** Lets axe and locators see into the root; never so in what is shipped. */
  readonly openRoot?: boolean;
}
interface PerWorker {
  script: string;
}
interface PerTest {
  show: (options?: Options) => Promise<Page>;
}

export const test = base.extend<PerTest, PerWorker>({
  script: [
    async ({ browserName: _ }, use) => {
      const result = await build({
        root: FIXTURE,
        configFile: false,
        logLevel: 'error',
        publicDir: false,
        plugins: [preact()],
        build: {
          target: buildTarget('chrome'),
          write: false,
          lib: { entry: join(FIXTURE, 'main.ts'), formats: ['iife'], name: 'cezhu' },
        },
      });
      if (!Array.isArray(result)) throw new Error('a library is built into a list of outputs');
      const [chunk] = result.flatMap(({ output }) => output).filter((each) => each.type === 'chunk');
      await use(chunk?.code ?? '');
    },
    { scope: 'worker' },
  ],
  show: async ({ script }, use) => {
    const browser = await chromium.launch({
      executablePath: requireChromium(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    const html = await readFile(join(FIXTURE, 'index.html'), 'utf8');
    await use(
      async ({ query = '', width = 900, height = 800, scheme, reducedMotion, touch, openRoot } = {}) => {
        const context = await browser.newContext({
          viewport: { width, height },
          hasTouch: touch ?? false,
          colorScheme: scheme ?? 'light',
          reducedMotion: reducedMotion === true ? 'reduce' : 'no-preference',
        });
        await context.route('http://news.example/**', (route) =>
          route.fulfill({ contentType: 'text/html; charset=utf-8', body: html }),
        );
        const page = await context.newPage();
        if (openRoot === true)
          await page.addInitScript(() => {
            const attach = Element.prototype.attachShadow;
            Element.prototype.attachShadow = function (init) {
              return attach.call(this, { ...init, mode: 'open' });
            };
          });
        await page.goto(`${ADDRESS}${query}`);
        await page.evaluate(script);
        return page;
      },
    );
    await browser.close();
  },
});

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What the open card says; empty while none is open. */
export const cardText = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const card = window.fixture.card.root().querySelector<HTMLElement>('[popover]');
    return card?.matches(':popover-open') ? card.innerText : '';
  });

export const headword = (page: Page): Promise<string> =>
  page.evaluate(() => window.fixture.card.root().querySelector('h2')?.textContent ?? '');

export const cardBox = (page: Page): Promise<Box> =>
  page.evaluate(() => {
    const box = window.fixture.card.root().querySelector('[popover]')?.getBoundingClientRect();
    const { left = 0, top = 0, right = 0, bottom = 0 } = box ?? {};
    return { left, top, right, bottom };
  });

/** The boxes of a mention, one a line. */
export const mentionBoxes = (page: Page, index: number): Promise<Box[]> =>
  page.evaluate(
    (at) =>
      [...(window.fixture.targets[at]?.range.getClientRects() ?? [])].map(({ left, top, right, bottom }) => ({
        left,
        top,
        right,
        bottom,
      })),
    index,
  );

/** Moves the real pointer to the middle of a mention's first line. */
export async function pointAt(page: Page, index: number): Promise<void> {
  const [box] = await mentionBoxes(page, index);
  if (box === undefined) throw new Error(`mention ${index} is not drawn`);
  await page.mouse.move((box.left + box.right) / 2, (box.top + box.bottom) / 2, { steps: 4 });
}

export const openByKey = (page: Page, index: number): Promise<void> =>
  page.evaluate((at) => {
    const target = window.fixture.targets[at];
    if (target !== undefined) window.fixture.card.open(target, 'keyboard');
  }, index);

/** The middle of the button of the card with this text or label. */
export async function buttonAt(page: Page, name: string): Promise<{ x: number; y: number }> {
  const at = await page.evaluate((wanted) => {
    const buttons = [...window.fixture.card.root().querySelectorAll<HTMLElement>('button')];
    const found = buttons.find((each) => [each.innerText.trim(), each.ariaLabel].includes(wanted));
    const box = found?.getBoundingClientRect();
    return box && { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, name);
  if (at === undefined) throw new Error(`the card has no button ${name}`);
  return at;
}

/** Clicks it with the pointer. */
export async function clickInCard(page: Page, name: string): Promise<void> {
  const { x, y } = await buttonAt(page, name);
  await page.mouse.click(x, y);
}

/** Name or text of what has the focus inside the card; empty where the focus is elsewhere. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const active = window.fixture.card.root().activeElement;
    if (!(active instanceof HTMLElement)) return '';
    return active.role === 'dialog' ? 'dialog' : (active.ariaLabel ?? active.innerText.trim());
  });
