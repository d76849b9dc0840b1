/** What the parts of a first visit cost a page, each by itself and with everything loaded. */
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession } from '@playwright/test';
import type { ChromiumProfile } from '../chromium.ts';
import { type Cost, startProfile, stopProfile } from '../page-profile.ts';
import {
  least,
  metricsOf,
  openPage,
  printProfile,
  READING_MS,
  ROUNDS,
  settle,
  timesOf,
  type Walks,
} from './main-thread.ts';
import { ms } from './pages.ts';
import { markBegin, type Tasks, traceTasks } from './tasks.ts';

/** Messages that a page that was read is sent. */
const AGAIN: readonly (readonly [what: string, messages: readonly object[]])[] = [
  ['read again', [{ call: 'command.run', request: { name: 'annotate-page' } }]],
  ['asked about again', [{ call: 'marks.refresh', request: { stamp: '' } }]],
  [
    'marks taken away and painted again',
    Array(2).fill({ call: 'command.run', request: { name: 'toggle-marks' } }),
  ],
];

/** @param url of the page; @param scripts folder of the content scripts in the build */
export async function benchAgain(
  ours: ChromiumProfile,
  { url, scripts, name }: { readonly url: string; readonly scripts: string; readonly name: string },
  walks: Walks,
): Promise<void> {
  const { page, session } = await openPage(ours);
  await page.goto(url, { waitUntil: 'load' });
  await settle(page);
  let sum = 0;
  for (const [what, messages] of AGAIN) {
    const again = async () => {
      const [background] = ours.context.serviceWorkers();
      for (const message of messages) {
        await background?.evaluate(sendToTab, { url, message });
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
