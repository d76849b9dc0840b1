/** The file that a browser saves next in a folder. */
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FileContent } from './screen.ts';

const LIMIT_MS = 20_000;

/** @throws {Error} when none is there in time */
export async function nextFileIn(folder: string, act: () => Promise<void>): Promise<FileContent> {
  const before = new Set(await readdir(folder));
  await act();
  for (const limit = performance.now() + LIMIT_MS; performance.now() < limit; await pause(50)) {
    const names = await readdir(folder);
    // Firefox writes beside an empty file of the final name, and moves over it.
    if (names.some((name) => name.endsWith('.part'))) continue;
    for (const name of names) {
      const path = join(folder, name);
      if (!before.has(name) && (await stat(path)).size > 0)
        return { name, mimeType: '', buffer: await readFile(path) };
    }
  }
  throw new Error('no file was saved');
}
