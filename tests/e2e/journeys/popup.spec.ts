/** The toolbar popup: looking a word up, what it says of the page, and the number on its button. */
import type { Tab } from '../../../scripts/support/drive.ts';
import { violationsOf } from '../support/accessible.ts';
import { marksOf, openArticle, SAMPLE } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test.describe('read only', () => {
  test.use({ onlyReads: true });

  test('the popup is used by keyboard: initials, pinyin, English, arrows, Enter; and has no accessibility fault', async ({
    profile,
  }) => {
    const { page } = await profile.openOwn('popup.html');
    const box = page.getByRole('searchbox');
    await expect(box).toBeFocused();
    const found = page.getByRole('list', { name: '查到的词语' }).getByRole('button');
    // The index is built when it is first asked.
    await box.fill('bbzl');
    await expect(found.first()).toBeVisible({ timeout: 60_000 });
    for (const typed of ['babazhanlue', 'Eight-Eight', 'bbzl']) {
      await box.fill(typed);
      await expect(found.first()).toContainText('八八战略');
    }
    await page.keyboard.press('Enter');
    await expect(page.locator('.cz-card h2')).toContainText('八八战略');
    await box.fill('问题清单');
    await expect(found.nth(1)).toBeVisible();
    const second = (await found.nth(1).locator('b').textContent()) ?? '';
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect(found.nth(1)).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(page.locator('.cz-card h2')).toContainText(second);
    const wayBack = page.getByRole('button', { name: '返回查到的词语' });
    await expect(wayBack).toBeFocused();
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(found.nth(1)).toBeFocused();

    await box.fill('没有这样的词');
    const add = page.getByRole('link', { name: '新建词条' });
    expect(await add.getAttribute('href')).toMatch(/#\/new\?label=/);
  });

  test('the popup says that a translated page is left alone', async ({ profile }) => {
    const tab = await openArticle(profile);
    await tab.evaluate(() => document.documentElement.classList.add('translated-ltr'), undefined);
    await expect.poll(() => marksOf(tab)).toEqual([]);
    const { page } = await profile.openPopup(tab);
    await expect(page.getByText('浏览器翻译了这一页')).toBeVisible();
  });
});

test('a button that goes with what it did leaves the focus where one goes on', async ({ profile, site }) => {
  const address = 'http://zjnews.zjol.com.cn/index.shtml';
  site.put(address, '<!doctype html><meta charset="utf-8"><ul><li>八八战略<li>七张问题清单</ul>');
  const tab = await profile.open(address);
  const { page } = await profile.openOwn('popup.html');
  const tabId = await page.evaluate(async (url) => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    await browser.storage.local.set({ settings: { enabled: false } });
    return (await browser.tabs.query({ url }))[0]?.id;
  }, address);
  await page.getByRole('button', { name: '启用', exact: true }).click();
  await expect(page.getByText('策注已关闭。')).toHaveCount(0);
  await expect(page.getByRole('searchbox')).toBeFocused();

  const panel = await profile.openOwn(`sidepanel.html?tab=${tabId}`);
  await panel.page.getByRole('button', { name: '标注整页' }).click();
  // What is not in view is read later.
  await tab.bringToFront();
  await expect.poll(() => marksOf(tab)).toContain('八八战略');
  await panel.bringToFront();
  await expect(panel.page.getByRole('searchbox')).toBeFocused();
});

test('the number of terms stands on the toolbar button until the reader switches it off', async ({
  profile,
}) => {
  await openArticle(profile);
  const settings = await profile.openOwn('options.html#/settings');
  const badge = () => badgeOf(settings, SAMPLE);
  await expect.poll(badge).toMatch(/^\d+$/);
  await settings.page.getByRole('checkbox', { name: '在工具栏图标上显示词数' }).uncheck();
  await expect.poll(badge).toBe('');
});

test('terms in a frame are counted as long as the frame is there', async ({ profile, site }) => {
  const address = 'http://zjnews.zjol.com.cn/zjnews/202203/t20220311_9.shtml';
  const article = (text: string) =>
    `<!doctype html><meta charset="utf-8"><h1 class="artTitle">样文</h1><div class="artCon"><p>${text}</p></div>`;
  site.put(address, article('忠实践行八八战略。'));
  const tab = await profile.open(address);
  const own = await profile.openOwn('options.html');
  await expect.poll(() => badgeOf(own, address)).toBe('1');
  await tab.bringToFront();
  const addFrame = (text: string) =>
    tab.evaluate((html) => {
      const frame = document.createElement('iframe');
      frame.srcdoc = html;
      document.body.append(frame);
    }, article(text));
  await addFrame('枫桥经验，八八战略。');
  await expect.poll(() => badgeOf(own, address)).toBe('3');
  await addFrame('七张问题清单，最多跑一次，枫桥经验。');
  await expect.poll(() => badgeOf(own, address)).toBe('6');
  await tab.evaluate(() => {
    const [first, second] = document.querySelectorAll('iframe');
    // A page may say that it goes; the browser says it of one that does.
    second?.contentWindow?.dispatchEvent(new PageTransitionEvent('pagehide'));
    first?.remove();
  }, undefined);
  await expect.poll(() => badgeOf(own, address)).toBe('4');
});

/** What stands on the toolbar button for the tab with that address. */
const badgeOf = (own: Tab, address: string): Promise<string> =>
  own.evaluate(async (url) => {
    const { browser = chrome } = globalThis as { browser?: typeof chrome };
    const [tab] = await browser.tabs.query({ url: `${url}*` });
    return browser.action.getBadgeText({ tabId: tab?.id ?? 0 });
  }, address);
