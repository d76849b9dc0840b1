/**
 * The Chromium to test with: named by `CEZHU_CHROMIUM`, found on the machine, or installed where that is allowed.
 *
 * Branded Google Chrome is not looked for: it ignores `--load-extension`.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from '@playwright/test';

const NAMES = ['chromium', 'chromium-browser', 'ungoogled-chromium'];
const PLACES = ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/snap/bin/chromium'];

/** @returns the executable, or `undefined` where there is none yet. @throws {Error} when the named one is missing. */
export function findChromium(): string | undefined {
  const named = process.env.CEZHU_CHROMIUM;
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) throw new Error(`CEZHU_CHROMIUM names no executable: ${named}`);
    return named;
  }
  return [...onPath(NAMES), ...PLACES, chromium.executablePath()].find(isExecutable);
}

/** Finds Chromium or installs it. @throws {Error} with the one line that says what to do. */
export function requireChromium(): string {
  const found = findChromium();
  if (found !== undefined) return found;
  if (isDebianRoot()) {
    aptInstall(['chromium']);
  } else {
    console.error('cezhu: no Chromium found: downloading the one that Playwright brings …');
    const { resolve } = createRequire(import.meta.url);
    const cli = join(dirname(resolve('playwright/package.json')), 'cli.js');
    spawnSync(process.execPath, [cli, 'install', 'chromium'], { stdio: ['ignore', 2, 2] });
  }
  const installed = findChromium();
  if (installed !== undefined) return installed;
  throw new Error(
    'no Chromium: install it (Debian: sudo apt-get install chromium) or set CEZHU_CHROMIUM to its path',
  );
}

/** Programs of these names on the search path, in order. */
export function onPath(names: readonly string[]): string[] {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  return names
    .flatMap((name) => folders.flatMap((folder) => endings.map((end) => join(folder, name + end))))
    .filter(isExecutable);
}

/** Whether packages can be installed without asking anyone for a password. */
export function isDebianRoot(): boolean {
  if (process.getuid?.() !== 0 || !existsSync('/etc/os-release')) return false;
  return /^ID(_LIKE)?=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'));
}

export function aptInstall(packages: readonly string[]): boolean {
  console.error(`cezhu: installing ${packages.join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const install = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  const run = (args: string[]) =>
    spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 2] }).status === 0;
  return run(install) || (run(['update', '-qq']) && run(install));
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
