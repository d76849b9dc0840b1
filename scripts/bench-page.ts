/**
 * What Cezhu costs a page, and how soon its marks are there, with the shipped build in a real Chromium.
 *
 *   npm run bench-page [-- FILE.html...]
 *
 * Main-thread time is given as a ratio to one bare walk over the text nodes of the same page, in the same run; the time to
 * the first mark as a ratio to an extension whose background only answers “pong”. FILEs are saved pages to measure too.
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
  const profile = await launchChromium({ extension: BUILD, port: site.port });
  try {
    await warmUp(profile);
    for (const [name, html] of pages) await measurePage(profile, name, html);
    await measureFirstMark(profile, 'warm', async () => {});
    await measureFirstMark(profile, 'asleep', () => profile.stopBackground());
  } finally {
    await profile.close();
  }
  const folder = await pongExtension();
  const pong = await launchChromium({ extension: folder, port: site.port });
  try {
    await measureFirstMark(pong, 'pong, warm', async () => {});
    await measureFirstMark(pong, 'pong, asleep', () => pong.stopBackground());
  } finally {
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

/** Costs of a page, the median of some rounds by total. */
async function measurePage(profile: ChromiumProfile, name: string, html: string): Promise<void> {
  const url = `${HOST}/t20220311_2.shtml`;
  site.put(url, html);
  const rounds = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const page = await profile.context.newPage();
    const session = await profile.context.newCDPSession(page);
    await startProfile(session);
    await page.goto(url, { waitUntil: 'load' });
    await page.waitForFunction(() => CSS.highlights.size > 0);
    await settle(page);
    const cost = await stopProfile(session, join(BUILD, 'content-scripts', 'news.js'));
    const walk = await page.evaluate(bareWalk, undefined);
    rounds.push({ cost, walk });
    await page.close();
  }
  rounds.sort((a, b) => a.cost.total - b.cost.total);
  const { cost, walk } = rounds[Math.floor(ROUNDS / 2)] as (typeof rounds)[0];
  console.log(
    `${name}: ${ms(cost.total)} of main thread, ${(cost.total / walk).toFixed(1)}× a bare walk (${ms(walk)}), ` +
      `longest stretch ${ms(cost.longest)}`,
  );
  for (const [file, time] of cost.byFile.slice(0, 12)) console.log(`    ${ms(time).padStart(9)}  ${file}`);
}

/** Until the number of marks has stood still for a while: replies may come in parts. */
async function settle(page: Awaited<ReturnType<ChromiumProfile['context']['newPage']>>): Promise<void> {
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

/** Milliseconds from the end of parsing to the first highlight. */
async function measureFirstMark(
  profile: ChromiumProfile,
  name: string,
  before: () => Promise<void>,
): Promise<void> {
  const url = `${HOST}/t20220311_3.shtml`;
  const watch = `<script>addEventListener('DOMContentLoaded', () => {
    const from = performance.now();
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      if (CSS.highlights.size > 0) window.firstMark = performance.now() - from;
      else setTimeout(() => port2.postMessage(0), 1);
    };
    port2.postMessage(0);
  });</script>`;
  site.put(url, articleOf(3_000).replace('<title>', `${watch}<title>`));
  const times: number[] = [];
  for (let round = 0; round < WAKES; round += 1) {
    await before();
    const page = await profile.context.newPage();
    await page.goto(url);
    const time = await page.waitForFunction(() => (window as unknown as { firstMark?: number }).firstMark);
    times.push((await time.jsonValue()) ?? Number.NaN);
    await page.close();
  }
  times.sort((a, b) => a - b);
  const at = (share: number) =>
    ms(times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN);
  console.log(`first mark, ${name}: median ${at(0.5)}, 95th percentile ${at(0.95)} of ${WAKES}`);
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
