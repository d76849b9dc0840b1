/** The glossary room bundled for a page of its own, and a Chromium profile on disk to run it in. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium } from '@playwright/test';
import { build } from 'vite';
import { requireChromium } from './find-chromium.ts';
import { ROOT } from './tool.ts';

const FIXTURE = join(ROOT, 'tests', 'fixtures', 'storage');

/** The script that puts `window.room` into a page. */
export async function bundleRoom(): Promise<string> {
  const result = await build({
    root: FIXTURE,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      lib: { entry: join(FIXTURE, 'main.ts'), formats: ['iife'], name: 'cezhu' },
    },
  });
  if (!Array.isArray(result)) throw new Error('a library is built into a list of outputs');
  const [chunk] = result.flatMap(({ output }) => output).filter((each) => each.type === 'chunk');
  return chunk?.code ?? '';
}

/** Every address answers with an empty page. On disk: databases in memory know no quota, and are faster than real. */
export async function withProfile<Result>(
  use: (context: BrowserContext) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(tmpdir(), 'cezhu-storage-'));
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: requireChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  await context.route('**/*', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>storage</title>' }),
  );
  const result = await use(context);
  await context.close();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  return result;
}
