/** What the settings say of storage and privacy. */
import { storage as t } from '../../../lib/i18n/zh/storage.ts';
import { violationsOf } from '../support/accessible.ts';
import { expect, test } from '../support/test.ts';

for (const { answer, times } of [
  { answer: 'denied', times: '+' },
  // A browser that keeps the storage already is not asked.
  { answer: 'granted', times: null },
] as const)
  test(`the browser is asked at most once to keep the storage; the settings say that it was ${answer}, and what is in use`, async ({
    profile,
  }) => {
    await profile.answerPersist(answer);
    // A page of the extension that runs none of our code: as if the profile had never asked.
    const plain = await profile.openOwn('licences.txt');
    await plain.page.evaluate(() => chrome.storage.local.remove('persistAsked'));
    if (answer === 'granted') await plain.page.evaluate(() => navigator.storage.persist());
    await profile.beforeScripts(() => {
      const ask = navigator.storage.persist.bind(navigator.storage);
      navigator.storage.persist = () => {
        localStorage.setItem('asked', `${localStorage.getItem('asked') ?? ''}+`);
        return ask();
      };
    });
    const { page } = await profile.openOwn('options.html#/settings');
    const asked = () => page.evaluate(() => localStorage.getItem('asked'));
    await expect.poll(asked).toBe(times);
    await page.reload();
    const section = page.locator('section').filter({ hasText: t.title });
    await expect(section).toContainText(answer === 'granted' ? t.kept : t.mayGo);
    await expect(section).toContainText(/已用 [\d,.]+ MB，浏览器给的上限是 [\d,]+ MB/);
    expect(await asked()).toBe(times);
  });

test('the privacy text opens from the settings, in Chinese and English, without an accessibility fault', async ({
  profile,
}) => {
  const { page } = await profile.openOwn('options.html#/settings');
  await page.locator('a[href="/privacy.html"]').click();
  const { page: text } = await profile.findTab(`${profile.origin}/privacy.html`);
  await expect(text.locator('h1')).toHaveCount(2);
  await expect(text.locator('article[lang="zh-CN"]')).toContainText('隐私窗口');
  await expect(text.locator('article[lang="en"]')).toContainText('Private windows');
  expect(await violationsOf(text)).toEqual([]);
});
