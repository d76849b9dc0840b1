/**
 * The longest task of a page's main thread, by the browser's own trace: whole tasks, with what the browser does for us in
 * them (reading messages, painting marks), in processor time, since others share the machine.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { CDPSession } from '@playwright/test';
import type { ChromiumProfile } from '../chromium.ts';

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline', 'blink.user_timing'];
const BEGIN = 'bench-begin';
const END = 'bench-end';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** Milliseconds. */
export interface Tasks {
  readonly longest: number;
  /** Of those in which a script of an extension is parsed and run for the first time. */
  readonly longestWithScript: number;
}

/** Follows the main thread of a page while `work` runs. The page must not change its address meanwhile. */
export async function traceTasks(
  { context }: ChromiumProfile,
  page: CDPSession,
  work: () => Promise<unknown>,
): Promise<Tasks> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (browser === undefined) throw new Error('a browser that cannot be traced');
  const events: TraceEvent[] = [];
  browser.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  const done = new Promise((resolve) => browser.once('Tracing.tracingComplete', resolve));
  await browser.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  });
  await work();
  await mark(page, END);
  await browser.send('Tracing.end');
  await done;
  await browser.detach();
  return tasksIn(events);
}

/** What runs before it in the page does not count. */
export const markBegin = (page: CDPSession): Promise<unknown> => mark(page, BEGIN);

/** Evaluates by the protocol alone: the driver's own helpers are a task of 20 ms. */
export async function until(page: CDPSession, expression: string): Promise<void> {
  for (;;) {
    const { result } = await page.send('Runtime.evaluate', { expression });
    if (result.value === true) return;
    await pause(50);
  }
}

const mark = (page: CDPSession, name: string): Promise<unknown> =>
  page.send('Runtime.evaluate', { expression: `performance.mark('${name}'); true` });

function tasksIn(events: readonly TraceEvent[]): Tasks {
  const end = events.findLast(({ name }) => name === END);
  if (end === undefined) throw new Error('a trace without its end');
  const here = events.filter(({ pid, tid, ts }) => pid === end.pid && tid === end.tid && ts < end.ts);
  const begin =
    here.findLast(({ name }) => name === BEGIN || name === 'domContentLoadedEventStart')?.ts ?? Number.NaN;
  const tasks = here.filter(({ name, ts, dur = 0 }) => name === 'RunTask' && ts + dur > begin);
  const scripts = here.filter(
    ({ name, args }) =>
      name === 'EvaluateScript' && args?.data?.url?.startsWith('chrome-extension:') === true,
  );
  const holdsScript = ({ ts, dur = 0 }: TraceEvent): boolean =>
    scripts.some((script) => script.ts >= ts && script.ts < ts + dur);
  const longest = (some: readonly TraceEvent[]): number =>
    Math.max(0, ...some.map(({ tdur = Number.NaN }) => tdur / 1_000));
  return { longest: longest(tasks), longestWithScript: longest(tasks.filter(holdsScript)) };
}
