/**
 * `npm start`: builds Cezhu and opens a browser with it on the bundled sample article.
 *
 * Without a display it does the same headless, prints the terms that Cezhu marked with their definitions, and takes
 * a picture of the page with a card open.
 */
import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { launchChromium } from './support/chromium.ts';
import type { ChromiumTab } from './support/chromium-tab.ts';
import { requireChromium } from './support/find-chromium.ts';
import { ensureChineseFont } from './support/fonts.ts';
import { bringIntoView, readCard, readMarks } from './support/marks.ts';
import { showCard, until } from './support/show-card.ts';
import { serveSite } from './support/site-server.ts';
import { ROOT, wxt } from './support/tool.ts';

const SAMPLE = 'http://zjrb.zjol.com.cn/html/2022-03/11/content_1.htm';
const PICTURE = join(ROOT, '.output', 'sample.png');
const SHOWN = '八八战略';

const hasDisplay =
  process.platform !== 'linux' ||
  (process.env.DISPLAY ?? '') !== '' ||
  (process.env.WAYLAND_DISPLAY ?? '') !== '';

try {
  await main();
} catch (error) {
  console.error(`cezhu: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  requireChromium();
  ensureChineseFont();
  await wxt('build', 'chrome');
  const site = await serveSite();
  const profile = await launchChromium({
    extension: join(ROOT, '.output', 'chrome-mv3'),
    port: site.port,
    headless: !hasDisplay,
  });
  try {
    const tab = await profile.open(SAMPLE);
    if (hasDisplay) {
      console.log(`${SAMPLE} is open: rest the pointer on a marked term. Close the window to end.`);
      await profile.context.waitForEvent('close', { timeout: 0 });
    } else {
      await printTerms(tab);
      await takePicture(tab);
    }
  } finally {
    await profile.close();
    await site.close();
  }
}

/** Presses on every marked term in turn and prints what its card says. */
async function printTerms(tab: ChromiumTab): Promise<void> {
  await until(async () => (await readMarks(tab)).length > 0, 'no term was marked on the sample article');
  const marks = await readMarks(tab);
  const surfaces = [...new Set(marks.map(({ text }) => text))];
  for (const surface of surfaces) {
    await tab.clickAt(await bringIntoView(tab, surface));
    await until(async () => (await readCard(tab)) !== '', `the card of ${surface} did not open`);
    const lines = await tab.insideCard((root) => {
      const texts = (css: string) =>
        [...root.querySelectorAll<HTMLElement>(`[popover] ${css}`)].map((each) => each.innerText);
      return [[...texts('h2'), ...texts('.cz-pinyin')].join('  '), ...texts('.cz-definition')];
    }, undefined);
    console.log(lines?.join('\n    '));
    await tab.press('Escape');
    await until(async () => (await readCard(tab)) === '', `the card of ${surface} did not close`);
  }
  console.log(`\n${surfaces.length} terms, marked ${marks.length} times on ${tab.url()}`);
}

async function takePicture(tab: ChromiumTab): Promise<void> {
  await showCard(tab, SHOWN);
  await mkdir(join(ROOT, '.output'), { recursive: true });
  await tab.screenshot(PICTURE);
  console.log(`picture with the card of ${SHOWN}: ${relative(ROOT, PICTURE)}`);
}
