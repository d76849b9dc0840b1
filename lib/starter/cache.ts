/**
 * Results that depend on the texts of files alone, kept under `node_modules/.cache/cezhu` by a hash of those texts.
 *
 * Losing the folder costs time, never a result: what is not there, or cannot be read, is made again.
 */
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CACHE_FOLDER = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules/.cache/cezhu');

/**
 * The JSON value that `make` yields for `texts`: the one kept under `name` when it was made from the same texts.
 * Only the latest is kept.
 */
export async function cachedByContent<T>(
  name: string,
  texts: readonly string[],
  make: () => T,
  folder = CACHE_FOLDER,
): Promise<T> {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(`${text.length}\n${text}`);
  const key = hash.digest('hex');
  const file = join(folder, `${name}.json`);
  const kept = await readKept(file);
  if (kept?.key === key) return kept.value as T;
  const value = make();
  await keep(file, JSON.stringify({ key, value }));
  return value;
}

async function readKept(file: string): Promise<{ key: string; value: unknown } | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Written aside and moved, so that a command running at the same time never reads half a file. */
async function keep(file: string, text: string): Promise<void> {
  const aside = `${file}.${process.pid}`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(aside, text);
    await rename(aside, file);
  } catch {
    // A read-only checkout builds without a cache.
  }
}
