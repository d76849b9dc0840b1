/**
 * `npm run store-lint`: Mozilla's own linter over the Firefox build, as the store runs it.
 *
 * web-ext is fetched for the occasion: as a dependency it would double what `npm ci` installs.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, wxt } from './support/tool.ts';

const WEB_EXT = 'web-ext@10.7.0';

await wxt('build', 'firefox');
const build = join(ROOT, '.output', 'firefox-mv3');
const args = ['--yes', `--package=${WEB_EXT}`, '--', 'web-ext', 'lint', '--no-config-discovery', '-s', build];
const { status } = spawnSync('npx', args, { stdio: 'inherit', shell: process.platform === 'win32' });
process.exitCode = status ?? 1;
