/** The welcome page: that it opens, what it lets the reader choose, and axe. */
import { AxeBuilder } from '@axe-core/playwright';
import { marksOf } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test.describe('after installation', () => {
  test.use({ profileOptions: { welcome: 'kept' }, firstStart: true });
  test('the page opens by itself, once, and what is chosen there holds at once', async ({ chromium }) => {
    const tab = await chromium.findTab(`${chromium.origin}/welcome.html`);
    const { page } = tab;
    const addresses = () => chromium.context.pages().map((each) => each.url());
    expect(addresses().filter((url) => url.endsWith('/welcome.html'))).toHaveLength(1);
    // It may have opened before its tab was given the language of this test.
    await tab.reload();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('读官方新闻，政策用语就地有注');
    await expect(page.getByText('词库已就绪。')).toBeVisible();
    await expect.poll(() => marksOf(tab)).toContain('八八战略');
    await expect(page.getByText('Alt+Shift+J')).toBeVisible();

    await page.getByRole('group', { name: '界面语言' }).getByLabel('English').check();
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Official Chinese news');
    await expect.poll(() => marksOf(tab)).toContain('八八战略');
    await page
      .getByRole('group', { name: 'How many mentions are marked' })
      .getByLabel('Every mention')
      .check();
    await page.getByRole('link', { name: 'All settings' }).click();
    await expect(page.getByRole('group', { name: 'How many mentions are marked' })).toBeVisible();
    await expect(page.getByLabel('Every mention')).toBeChecked();
  });
});

for (const [name, profileOptions] of [
  ['light, Chinese', { scheme: 'light' }],
  [
    'dark, English, 360 px wide',
    { scheme: 'dark', language: 'en-US', viewport: { width: 360, height: 720 } },
  ],
] as const) {
  test.describe(name, () => {
    test.use({ profileOptions });
    test('the welcome page breaks no rule that axe knows', async ({ chromium }) => {
      const { page } = await chromium.openOwn('welcome.html');
      await expect(page.getByText(/词库已就绪|glossary is ready/)).toBeVisible();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`),
      ).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
    });
  });
}
