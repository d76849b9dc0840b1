/** Pages of one origin that hold the glossary room, on Chromium's own IndexedDB. */
import { test as base, type Page } from '@playwright/test';
import { bundleRoom, withProfile } from '../../scripts/support/storage-room.ts';
import type { Room } from '../fixtures/storage/main.ts';

export { expect } from '@playwright/test';

declare global {
  interface Window {
    room: Room;
  }
}

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
      await use(await bundleRoom());
    },
    { scope: 'worker' },
  ],
  open: async ({ script }, use) => {
    await withProfile((context) =>
      use(async (before = '', host = 'storage.example') => {
        const page = await context.newPage();
        await page.exposeFunction('die', () => void page.close());
        // A secure address: Web Locks exist only there.
        await page.goto(`https://${host}/`);
        await page.addScriptTag({ content: `${before};${script}` });
        return page;
      }),
    );
  },
});
