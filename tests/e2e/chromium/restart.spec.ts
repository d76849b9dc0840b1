/** A browser that starts again: Firefox drops an extension installed by its driver when it ends. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChromiumProfile, launchChromium } from '../../../scripts/support/chromium.ts';
import { openArticle } from '../support/reading.ts';
import { builtFor, expect, test } from '../support/test.ts';

/** Pages that say welcome, once the background has done what it does when it starts. */
async function welcomes(profile: ChromiumProfile): Promise<number> {
  await openArticle(profile);
  const worker = await profile.worker();
  // The listener that would open it also makes the menu, and later.
  const hasMenu = () =>
    worker.evaluate(() =>
      chrome.contextMenus.update('add-selection', {}).then(
        () => true,
        () => false,
      ),
    );
  await expect.poll(hasMenu).toBe(true);
  return profile.context.pages().filter((page) => page.url().endsWith('/welcome.html')).length;
}

test('the welcome page opens after installation, and not when the browser starts again', async ({ site }) => {
  const extension = builtFor('chrome-mv3');
  const kept = await mkdtemp(join(tmpdir(), 'cezhu-kept-'));
  const installed = await launchChromium({ extension, port: site.port, welcome: 'kept' });
  expect(await welcomes(installed)).toBe(1);
  await installed.close(kept);
  const restarted = await launchChromium({ extension, port: site.port, from: kept });
  try {
    expect(await welcomes(restarted)).toBe(0);
  } finally {
    await restarted.close();
    await rm(kept, { recursive: true });
  }
});
