/** Pages of one origin that hold the glossary room, on Chromium's own IndexedDB. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { requireChromium } from '../../scripts/support/find-chromium.ts';
import type { Room } from '../fixtures/storage/main.ts';

export { expect } from '@playwright/test';

declare global {
  interface Window {
    room: Room;
  }
}

const FIXTURE = join(import.meta.dirname, '..', 'fixtures', 'storage');

interface PerWorker {
  script: string;
}
interface PerTest {
  /**
   * Opens one more page. Pages of one host share one database; `before` runs ahead of the room's own code, and
   * `window.die()` closes the page without a word.
   */
  open: (before?: string, host?: string) => Promise<Page>;
}

export const test = base.extend<PerTest, PerWorker>({
  script: [
    async ({ browserName: _ }, use) => {
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
      await use(chunk?.code ?? '');
    },
    { scope: 'worker' },
  ],
  open: async ({ script }, use) => {
    // On disk: databases in memory know no quota.
    const folder = await mkdtemp(join(tmpdir(), 'cezhu-storage-'));
    const context = await chromium.launchPersistentContext(folder, {
      executablePath: requireChromium(),
      args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
    });
    await context.route('**/*', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>storage</title>' }),
    );
    await use(async (before = '', host = 'storage.example') => {
      const page = await context.newPage();
      await page.exposeFunction('die', () => void page.close());
      // A secure address: Web Locks exist only there.
      await page.goto(`https://${host}/`);
      await page.addScriptTag({ content: `${before};${script}` });
      return page;
    });
    await context.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  },
});
