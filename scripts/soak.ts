/**
 * A long day in one Chromium: articles and routes by the hundred, hovering, editing, looking up, the background stopped
 * again and again, with memory measured after forced collection.
 *
 *   npm run soak -- --minutes 30
 *
 * Prints first and last values, and for each figure the slope of a straight line through the second half with its 95 %
 * confidence interval. Exit code 1 where a figure grows for certain, or anything was logged as an error.
 */

import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { type ChromiumProfile, launchChromium } from './support/chromium.ts';
import type { ChromiumTab } from './support/chromium-tab.ts';
import { bringIntoView, readCard, readMarks } from './support/marks.ts';
import { serveSite } from './support/site-server.ts';
import { fitLine } from './support/slope.ts';
import { type PageProbe, probePage, probeWorker, type Sample } from './support/soak-probe.ts';
import { putArticles, putRouted, ROUTED } from './support/soak-site.ts';
import { ROOT, wxt } from './support/tool.ts';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '30' } } });
const minutes = Math.min(180, Math.max(1, Number(values.minutes)));
/** A reader does not turn pages faster; the machine rests meanwhile. */
const ROUND_MS = 2_500;
const SAMPLE_MS = 15_000;
const LIMIT_MS = 15_000;
const ENTRY = 'options.html#/concept/starter/babazhanlve/edit';

await wxt('build', 'chrome');
const site = await serveSite();
const articles = putArticles(site, 300);
putRouted(site);
const chromium = await launchChromium({ extension: join(ROOT, '.output', 'chrome-mv3'), port: site.port });
try {
  process.exitCode = report(await live(chromium)) ? 0 : 1;
} finally {
  await chromium.close();
  await site.close();
}

interface Day {
  readonly counts: Readonly<Record<string, number>>;
  readonly errors: readonly string[];
  /** Minute and values, by what was measured. */
  readonly samples: ReadonlyMap<string, readonly (readonly [minute: number, sample: Sample])[]>;
}

async function live(profile: ChromiumProfile): Promise<Day> {
  const errors: string[] = [];
  const note = (text: string) => void errors.push(text);
  const background = await probeWorker(profile.context, profile.origin, note);
  const reading = await profile.open(articles[0] ?? '');
  const routed = await profile.open(ROUTED);
  const options = await profile.openOwn(ENTRY);
  await options.page.locator('.editor-buttons .primary').waitFor();
  await waitFor(async () => (await readMarks(routed)).length > 0, 'marks on the routed page');
  const probes: Readonly<Record<string, PageProbe>> = {
    page: await probePage(routed.page, 'extension', note),
    options: await probePage(options.page, 'page', note),
  };
  const counts = { pages: 0, routes: 0, hovers: 0, edits: 0, stops: 0 };
  const samples = new Map<string, [number, Sample][]>();
  const from = performance.now();
  const minute = () => (performance.now() - from) / 60_000;
  let sampled = Number.NEGATIVE_INFINITY;

  for (let round = 0; minute() < minutes; round += 1) {
    const begun = performance.now();
    await reading.bringToFront();
    await reading.goto(articles[round % articles.length] ?? '');
    counts.pages += 1;
    counts.hovers += await hoverFirst(reading);
    await routed.bringToFront();
    for (let step = 0; step < 3; step += 1) {
      counts.routes += 1;
      await routed.evaluate((n) => (globalThis as unknown as { go(n: number): void }).go(n), counts.routes);
      await waitFor(
        async () =>
          (await routed.evaluate((n) => document.body.innerText.includes(`第${n}条`), counts.routes)) ===
          true,
        'the route',
      );
    }
    counts.hovers += await hoverFirst(routed);
    if (round % 8 === 3) {
      await edit(options, round);
      counts.edits += 1;
    }
    if (round % 12 === 7 && (await profile.stopBackground())) counts.stops += 1;
    if (performance.now() - sampled > SAMPLE_MS) {
      sampled = performance.now();
      for (const [name, probe] of Object.entries(probes)) keep(samples, name, minute(), await probe.sample());
      const alive = await background.sample();
      if (alive !== undefined) keep(samples, 'background', minute(), alive);
      console.error(`minute ${minute().toFixed(1)}: ${JSON.stringify(counts)}, ${errors.length} errors`);
    }
    await pause(Math.max(0, ROUND_MS - (performance.now() - begun)));
  }
  return { counts, errors: [...errors, ...(await profile.errors())], samples };
}

function keep(samples: Map<string, [number, Sample][]>, name: string, at: number, sample: Sample): void {
  samples.set(name, [...(samples.get(name) ?? []), [at, sample]]);
}

/** Rests the pointer on the first mark until its card is there, and closes it; again where the page changes meanwhile. */
async function hoverFirst(tab: ChromiumTab): Promise<number> {
  await waitFor(async () => {
    const [mark] = await readMarks(tab);
    if (mark === undefined) return false;
    await tab.movePointer({ x: 3, y: 3 });
    await tab.movePointer(await bringIntoView(tab, mark.text).catch(() => ({ x: 3, y: 3 })));
    for (let look = 0; look < 20; look += 1, await pause(50)) if ((await readCard(tab)) !== '') return true;
    return false;
  }, `a card on ${tab.url()}`);
  await tab.press('Escape');
  return 1;
}

async function edit({ page }: ChromiumTab, round: number): Promise<void> {
  await page.bringToFront();
  await page.locator('#entry-definitions-zh').fill(`第${round}次写下的一句释义。`);
  await page.locator('.editor-buttons .primary').click();
  // Once it is saved the entry is shown.
  await page.locator('#entry-definitions-zh').waitFor({ state: 'detached' });
  await page.goto(`${page.url().split('#')[0]}#/concepts?q=babazhanlue`);
  await page.locator('.virtual-list [data-primary]').first().waitFor();
  await page.goto(`${page.url().split('#')[0]}#${ENTRY.split('#')[1]}`);
  await page.locator('#entry-definitions-zh').waitFor();
}

async function waitFor(isSo: () => Promise<boolean>, what: string): Promise<void> {
  for (const limit = performance.now() + LIMIT_MS; performance.now() < limit; await pause(50))
    if (await isSo()) return;
  throw new Error(`waited in vain for ${what}`);
}

/** @returns whether all is well. */
function report({ counts, errors, samples }: Day): boolean {
  console.log(
    `${minutes} minutes: ${Object.entries(counts)
      .map(([name, count]) => `${count} ${name}`)
      .join(', ')}`,
  );
  let isWell = errors.length === 0;
  console.log('what                first     last     slope an hour [95 % interval], second half');
  for (const [name, series] of samples) {
    for (const figure of Object.keys(series[0]?.[1] ?? {})) {
      const points = series.map(([at, sample]) => [at / 60, sample[figure] ?? 0] as const);
      const half = points.slice(points.length >> 1);
      if (half.length < 3) continue;
      const { slope, low, high } = fitLine(half);
      const grows = low > 0;
      isWell &&= !grows;
      const [first, last] = [points[0]?.[1] ?? 0, points.at(-1)?.[1] ?? 0].map((value) =>
        value.toFixed(2).padStart(8),
      );
      const interval = `${slope.toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
      console.log(
        `${`${name} ${figure}`.padEnd(17)} ${first} ${last}     ${interval}${grows ? '  GROWS' : ''}`,
      );
    }
  }
  console.log(`${errors.length} errors`);
  for (const error of errors.slice(0, 20)) console.log(`  ${error}`);
  return isWell;
}
