/**
 * What Cezhu costs the page's main thread: on the first visit, with everything that the browser loads once, and when a
 * page that has been read is read, asked about, and painted again; all as a ratio to one bare walk over its text nodes. There are two: the first
 * one of a fresh page, which makes the strings that a script reads (cold), and one of twenty in a row (warm).
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import type { ChromiumProfile } from '../chromium.ts';
import { type Cost, startProfile, stopProfile } from '../page-profile.ts';
import { HOST, ms } from './pages.ts';
import { markBegin, type Tasks, traceTasks, until } from './tasks.ts';

const ROUNDS = 5;
const URL = `${HOST}/t20220311_2.shtml`;
/** Longer than any reading takes. */
const READING_MS = 1_000;

/** @param build folder of the built extension, with source maps */
export async function benchCost(
  { ours, pong }: { readonly ours: ChromiumProfile; readonly pong: ChromiumProfile },
  build: string,
  name: string,
): Promise<void> {
  const scripts = join(build, 'content-scripts');
  const walks = await firstVisit({ ours, pong }, name);
  const profiles: Cost[] = [];
  for (let round = 0; round < ROUNDS; round += 1) profiles.push(await profileVisit(ours, scripts));
  printProfile(profiles);
  const tasks: { ours: Tasks; pong: Tasks }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    tasks.push({ ours: await taskVisit(ours), pong: await taskVisit(pong) });
  console.log(
    `    longest task from the end of parsing on ${ms(least(tasks, (round) => round.ours.longest))}, with pong ${ms(least(tasks, (round) => round.pong.longest))}; with a script of ours in it ${ms(least(tasks, (round) => round.ours.longestWithScript))}`,
  );
  await benchAgain(ours, scripts, name, walks);
}

/** Milliseconds of one bare walk. */
interface Walks {
  readonly cold: number;
  readonly warm: number;
}

const timesOf = (task: number, { cold, warm }: Walks): string =>
  `${(task / cold).toFixed(1)}× a cold bare walk (${ms(cold)}), ${(task / warm).toFixed(1)}× a warm one (${ms(warm)})`;

/** Costs in the least disturbed of some rounds: what else runs on the machine only ever adds. */
const least = <Round>(rounds: readonly Round[], read: (round: Round) => number): number =>
  Math.min(...rounds.map(read));

async function firstVisit(
  { ours, pong }: { readonly ours: ChromiumProfile; readonly pong: ChromiumProfile },
  name: string,
): Promise<Walks> {
  const rounds: { ours: Visit; pong: Visit }[] = [];
  for (let round = 0; round < ROUNDS; round += 1)
    rounds.push({ ours: await visit(ours), pong: await visit(pong) });
  // The page's clock has steps of a tenth of a millisecond.
  const cold =
    rounds.reduce(
      (
        sum,
        {
          pong: {
            walks: { cold: time },
          },
        },
      ) => sum + time,
      0,
    ) / ROUNDS;
  const walks = { cold, warm: least(rounds, (round) => round.pong.walks.warm) };
  const task = least(rounds, (round) => round.ours.task) - least(rounds, (round) => round.pong.task);
  const layouts = least(rounds, (round) => round.ours.layouts) - least(rounds, (round) => round.pong.layouts);
  console.log(
    `${name}, first visit: ${ms(task)} of processor time on the main thread, ${timesOf(task, walks)}; ${layouts} layouts more`,
  );
  return walks;
}

type Visit = Awaited<ReturnType<typeof visit>>;

/** Loads the page and reads, in processor time, what its main thread has done. */
async function visit(profile: ChromiumProfile) {
  const { page, session } = await openPage(profile);
  await page.goto(URL, { waitUntil: 'load' });
  await settle(page);
  const { task, layouts } = await metricsOf(session);
  const walks: Walks = { cold: await page.evaluate(bareWalk, 1), warm: await page.evaluate(bareWalk, 20) };
  await page.close();
  return { task, layouts, walks };
}

async function profileVisit(ours: ChromiumProfile, scripts: string): Promise<Cost> {
  const { page, session } = await openPage(ours);
  await startProfile(session);
  await page.goto(URL, { waitUntil: 'load' });
  await settle(page);
  const cost = await stopProfile(session, scripts);
  await page.close();
  return cost;
}

