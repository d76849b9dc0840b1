import { readFile, writeFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { zipSync } from 'fflate';
import { filesIn } from './files-in.ts';

/** Packs an unpacked extension as a browser installs it. @returns the path of the package */
export async function packFolder(folder: string, into: string): Promise<string> {
  const files: Record<string, Uint8Array> = {};
  for (const path of await filesIn(folder, /\.\w+$/))
    files[relative(folder, path).replaceAll(sep, '/')] = await readFile(path);
  await writeFile(into, zipSync(files, { level: 0 }));
  return into;
}
