/** Looking a word up: in the toolbar popup, and from the address bar. */
import AxeBuilder from '@axe-core/playwright';
import type { Dispatching } from '../../../scripts/support/chromium.ts';
import { SAMPLE } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test('the popup is used by keyboard: initials, pinyin, English, arrows, Enter; and has no accessibility fault', async ({
  chromium,
}) => {
  const { page } = await chromium.openOwn('popup.html');
  const box = page.getByRole('searchbox');
  await expect(box).toBeFocused();
  const found = page.getByRole('list', { name: '查到的词语' }).getByRole('button');
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
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  await box.fill('没有这样的词');
  await expect(page.getByRole('link', { name: '新建词条' })).toHaveAttribute('href', /#\/new\?label=/);
});

test('the address bar suggests entries by label, pinyin, initials and English; Enter opens the list with it', async ({
  chromium,
}) => {
  // Whoever looks up for the first time in the popup builds the index that the address bar uses, too.
  const popup = await chromium.openOwn('popup.html');
  await popup.page.getByRole('searchbox').fill('bbzl');
  await expect(popup.page.getByRole('button', { name: /^八八战略/ })).toBeVisible();
  const worker = await chromium.worker();
  // As the browser does: the suggestions go to its list.
  const suggested = (text: string) =>
    worker.evaluate(
      (typed) =>
        new Promise<string[]>((resolve) => {
          const { onInputChanged } = chrome.omnibox as unknown as { onInputChanged: Dispatching };
          const show = (list: { content: string; description: string }[]) =>
            resolve(list.map(({ content, description }) => `${content}: ${description}`));
          onInputChanged.dispatch(typed, show);
        }),
      text,
    );
  for (const typed of ['八八战', 'babazhan', 'bbzl', 'eight-eight'])
    await expect
      .poll(() => suggested(typed), typed)
      .toContainEqual(expect.stringMatching(/^八八战略: 八八战略 – ./));
  await worker.evaluate(() => {
    const { onInputEntered } = chrome.omnibox as unknown as { onInputEntered: Dispatching };
    onInputEntered.dispatch('八八战略', 'currentTab');
  });
  const list = await chromium.findTab(`${chromium.origin}/options.html`);
  await expect(list.page.getByRole('link', { name: '八八战略', exact: true })).toBeVisible();
});

test('the number of terms stands on the toolbar button until the reader switches it off', async ({
  chromium,
}) => {
  const worker = await chromium.worker();
  await chromium.open(SAMPLE);
  const badge = () =>
    worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ url: '*://zjrb.zjol.com.cn/*' });
      return chrome.action.getBadgeText({ tabId: tab?.id ?? 0 });
    });
  await expect.poll(badge).toMatch(/^\d+$/);
  const { page } = await chromium.openOwn('options.html#/settings');
  await page.getByRole('checkbox', { name: '在工具栏图标上显示词数' }).uncheck();
  await expect.poll(badge).toBe('');
});
