/** The Firefox to test with: named by `CEZHU_FIREFOX`, found on the machine, or installed where that is allowed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { aptInstall, isDebianRoot, onPath } from './find-chromium.ts';
import { OLDEST } from './oldest-browsers.ts';

const LEAST = Number.parseInt(OLDEST.firefox, 10);
const NAMES = ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'];
const PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** @throws {Error} with the one line that says what to install. */
export function requireFirefox(): string {
  const named = process.env.CEZHU_FIREFOX;
  if (named !== undefined && named !== '') return named;
  const find = () => [...onPath(NAMES), ...PLACES.filter((place) => existsSync(place))].find(isNewEnough);
  const found = find() ?? (isDebianRoot() && aptInstall(['firefox-esr']) ? find() : undefined);
  if (found !== undefined) return found;
  throw new Error(
    `no Firefox ${LEAST} or newer: install it (Debian: sudo apt-get install firefox-esr) or set CEZHU_FIREFOX to its path`,
  );
}

function isNewEnough(firefox: string): boolean {
  const { stdout } = spawnSync(firefox, ['--version'], { encoding: 'utf8' });
  return Number(/(\d+)\./.exec(stdout ?? '')?.[1] ?? 0) >= LEAST;
}
