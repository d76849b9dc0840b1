/** How large what we ship may be, and what must not stand in it. Read from the build. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ROOT } from './tool.ts';

/**
 * Kilobytes (1,000 bytes). Content scripts run in every official page, so they are counted together; the card is parsed
 * apart, and takes what both need from the script that reads the article.
 */
const CONTENT_SCRIPTS_GZIP = 39.7;
const PACKAGE_GZIP = 6_000;

export interface Size {
  readonly file: string;
  readonly bytes: number;
  readonly gzip: number;
}

/** Every file of one build, largest first. */
export function measureBuild(target: string): Size[] {
  const root = join(ROOT, '.output', target);
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const body = readFileSync(path);
      return { file: relative(root, path), bytes: body.length, gzip: gzipSync(body).length };
    })
    .sort((a, b) => b.bytes - a.bytes);
}

/** Prints what counts and says whether the build stays within the budget. */
export function keepsBudget(target: string): boolean {
  const sizes = measureBuild(target);
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const scripts = sizes.filter(({ file }) => /^content-scripts[/\\].*\.js$/.test(file));
  const whole = sizes.reduce((sum, { gzip }) => sum + gzip, 0);
  for (const { file, bytes, gzip } of [...scripts, ...sizes.filter(({ file }) => file === 'background.js')])
    console.error(`${target} ${file}: ${kb(bytes)}, ${kb(gzip)} gzip`);
  console.error(`${target} as a whole: ${kb(whole)} gzip`);
  if (scripts.length === 0) console.error(`${target} has no content script`);
  const inPages = scripts.reduce((sum, { gzip }) => sum + gzip, 0);
  return scripts.length > 0 && inPages <= CONTENT_SCRIPTS_GZIP * 1000 && whole <= PACKAGE_GZIP * 1000;
}
