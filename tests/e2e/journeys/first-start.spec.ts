/** The page that opens after installation: that it does, Cezhu at work on its example, what can be chosen, and axe. */
import type { Profile } from '../../../scripts/support/drive.ts';
import { readCard } from '../../../scripts/support/marks.ts';
import { violationsOf } from '../support/accessible.ts';
import { hover, marksOf, openArticle } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test.describe('after installation', () => {
  test.use({ profileOptions: { welcome: 'kept' }, firstStart: true });
  test('the page opens by itself, once, and what is chosen there holds at once', async ({ profile }) => {
    const tab = await profile.findTab(`${profile.origin}/welcome.html`);
    const { page } = tab;
    const opened = () =>
      tab.evaluate(async (url) => {
        const { browser = chrome } = globalThis as { browser?: typeof chrome };
        return (await browser.tabs.query({ url })).length;
      }, `${profile.origin}/welcome.html`);
    expect(await opened()).toBe(1);
    await tab.bringToFront();
    // It may have opened before its tab was given the language of this test.
    await tab.reload();
    await expect(page.locator('h1')).toHaveText('读官方新闻，政策用语就地有注');
    await expect(page.getByText('词库已就绪。')).toBeVisible({ timeout: 60_000 });
    await expect.poll(() => marksOf(tab)).toEqual(expect.arrayContaining(['八八战略', '七张问题清单']));
    await hover(tab, '七张问题清单');
    await expect.poll(() => readCard(tab)).toContain('qī zhāng wèn tí qīng dān');
    await tab.press('Escape');
    await expect(page.getByText('Alt+Shift+J')).toBeVisible();
    expect(await violationsOf(page)).toEqual([]);

    await page.getByRole('group', { name: '界面语言' }).getByLabel('English').check();
    await expect(page.locator('h1')).toContainText('Official Chinese news');
    await expect.poll(() => marksOf(tab)).toContain('八八战略');
    await page
      .getByRole('group', { name: 'How many mentions are marked' })
      .getByLabel('Every mention')
      .check();
    const kept = () =>
      tab.evaluate(async () => {
        const { browser = chrome } = globalThis as { browser?: typeof chrome };
        return (await browser.storage.local.get('settings')).settings;
      }, undefined);
    await expect.poll(kept).toMatchObject({ interfaceLanguage: 'en', density: 'every' });
    await page.getByRole('link', { name: 'All settings' }).click();
    await expect(page.getByRole('group', { name: 'How many mentions are marked' })).toBeVisible();
    await expect(page.getByLabel('Every mention')).toBeChecked();
  });
});

test.describe('dark, English, 360 px wide', () => {
  test.use({
    profileOptions: { scheme: 'dark', language: 'en-US', viewport: { width: 360, height: 720 } },
  });
  test('the welcome page breaks no rule that axe knows, and is no wider than the window', async ({
    profile,
  }) => {
    const { page } = await profile.openOwn('welcome.html');
    await expect(page.getByText('glossary is ready')).toBeVisible({ timeout: 60_000 });
    expect(await violationsOf(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  });
});

/** Pages that say welcome, once the background has done what it does after an update. */
async function welcomes(profile: Profile): Promise<number> {
  const own = await profile.openOwn('reader.html');
  // The listener that would open it also makes the menu, and later.
  const hasMenu = () =>
    own.evaluate(async () => {
      const { browser = chrome } = globalThis as { browser?: typeof chrome };
      return browser.contextMenus.update('add-selection', {}).then(
        () => true,
        () => false,
      );
    }, undefined);
  await expect.poll(hasMenu).toBe(true);
  return own.evaluate(async (url) => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    return (await browser.tabs.query({ url })).length;
  }, `${profile.origin}/welcome.html`);
}

test('an update opens no welcome page, nor where the profile does not remember that one was shown', async ({
  profile,
}) => {
  const tab = await openArticle(profile);
  for (const remembers of [true, false]) {
    if (!remembers) {
      const own = await profile.openOwn('reader.html');
      await own.evaluate(() => chrome.storage.local.remove('welcomeShown'), undefined);
    }
    await tab.bringToFront();
    await tab.evaluate(() => CSS.highlights.clear(), undefined);
    await profile.extension('update');
    // Who marks the page now is the new script.
    await expect.poll(() => marksOf(tab)).toContain('审计');
    expect(await welcomes(profile)).toBe(0);
  }
});
