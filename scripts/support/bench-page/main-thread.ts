/** One page's main thread: its processor time, layouts, and the bare walk that they are compared with. */
import type { CDPSession, Page } from '@playwright/test';
import type { ChromiumProfile } from '../chromium.ts';
import type { Cost } from '../page-profile.ts';
import { ms } from './pages.ts';

export const ROUNDS = 5;
/** Longer than any reading takes. */
export const READING_MS = 1_000;

/** Milliseconds of one bare walk. */
export interface Walks {
  readonly cold: number;
  readonly warm: number;
}

export const timesOf = (task: number, { cold, warm }: Walks): string =>
  `${(task / cold).toFixed(1)}× a cold bare walk (${ms(cold)}), ${(task / warm).toFixed(1)}× a warm one (${ms(warm)})`;

/** Costs in the least disturbed of some rounds: what else runs on the machine only ever adds. */
export const least = <Round>(rounds: readonly Round[], read: (round: Round) => number): number =>
  Math.min(...rounds.map(read));

export function printProfile(profiles: readonly Cost[]): void {
  const [best] = [...profiles].sort((a, b) => a.total - b.total);
  console.log(
    `    by wall clock ${ms(best?.total ?? Number.NaN)}; longest stretch ${ms(least(profiles, ({ longest }) => longest))}`,
  );
  for (const [file, time] of best?.byFile.slice(0, 6) ?? [])
    console.log(`    ${ms(time).padStart(10)}  ${file}`);
}

export async function openPage(profile: ChromiumProfile): Promise<{ page: Page; session: CDPSession }> {
  const page = await profile.context.newPage();
  const session = await profile.context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, session };
}

/** Milliseconds of processor time of the main thread, and layouts, since the page was opened. */
export async function metricsOf(session: CDPSession): Promise<{ task: number; layouts: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { task: value('TaskDuration') * 1_000, layouts: value('LayoutCount') };
}

/** Until the number of marks has stood still for a while: replies may come in parts. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(() => CSS.highlights.size > 0);
  await page.evaluate(async () => {
    const count = () => [...CSS.highlights.values()].reduce((sum, { size }) => sum + size, 0);
    for (let last = -1; last !== count(); ) {
      last = count();
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
  });
}

/** The time of one walk over the text nodes that reads their data, as the mean of some. */
export function bareWalk(times: number): number {
  let length = 0;
  const from = performance.now();
  for (let time = 0; time < times; time += 1) {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      length += (node as Text).data.length;
  }
  return length > 0 ? (performance.now() - from) / times : Number.NaN;
}
