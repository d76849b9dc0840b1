/**
 * What Cezhu costs a page, and how soon its marks are there, with the shipped build in a real Chromium.
 *
 *   npm run bench-page [-- FILE.html...]
 *
 * Main-thread time is given as a ratio to one bare walk over the text nodes of the same page, in the same run; the time to
 * the first mark as a ratio to an extension whose background only answers “pong”, and, counted from the navigation, to the
 * page's own load. FILEs are saved pages to measure too.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { type ChromiumProfile, launchChromium } from './support/chromium.ts';
import { readMarks } from './support/marks.ts';
import { startProfile, stopProfile } from './support/page-profile.ts';
import { serveSite } from './support/site-server.ts';
import { ROOT, wxt } from './support/tool.ts';

const ROUNDS = 5;
const WAKES = 12;
const HOST = 'http://zjnews.zjol.com.cn/zjnews/202203';
const SENTENCE =
  '会议强调，要忠实践行“八八战略”，用好七张问题清单，健全党建统领整体智治体系，推进大综合一体化行政执法改革，' +
  '深化县乡一体、条抓块统，擦亮最多跑一次改革品牌，让群众在每一件小事里看见变化，把好事办实、实事办好，年年都有新气象。';

process.env.CEZHU_SOURCEMAP = '1';
await wxt('build', 'chrome');
const BUILD = join(ROOT, '.output', 'chrome-mv3');
const site = await serveSite();
try {
  await measure();
} finally {
  await site.close();
}

async function measure(): Promise<void> {
  const pages: [string, string][] = [70_000, 500_000].map((length) => [
    `${length} characters`,
    articleOf(length),
  ]);
  for (const file of process.argv.slice(2)) pages.unshift([basename(file), await readFile(file, 'utf8')]);
  const folder = await pongExtension();
  const pong = await launchChromium({ extension: folder, port: site.port });
  const ours = await launchChromium({ extension: BUILD, port: site.port });
  try {
    await warmUp(ours);
    for (const [name, html] of pages) await comparePage(ours, pong, name, html);
    await measureFirstMark(ours, 'warm', async () => {});
    await measureFirstMark(pong, 'pong, warm', async () => {});
    await measureFirstMark(ours, 'asleep', () => ours.stopBackground());
    await measureFirstMark(pong, 'pong, asleep', () => pong.stopBackground());
  } finally {
    await ours.close();
    await pong.close();
    await rm(folder, { recursive: true });
  }
}

function articleOf(length: number): string {
  const paragraphs = Math.ceil(length / SENTENCE.length / 1);
  const body = Array.from({ length: paragraphs }, (_, index) =>
    index % 12 === 0 ? `<h2>第${index}节</h2><p>　　${SENTENCE}</p>` : `<p>　　${SENTENCE}</p>`,
  ).join('');
  return `<!doctype html><meta charset="utf-8"><title>样文</title><h1 class="artTitle">一篇很长的样文</h1><div class="artCon">${body}</div>`;
}

async function warmUp(profile: ChromiumProfile): Promise<void> {
  site.put(`${HOST}/t20220311_1.shtml`, articleOf(1_000));
  const tab = await profile.open(`${HOST}/t20220311_1.shtml`);
  while ((await readMarks(tab)).length === 0);
  await tab.close();
}

/** Costs of a page in the least disturbed of some rounds: what else runs on the machine only ever adds. */
async function comparePage(
  ours: ChromiumProfile,
  pong: ChromiumProfile,
  name: string,
  html: string,
): Promise<void> {
  site.put(`${HOST}/t20220311_2.shtml`, html);
  const rounds: { ours: PageCost; pong: PageCost }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({ ours: await loadPage(ours), pong: await loadPage(pong) });
  const least = (read: (round: (typeof rounds)[0]) => number) => Math.min(...rounds.map(read));
  const walk = least(({ pong }) => pong.walk);
  const task = least(({ ours }) => ours.task) - least(({ pong }) => pong.task);
  const layouts = least(({ ours }) => ours.layouts) - least(({ pong }) => pong.layouts);
  console.log(
    `${name}: ${ms(task)} of processor time on the main thread, ${(task / walk).toFixed(1)}× a bare walk (${ms(walk)}); ` +
      `${layouts} layouts more`,
  );
  const profiles = [];
  for (let round = 0; round < ROUNDS; round += 1) profiles.push(await profilePage(ours));
  const [best] = profiles.sort((a, b) => a.total - b.total);
  console.log(
    `    by wall clock ${ms(best?.total ?? 0)}; longest stretch ${ms(Math.min(...profiles.map(({ longest }) => longest)))}`,
  );
  for (const [file, time] of best?.byFile.slice(0, 10) ?? [])
    console.log(`    ${ms(time).padStart(9)}  ${file}`);
}

