/**
 * The suggested shortcuts, pressed as a hand presses them: Chromium and Firefox in a window, keys from the X server.
 *
 * Headless browsers hear no shortcut of an extension, so the tests tell the background of them; this shows that the keys
 * themselves arrive. It needs xvfb, xdotool and a window manager (Debian: xvfb xdotool openbox):
 *
 *   npm run build
 *   xvfb-run -a sh -c 'openbox & node scripts/with-node.mjs press-keys'
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { launchChromium } from './support/chromium.ts';
import type { Profile } from './support/drive.ts';
import { launchFirefox } from './support/firefox.ts';
import { readCard, readMarks } from './support/marks.ts';
import { serveSite } from './support/site-server.ts';
import { ROOT } from './support/tool.ts';

const ARTICLE = 'http://zjrb.zjol.com.cn/html/2022-03/11/content_1.htm';
const LIMIT_MS = 8_000;

const site = await serveSite();
try {
  for (const [launch, build] of [
    [launchChromium, 'chrome-mv3'],
    [launchFirefox, 'firefox-mv3'],
  ] as const) {
    const extension = join(ROOT, '.output', build);
    const profile = await launch({ extension, port: site.port, headless: false });
    try {
      await pressAll(profile);
    } finally {
      await profile.close();
    }
  }
} finally {
  await site.close();
}

async function pressAll(profile: Profile): Promise<void> {
  const tab = await profile.open(ARTICLE);
  await tab.bringToFront();
  const marks = async () => (await readMarks(tab)).length;
  if (!(await comesTrue(async () => (await marks()) > 0))) throw new Error('the article is not marked');
  xdotool('search', '--sync', '--onlyvisible', '--class', profile.kind, 'windowfocus');
  const term = async () => (await readCard(tab)).trim().split('\n')[0] ?? '';
  let before = '';
  const isAnother = async () => ![before, ''].includes(await term());
  const steps: readonly (readonly [key: string, expected: string, isSo: () => Promise<boolean>])[] = [
    ['j', 'the first term', isAnother],
    ['j', 'the next one', isAnother],
    ['k', 'the one before', isAnother],
    ['l', 'closed', async () => (await term()) === ''],
    ['l', 'open again', isAnother],
    ['m', 'no marks', async () => (await marks()) === 0],
    ['m', 'marks again', async () => (await marks()) > 0],
  ];
  for (const [key, expected, isSo] of steps) {
    xdotool('key', `alt+shift+${key}`);
    const hasCome = await comesTrue(isSo);
    if (!hasCome) process.exitCode = 1;
    before = await term();
    console.log(
      `${profile.kind}  Alt+Shift+${key.toUpperCase()}  ${hasCome ? '✔' : '✘'} ${expected} ${before}`,
    );
  }
}

async function comesTrue(isSo: () => Promise<boolean>): Promise<boolean> {
  const limit = performance.now() + LIMIT_MS;
  while (!(await isSo())) {
    if (performance.now() > limit) return false;
    await pause(100);
  }
  return true;
}

function xdotool(...args: readonly string[]): void {
  const { status, error } = spawnSync('xdotool', args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`xdotool ${args.join(' ')}: ${error?.message ?? `exit ${status}`}`);
}
