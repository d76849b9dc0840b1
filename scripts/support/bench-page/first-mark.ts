/**
 * From the end of parsing to the first mark, against an extension whose background only answers “pong”; and from the
 * navigation to the first mark, in times of the page's own load.
 */
import type { ChromiumProfile } from '../chromium.ts';
import { articleOf, HOST, spread } from './pages.ts';

const WAKES = 30;
const URL = `${HOST}/t20220311_3.shtml`;
const WATCH = `<script>addEventListener('DOMContentLoaded', () => {
  const from = performance.now();
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    if (CSS.highlights.size > 0) window.firstMark = [performance.now() - from, performance.now()];
    else setTimeout(() => port2.postMessage(0), 1);
  };
  port2.postMessage(0);
});</script>`;

export async function benchFirstMark(
  ours: ChromiumProfile,
  pong: ChromiumProfile,
  put: (url: string, html: string) => void,
): Promise<void> {
  put(URL, articleOf(3_000).replace('<title>', `${WATCH}<title>`));
  for (const [name, prepare] of [
    ['warm', async () => {}],
    ['asleep', (profile: ChromiumProfile) => profile.stopBackground()],
  ] as const) {
    const times = { ours: [] as number[], pong: [] as number[] };
    const toLoad: number[] = [];
    // In turns, so that a busy machine slows both alike.
    for (let round = 0; round < WAKES; round += 1) {
      for (const [whose, profile] of [
        ['ours', ours],
        ['pong', pong],
      ] as const) {
        await prepare(profile);
        const { time, loads } = await timeToMark(profile);
        times[whose].push(time);
        if (whose === 'ours') toLoad.push(loads);
      }
    }
    const [mine, floor] = [spread(times.ours), spread(times.pong)];
    console.log(`first mark, ${name}`);
    console.log(`    Cezhu  ${mine.text}`);
    console.log(`    pong   ${floor.text}`);
    const ratios = [mine.median / floor.median, mine.late / floor.late].map(
      (ratio) => `${ratio.toFixed(2)}×`,
    );
    console.log(`    median ${ratios[0]}, 95th percentile ${ratios[1]}`);
    const { median, late } = spread(toLoad);
    console.log(
      `    from the navigation ${median.toFixed(2)}× the page's own load at the median, ${late.toFixed(2)}× at the 95th percentile`,
    );
  }
}

async function timeToMark(profile: ChromiumProfile): Promise<{ time: number; loads: number }> {
  const page = await profile.context.newPage();
  await page.goto(URL);
  await page.waitForFunction(() => 'firstMark' in window);
  const [time, sinceNavigation, load] = await page.evaluate(() => [
    ...(window as unknown as { firstMark: [number, number] }).firstMark,
    (performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming).loadEventEnd,
  ]);
  await page.close();
  return { time: time ?? Number.NaN, loads: (sinceNavigation ?? Number.NaN) / (load ?? Number.NaN) };
}
