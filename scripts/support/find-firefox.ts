/** The Firefox to test with: named by `CEZHU_FIREFOX`, found on the machine, or installed where that is allowed. */
import { existsSync } from 'node:fs';
import { aptInstall, isDebianRoot, onPath } from './find-chromium.ts';

const NAMES = ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'];
const PLACES = [
  '/Applications/Firefox.app/Contents/MacOS/firefox',
  'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
];

/** @throws {Error} with the one line that says what to install. */
export function requireFirefox(): string {
  const named = process.env.CEZHU_FIREFOX;
  if (named !== undefined && named !== '') return named;
  const find = () => onPath(NAMES)[0] ?? PLACES.find((place) => existsSync(place));
  const found = find() ?? (isDebianRoot() && aptInstall(['firefox-esr']) ? find() : undefined);
  if (found !== undefined) return found;
  throw new Error(
    'no Firefox: install it (149 or newer; Debian: sudo apt-get install firefox-esr) or set CEZHU_FIREFOX to its path',
  );
}
