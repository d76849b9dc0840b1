/**
 * `npm start`: builds Cezhu and opens a browser with it on the bundled sample article.
 *
 * Without a display it does the same headless, prints the terms that Cezhu marked with their definitions, and takes
 * a picture of the page with a card open.
 */
import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { PageTerms } from '../lib/messages/protocol.ts';
import { type ChromiumProfile, type ChromiumTab, launchChromium } from './support/chromium.ts';
import { requireChromium } from './support/find-chromium.ts';
import { ensureChineseFont } from './support/fonts.ts';
import { bringIntoView, readCard, readMarks } from './support/marks.ts';
import { serveSite } from './support/site-server.ts';
import { ROOT, wxt } from './support/tool.ts';

const SAMPLE = 'http://zjrb.zjol.com.cn/html/2022-03/11/content_1.htm';
const PICTURE = join(ROOT, '.output', 'sample.png');
const SHOWN = '八八战略';

const hasDisplay =
  process.platform !== 'linux' ||
  (process.env.DISPLAY ?? '') !== '' ||
  (process.env.WAYLAND_DISPLAY ?? '') !== '';

requireChromium();
ensureChineseFont();
await wxt('build', 'chrome');
const site = await serveSite();
const profile = await launchChromium({
  extension: join(ROOT, '.output', 'chrome-mv3'),
  port: site.port,
  headless: !hasDisplay,
  viewport: { width: 1280, height: 900 },
});
try {
  const tab = await profile.open(SAMPLE);
  if (hasDisplay) {
    console.log(`${SAMPLE} is open: rest the pointer on a marked term. Close the window to end.`);
    await profile.context.waitForEvent('close', { timeout: 0 });
  } else {
    await printTerms(profile, tab);
    await takePicture(tab);
  }
} finally {
  await profile.close();
  await site.close();
}

/** What the side panel would list, asked for in the same way. */
async function printTerms({ context }: ChromiumProfile, tab: ChromiumTab): Promise<void> {
  await until(async () => (await readMarks(tab)).length > 0, 'no term was marked on the sample article');
  const [worker] = context.serviceWorkers();
  const page = await worker?.evaluate(async (url): Promise<PageTerms | undefined> => {
    const [found] = await chrome.tabs.query({ url });
    const outcome = await chrome.tabs.sendMessage(found?.id ?? 0, { call: 'page.terms', request: {} });
    return outcome.ok;
  }, SAMPLE);
  if (page === undefined) throw new Error('the sample article did not tell its terms');
  console.log(`${page.title}\n${page.url}\n`);
  for (const { glance, count } of page.terms) {
    console.log(`${glance.prefLabel} ×${count}  ${glance.pinyin ?? ''}`);
    for (const definition of Object.values(glance.definitions)) console.log(`    ${definition}`);
  }
  console.log(`\n${page.terms.length} terms`);
}

async function takePicture(tab: ChromiumTab): Promise<void> {
  await tab.movePointer(await bringIntoView(tab, SHOWN));
  await until(async () => (await readCard(tab)).includes(SHOWN), `the card of ${SHOWN} did not open`);
  await mkdir(join(ROOT, '.output'), { recursive: true });
  await tab.screenshot(PICTURE);
  console.log(`picture with the card of ${SHOWN}: ${relative(ROOT, PICTURE)}`);
}

/** Asks ten times a second, for half a minute at most. */
async function until(isSo: () => Promise<boolean>, otherwise: string): Promise<void> {
  const limit = performance.now() + 30_000;
  while (!(await isSo())) {
    if (performance.now() > limit) throw new Error(otherwise);
    await pause(100);
  }
}
