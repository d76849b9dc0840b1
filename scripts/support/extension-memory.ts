/** Memory of the process that holds the extension's background, pages and workers. */
import { readdir, readFile } from 'node:fs/promises';
import type { ChromiumProfile } from './chromium.ts';

/** Private memory in MB, after garbage was collected; `NaN` where the system does not tell (only Linux does). */
export async function memoryOf(profile: ChromiumProfile): Promise<number> {
  for (const page of profile.context.pages().filter((each) => each.url().startsWith(profile.origin))) {
    const session = await profile.context.newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    await session.detach();
  }
  return privateMemory(profile);
}

/** The most that was in use at one time, garbage and all, MB: looked at ten times a second until told to stop. */
export function watchMemory(profile: ChromiumProfile): () => Promise<number> {
  let most = 0;
  let looking: Promise<void> | undefined;
  const timer = setInterval(() => {
    looking ??= privateMemory(profile).then((memory) => {
      most = Math.max(most, memory);
      looking = undefined;
    });
  }, 100);
  return async () => {
    clearInterval(timer);
    await looking;
    return most;
  };
}

async function privateMemory({ folder }: ChromiumProfile): Promise<number> {
  let kilobytes = Number.NaN;
  for (const pid of await readdir('/proc').catch(() => [])) {
    if (!/^\d+$/.test(pid)) continue;
    const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    if (!command.includes('--extension-process') || !command.includes(folder)) continue;
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '');
    const sum = [...rollup.matchAll(/^Private_(?:Clean|Dirty):\s+(\d+) kB/gm)].reduce(
      (all, [, part]) => all + Number(part),
      0,
    );
    kilobytes = (Number.isNaN(kilobytes) ? 0 : kilobytes) + sum;
  }
  return Math.round(kilobytes / 1_024);
}
