/** A font with Chinese glyphs, without which pages and pictures show boxes. */
import { spawnSync } from 'node:child_process';
import { aptInstall, isDebianRoot } from './find-chromium.ts';

/** Installs a CJK font where that is allowed; else says in one line what is missing. Tests do not depend on it. */
export function ensureChineseFont(): void {
  if (process.platform !== 'linux' || hasChineseFont()) return;
  if (isDebianRoot() && aptInstall(['fonts-noto-cjk', 'fontconfig']) && hasChineseFont()) return;
  console.error(
    'cezhu: no font with Chinese characters: install one (Debian: sudo apt-get install fonts-noto-cjk)',
  );
}

const hasChineseFont = () =>
  spawnSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).stdout?.trim().length > 0;
