/** The welcome page belongs to the installation: no start of the browser and no update opens it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ChromiumProfile, launchChromium } from '../../../scripts/support/chromium.ts';
import { marksOf, openArticle } from '../support/reading.ts';
import { builtFor, expect, test } from '../support/test.ts';

/** Pages that say welcome, once the background has done what it does when it starts. */
async function welcomes(profile: ChromiumProfile): Promise<number> {
  await openArticle(profile);
  const worker = await profile.worker();
  // The listener that would open it also makes the menu, and later.
  await expect
    .poll(() =>
      worker.evaluate(() =>
        chrome.contextMenus.update('add-selection', {}).then(
          () => true,
          () => false,
        ),
      ),
    )
    .toBe(true);
  return profile.context.pages().filter((page) => page.url().endsWith('/welcome.html')).length;
}

test('after installation it opens; after a restart of the browser and after an update it does not', async ({
  site,
}) => {
  const extension = builtFor('chrome-mv3');
  const kept = await mkdtemp(join(tmpdir(), 'cezhu-kept-'));
  const installed = await launchChromium({ extension, port: site.port, welcome: 'kept' });
  expect(await welcomes(installed)).toBe(1);
  await installed.close(kept);

  const restarted = await launchChromium({ extension, port: site.port, from: kept });
  try {
    expect(await welcomes(restarted)).toBe(0);
    const tab = await restarted.findTab('http://zjrb');
    await tab.evaluate(() => CSS.highlights.clear(), undefined);
    await restarted.extension('update');
    // Who marks the page now is the new script.
    await expect.poll(() => marksOf(tab)).toContain('审计');
    expect(await welcomes(restarted)).toBe(0);

    // Nor where the profile does not remember it: from before there was such a page.
    await (await restarted.worker()).evaluate(() => chrome.storage.local.remove('welcomeShown'));
    await restarted.extension('update');
    expect(await welcomes(restarted)).toBe(0);
  } finally {
    await restarted.close();
    await rm(kept, { recursive: true });
  }
});
