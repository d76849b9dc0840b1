/**
 * `npm run screenshots`: the stores' pictures, 1280 × 800, in Chinese and English, light and dark.
 *
 *   npm run screenshots            all of them, in .output/screenshots
 *   npm run screenshots -- zh      only those whose names hold one of these words
 */
import { mkdir } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type ChromiumProfile, launchChromium } from './support/chromium.ts';
import type { ChromiumTab } from './support/chromium-tab.ts';
import { ensureChineseFont } from './support/fonts.ts';
import { readMarks } from './support/marks.ts';
import { showCard, until } from './support/show-card.ts';
import { serveSite } from './support/site-server.ts';
import { ROOT, wxt } from './support/tool.ts';

const FOLDER = join(ROOT, '.output', 'screenshots');
const SAMPLE = 'http://zjrb.zjol.com.cn/html/2022-03/11/content_1.htm';
const SIZE = { width: 1280, height: 800 };

/** What is shown, in the order in which the stores show it. */
const PICTURES: Readonly<Record<string, (profile: ChromiumProfile) => Promise<ChromiumTab>>> = {
  '1-card': (profile) => article(profile, '八八战略'),
  '2-parts': (profile) => article(profile, '七张问题清单'),
  '3-glossary': (profile) => own(profile, '#/concepts?q=gaige', '.count:not(:empty)'),
  '4-entry': (profile) => own(profile, '#/concept/starter/babazhanlve', '.cz-card'),
  '5-related': (profile) => own(profile, '#/concept/starter/weilaishequ/graph', 'main svg'),
};

async function article(profile: ChromiumProfile, term: string): Promise<ChromiumTab> {
  const tab = await profile.open(SAMPLE);
  const hasMark = async () => (await readMarks(tab)).some(({ text }) => text === term);
  await until(hasMark, `${term} was not marked on the sample article`);
  await showCard(tab, term);
  return tab;
}

async function own(profile: ChromiumProfile, hash: string, shown: string): Promise<ChromiumTab> {
  const tab = await profile.openOwn(`options.html${hash}`);
  await tab.page.locator(shown).first().waitFor();
  await tab.page.evaluate(() => document.fonts.ready);
  return tab;
}

ensureChineseFont();
await wxt('build', 'chrome');
await mkdir(FOLDER, { recursive: true });
const wanted = process.argv.slice(2);
const site = await serveSite();
for (const language of ['zh-CN', 'en-US'] as const)
  for (const scheme of ['light', 'dark'] as const) {
    const nameOf = (picture: string) => `${language.slice(0, 2)}-${scheme}-${picture}.png`;
    const pictures = Object.entries(PICTURES).filter(
      ([picture]) => wanted.length === 0 || wanted.some((word) => nameOf(picture).includes(word)),
    );
    if (pictures.length === 0) continue;
    const profile = await launchChromium({
      extension: join(ROOT, '.output', 'chrome-mv3'),
      port: site.port,
      viewport: SIZE,
      language,
      scheme,
    });
    for (const [picture, show] of pictures) {
      const tab = await show(profile);
      const file = join(FOLDER, nameOf(picture));
      await tab.screenshot(file);
      console.log(relative(ROOT, file));
      await tab.close();
    }
    await profile.close();
  }
await site.close();