async function taskVisit(profile: ChromiumProfile): Promise<Tasks> {
  const { page, session } = await openPage(profile);
  const tasks = await traceTasks(profile, session, async () => {
    await page.goto(URL, { waitUntil: 'load' });
    await until(session, 'CSS.highlights.size > 0');
    await pause(READING_MS);
  });
  await page.close();
  return tasks;
}

/** The parts of a first visit, one at a time and with everything loaded: messages that a page that was read is sent. */
const AGAIN: readonly (readonly [what: string, messages: readonly object[]])[] = [
  ['read again', [{ call: 'command.run', request: { name: 'annotate-page' } }]],
  ['asked about again', [{ call: 'marks.refresh', request: { stamp: '' } }]],
  [
    'marks taken away and painted again',
    Array(2).fill({ call: 'command.run', request: { name: 'toggle-marks' } }),
  ],
];

async function benchAgain(ours: ChromiumProfile, scripts: string, name: string, walks: Walks): Promise<void> {
  const { page, session } = await openPage(ours);
  await page.goto(URL, { waitUntil: 'load' });
  await settle(page);
  let sum = 0;
  for (const [what, messages] of AGAIN) {
    const again = async () => {
      const [background] = ours.context.serviceWorkers();
      for (const message of messages) {
        await background?.evaluate(sendToTab, { url: URL, message });
        await pause(READING_MS);
      }
    };
    const task = await costOf(session, again, messages.length);
    sum += task;
    console.log(`${name}, ${what}: ${ms(task)}, ${timesOf(task, walks)}`);
    const profiles: Cost[] = [];
    const tasks: Tasks[] = [];
    for (let round = 0; round < 3; round += 1) {
      await startProfile(session);
      await again();
      profiles.push(await stopProfile(session, scripts));
      tasks.push(
        await traceTasks(ours, session, async () => {
          await markBegin(session);
          await again();
        }),
      );
    }
    printProfile(profiles);
    console.log(`    longest task ${ms(least(tasks, ({ longest }) => longest))}`);
  }
  console.log(`${name}, all of these: ${ms(sum)}, ${timesOf(sum, walks)}`);
  await page.close();
}

/** Processor time of the main thread, without what the page does anyhow in that time. */
async function costOf(session: CDPSession, work: () => Promise<void>, pauses: number): Promise<number> {
  for (let round = 0; round < 3; round += 1) await work();
  const rounds: { task: number; idle: number }[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = await metricsOf(session);
    await work();
    const after = await metricsOf(session);
    await pause(READING_MS * pauses);
    rounds.push({ task: after.task - before.task, idle: (await metricsOf(session)).task - after.task });
  }
  return least(rounds, (round) => round.task) - least(rounds, (round) => round.idle);
}

async function sendToTab({ url, message }: { url: string; message: object }): Promise<void> {
  const { tabs } = (globalThis as unknown as { chrome: typeof import('wxt/browser').browser }).chrome;
  const [tab] = await tabs.query({ url });
  if (tab?.id === undefined) throw new Error(`no tab shows ${url}`);
  await tabs.sendMessage(tab.id, message);
}

function printProfile(profiles: readonly Cost[]): void {
  const [best] = [...profiles].sort((a, b) => a.total - b.total);
  console.log(
    `    by wall clock ${ms(best?.total ?? Number.NaN)}; longest stretch ${ms(least(profiles, ({ longest }) => longest))}`,
  );
  for (const [file, time] of best?.byFile.slice(0, 6) ?? [])
    console.log(`    ${ms(time).padStart(10)}  ${file}`);
}

async function openPage(profile: ChromiumProfile): Promise<{ page: Page; session: CDPSession }> {
  const page = await profile.context.newPage();
  const session = await profile.context.newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  return { page, session };
}

/** Milliseconds of processor time of the main thread, and layouts, since the page was opened. */
async function metricsOf(session: CDPSession): Promise<{ task: number; layouts: number }> {
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
  return { task: value('TaskDuration') * 1_000, layouts: value('LayoutCount') };
}

/** Until the number of marks has stood still for a while: replies may come in parts. */
async function settle(page: Page): Promise<void> {
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
function bareWalk(times: number): number {
  let length = 0;
  const from = performance.now();
  for (let time = 0; time < times; time += 1) {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      length += (node as Text).data.length;
  }
  return length > 0 ? (performance.now() - from) / times : Number.NaN;
}
