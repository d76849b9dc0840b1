/** Running the tools that `npm ci` installed, from the project's root. */
import { type SpawnOptions, spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import type { Readable } from 'node:stream';

export const ROOT = join(import.meta.dirname, '..', '..');

/** Runs a tool with its output on standard error and says whether it succeeded. */
export async function runTool(name: string, ...args: string[]): Promise<boolean> {
  return (await finish(start(name, args, 2))) === 0;
}

/** Runs a tool and returns what it wrote to standard output, whatever its exit code. */
export async function readTool(name: string, ...args: string[]): Promise<string> {
  const child = start(name, args, 'pipe');
  const output = collect(child.stdout);
  await finish(child);
  return output.join('');
}

/** Runs WXT, silently: a build or package for one browser, or its types. @throws {Error} with WXT's own words. */
export async function wxt(
  command: 'build' | 'zip' | 'prepare',
  browser: 'chrome' | 'firefox' = 'chrome',
): Promise<void> {
  const options = command === 'prepare' ? [] : ['--browser', browser, '--mv3'];
  const child = start('wxt', [command, ...options], 'pipe', 'pipe');
  const output = [collect(child.stdout), collect(child.stderr)];
  if ((await finish(child)) !== 0)
    throw new Error(`wxt ${command} ${options.join(' ')} failed:\n${output.flat().join('')}`);
}

function start(name: string, args: string[], stdout: 'pipe' | 2, stderr: 'pipe' | 2 = 2) {
  const isWindows = process.platform === 'win32';
  const options: SpawnOptions = {
    cwd: ROOT,
    shell: isWindows,
    stdio: ['ignore', stdout, stderr],
    env: {
      ...process.env,
      ...(process.stderr.isTTY ? {} : { NO_COLOR: '1' }),
      // Tools start with `env node`: the Node that runs us, not an older one that may come first on the path.
      PATH: `${dirname(process.execPath)}${delimiter}${process.env.PATH ?? ''}`,
    },
  };
  return spawn(join(ROOT, 'node_modules', '.bin', isWindows ? `${name}.cmd` : name), args, options);
}

function collect(stream: Readable | null): string[] {
  const chunks: string[] = [];
  stream?.setEncoding('utf8').on('data', (chunk: string) => chunks.push(chunk));
  return chunks;
}

const finish = (child: ReturnType<typeof spawn>) =>
  new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', resolve);
  });
