/**
 * What Cezhu costs the page's main thread: on the first visit, with everything that the browser loads once, and when a
 * page that was read is read, asked about and painted again; all as a ratio to one bare walk over its text nodes. There
 * are two: the first one of a fresh page, which makes the strings that a script reads (cold), and one of twenty in a row.
 */
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ChromiumProfile } from '../chromium.ts';
import { type Cost, startProfile, stopProfile } from '../page-profile.ts';
import { benchAgain } from './again.ts';
import {
  bareWalk,
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
import { HOST, ms } from './pages.ts';
import { type Tasks, traceTasks, until } from './tasks.ts';

const URL = `${HOST}/t20220311_2.shtml`;

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
  await benchAgain(ours, { url: URL, scripts, name }, walks);
}

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