type PageCost = Awaited<ReturnType<typeof loadPage>>;

/** Loads the page and reads, in processor time, what its main thread has done. */
async function loadPage(profile: ChromiumProfile) {
  const page = await profile.context.newPage();
  const session = await profile.context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.goto(`${HOST}/t20220311_2.shtml`, { waitUntil: 'load' });
  await settle(page);
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  const walk = await page.evaluate(bareWalk, undefined);
  await page.close();
  return { task: value('TaskDuration') * 1_000, layouts: value('LayoutCount'), walk };
}

async function profilePage(profile: ChromiumProfile) {
  const page = await profile.context.newPage();
  const session = await profile.context.newCDPSession(page);
  await startProfile(session);
  await page.goto(`${HOST}/t20220311_2.shtml`, { waitUntil: 'load' });
  await settle(page);
  const cost = await stopProfile(session, join(BUILD, 'content-scripts', 'news.js'));
  await page.close();
  return cost;
}

/** Until the number of marks has stood still for a while: replies may come in parts. */
async function settle(page: Awaited<ReturnType<ChromiumProfile['context']['newPage']>>): Promise<void> {
  await page.waitForFunction(() => CSS.highlights.size > 0);
  await page.evaluate(async () => {
    const count = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
    for (let last = -1; last !== count(); ) {
      last = count();
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
  });
}

/** The time of one walk over the text nodes that reads their data; the first of its kind on the page, as ours is. */
function bareWalk(): number {
  const from = performance.now();
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    length += (node as Text).data.length;
  return length > 0 ? performance.now() - from : Number.NaN;
}

/** Milliseconds from the end of parsing to the first highlight; and from the navigation, in times of the page's load. */
async function measureFirstMark(
  profile: ChromiumProfile,
  name: string,
  before: () => Promise<unknown>,
): Promise<void> {
  const url = `${HOST}/t20220311_3.shtml`;
  const watch = `<script>addEventListener('DOMContentLoaded', () => {
    const from = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      if (CSS.highlights.size > 0) window.firstMark = [performance.now() - from, performance.now()];
      else setTimeout(() => port2.postMessage(0), 1);
    };
    port2.postMessage(0);
  });</script>`;
  site.put(url, articleOf(3_000).replace('<title>', `${watch}<title>`));
  const times: number[] = [];
  const toLoad: number[] = [];
  for (let round = 0; round < WAKES; round += 1) {
    await before();
    const page = await profile.context.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'firstMark' in window);
    const [time, sinceNavigation, load] = await page.evaluate(() => [
      ...(window as unknown as { firstMark: [number, number] }).firstMark,
      (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventEnd,
    ]);
    times.push(time ?? Number.NaN);
    toLoad.push((sinceNavigation ?? Number.NaN) / (load ?? Number.NaN));
    await page.close();
  }
  const at = (values: readonly number[], share: number) =>
    values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
    Number.NaN;
  console.log(
    `first mark, ${name}: least ${ms(at(times, 0))}, median ${ms(at(times, 0.5))}, ` +
      `95th percentile ${ms(at(times, 0.95))} of ${WAKES}; from the navigation ${at(toLoad, 0.5).toFixed(2)}× the page's ` +
      `own load at the median, ${at(toLoad, 0.95).toFixed(2)}× at the 95th percentile`,
  );
}

async function pongExtension(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cezhu-pong-'));
  const files = {
    'manifest.json': JSON.stringify({
      manifest_version: 3,
      name: 'pong',
      version: '1',
      background: { service_worker: 'background.js' },
      content_scripts: [{ matches: ['*://*.zjol.com.cn/*'], js: ['content.js'], run_at: 'document_idle' }],
    }),
    'background.js': `chrome.runtime.onMessage.addListener((_message, _sender, reply) => { reply('pong'); });`,
    'content.js': `chrome.runtime.sendMessage('ping').then(() => {
      const range = new StaticRange({ startContainer: document.body, startOffset: 0, endContainer: document.body, endOffset: 0 });
      CSS.highlights.set('pong', new Highlight(range));
    });`,
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

function ms(time: number): string {
  return `${time.toFixed(2)} ms`;
}
