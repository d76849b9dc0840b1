import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Paths of the files in a folder and below it whose name matches. */
export async function filesIn(folder: string, name: RegExp): Promise<string[]> {
  const found = await readdir(folder, { recursive: true });
  return found.filter((each) => name.test(each)).map((each) => join(folder, each));
}
