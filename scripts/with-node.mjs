#!/usr/bin/env node
/**
 * Runs a command of the project on a Node that is new enough, with its packages installed.
 *
 *   node scripts/with-node.mjs COMMAND [ARGUMENT]...
 *
 * Plain JavaScript that any Node since 18 reads. An older Node fetches a pinned current one through npx, outside
 * the dependencies (the package `node` runs an install script, which no dependency may do), and goes on with it.
 * Only the command itself writes to standard output.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const NODE = 'node@24.21.0';
/** The first Node that has Web Locks, which the glossary's writes hold: the tests and commands run them too. */
const LEAST = [24, 5];
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const npx = process.platform === 'win32' ? 'npx.cmd' : 'npx';
const shell = process.platform === 'win32';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < LEAST[0] || (major === LEAST[0] && minor < LEAST[1])) {
  const here = fileURLToPath(import.meta.url);
  const args = ['--yes', `--package=${NODE}`, '--', 'node', here, ...process.argv.slice(2)];
  const { status, error } = spawnSync(npx, args, { stdio: 'inherit', shell });
  if (error)
    console.error(`Node ${LEAST.join('.')} or newer is needed, and npx could not fetch it: ${error.message}`);
  process.exit(status ?? 1);
}

installPackages();
prepareTypes();

const [command = '', ...rest] = process.argv.slice(2);
const script = join(root, 'scripts', `${command}.ts`);
if (!/^[a-z-]+$/.test(command) || !existsSync(script)) {
  console.error(`no such command: ${command}`);
  process.exit(2);
}
process.argv = [process.argv[0], script, ...rest];
await import(pathToFileURL(script).href);

/** Installs the locked packages when the lock file is not the one they were installed from. */
function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  const stamp = join(root, 'node_modules', '.cezhu-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  run(npm, ['ci', '--no-audit', '--no-fund', '--loglevel=error'], 'installing packages');
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, lock);
}

/** WXT writes the types and the tsconfig that ours extends. */
function prepareTypes() {
  if (existsSync(join(root, '.wxt', 'tsconfig.json'))) return;
  run(process.execPath, [join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs'), 'prepare'], 'preparing types');
}

function run(program, args, what) {
  console.error(`cezhu: ${what} …`);
  // 2 for standard output: results alone belong there.
  const { status } = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: shell && program === npm,
  });
  if (status !== 0) {
    console.error(`cezhu: ${what} failed`);
    process.exit(1);
  }
}
