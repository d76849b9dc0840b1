/**
 * The options page of the shipped build in a real Chromium, over a glossary as large as asked: an import from a file
 * with cards opened meanwhile, the first rows, search from key press to painted results, saving, memory.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { buildStarter } from '../../lib/starter/build.ts';
import { multiply } from '../../tests/bench/multiply.ts';
import { searches, seconds } from './bench-search.ts';
import { type ChromiumProfile, launchChromium } from './chromium.ts';
import { memoryOf, watchMemory } from './extension-memory.ts';
import { serveSite } from './site-server.ts';
import { spread } from './spread.ts';
import { ROOT, wxt } from './tool.ts';

const ROWS = '.virtual-list [data-primary]';
/** Everything here may take long on the first try: that is what is measured. */
const PATIENCE = 240_000;

export async function benchOptions(size: number): Promise<string[]> {
  await wxt('build', 'chrome');
  const site = await serveSite();
  const folder = await mkdtemp(join(tmpdir(), 'cezhu-bench-'));
  const file = join(folder, 'large.json');
  const { concepts } = await buildStarter();
  await writeFile(file, JSON.stringify({ format: 'cezhu-glossary', concepts: multiply(concepts, size) }));
  const profile = await launchChromium({ extension: join(ROOT, '.output', 'chrome-mv3'), port: site.port });
  profile.context.setDefaultTimeout(PATIENCE);
  try {
    return [
      `options page with ${size} imported entries`,
      ...(await imports(
        profile,
        file,
        concepts.map(({ id }) => `starter/${id}`),
      )),
      ...(await firstRows(profile)),
      ...(await searches(profile)),
      ...(await saves(profile)),
    ];
  } finally {
    await profile.close();
    await site.close();
    await rm(folder, { recursive: true });
  }
}

async function imports(profile: ChromiumProfile, file: string, keys: readonly string[]): Promise<string[]> {
  const { page: looking } = await profile.openOwn('options.html#/settings');
  await looking.locator('h1').first().waitFor();
  const before = await memoryOf(profile);
  const { page } = await profile.openOwn('options.html#/exchange');
  await page.locator('.drop input').setInputFiles(file);
  await page.locator('[data-format]').waitFor();
  const stop = await lookMeanwhile(looking, keys);
  const most = watchMemory(profile);
  const from = performance.now();
  await page.locator('.file-form button.primary').click();
  await page.locator('.preview').waitFor();
  const read = performance.now();
  await page.locator('.preview button.primary:enabled').waitFor();
  const compared = performance.now();
  await page.locator('.preview button.primary').click();
  await page.locator('.imported').waitFor();
  const applied = performance.now();
  const asked = await stop();
  const peak = await most();
  const compiling = await whileCompiling(looking, keys);
  const during = await memoryOf(profile);
  await page.close();
  await looking.close();
  const between = (begin: number, end: number) =>
    asked.filter(({ at }) => begin <= at && at < end).map(({ took }) => took);
  return [
    `  file read, checked, staged             ${seconds(read - from)}`,
    `  compared                               ${seconds(compared - read)}`,
    `  applied                                ${seconds(applied - compared)}`,
    `  card asked for while it is read        ${spread(between(from, read))}`,
    `  while it is compared                   ${spread(between(read, compared))}`,
    `  while it is applied                    ${spread(between(compared, applied))}`,
    `  and while all labels are compiled anew ${spread(compiling.map(({ took }) => took))}`,
    `  memory of the extension's process      ${before} MB before, ${peak} MB at most, ${during} MB after`,
  ];
}

interface Asked {
  /** When, as `performance.now()` of this process. */
  readonly at: number;
  /** Ms. */
  readonly took: number;
}

/** Asks for cards as an open article does, one after the other and each time another, until told to stop. */
async function lookMeanwhile(page: Page, keys: readonly string[]): Promise<() => Promise<Asked[]>> {
  const running = page.evaluate(async (each) => {
    const times: Asked[] = [];
    const state = window as unknown as { enough?: boolean };
    while (!state.enough) {
      const key = each[(times.length * 7) % each.length];
      const from = performance.now();
      await chrome.runtime.sendMessage({ call: 'concept.detail', request: { key } });
      times.push({ at: performance.timeOrigin + from, took: performance.now() - from });
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return times;
  }, keys);
  return async () => {
    await page.evaluate(() => {
      (window as unknown as { enough?: boolean }).enough = true;
    });
    return (await running).map(({ at, took }) => ({ at: at - performance.timeOrigin, took }));
  };
}

/** The same until an article that asks for its marks has them: the background has an unknown glossary to compile. */
async function whileCompiling(page: Page, keys: readonly string[]): Promise<Asked[]> {
  await page.evaluate(() => {
    (window as unknown as { enough?: boolean }).enough = false;
  });
  const stop = await lookMeanwhile(page, keys);
  await page.evaluate(() =>
    chrome.runtime.sendMessage({
      call: 'page.annotate',
      request: { blocks: [{ id: 0, text: '浙江深入实施八八战略。' }] },
    }),
  );
  return stop();
}

/** From the beginning of the navigation to rows with their texts; the background was asleep. */
async function firstRows(profile: ChromiumProfile): Promise<string[]> {
  const times: number[] = [];
  for (let round = 0; round < 3; round += 1) {
    await profile.stopBackground();
    const page = await profile.context.newPage();
    await page.goto(`${profile.origin}/options.html`);
    const time = await page.waitForFunction((rows) => {
      const label = document.querySelector(rows)?.textContent;
      return label && label !== '…' ? performance.now() : false;
    }, ROWS);
    times.push(Number(await time.jsonValue()));
    await page.close();
  }
  return [`  first rows on an opened page           ${spread(times)}`];
}

/** From Ctrl+S to the confirmation, of an entry of the reader's own, a shipped one and an imported one. */
async function saves(profile: ChromiumProfile): Promise<string[]> {
  const times: number[] = [];
  for (const round of [1, 2, 3]) {
    const { page } = await profile.openOwn('options.html#/concept/starter/babazhanlve/edit');
    const definition = page.locator('#entry-definitions-zh');
    await definition.fill(`第${round}次。`);
    const from = performance.now();
    await page.keyboard.press('Control+s');
    await page.locator('.notice').waitFor();
    times.push(performance.now() - from);
    await page.close();
  }
  return [`  Ctrl+S to the confirmation             ${spread(times)}`];
}
