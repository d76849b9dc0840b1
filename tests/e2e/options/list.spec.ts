/** The list of the options page: search, filters, keyboard, many at once, trash. */
import type { Screen } from '../../../scripts/support/screen.ts';
import { expect, test } from '../support/test.ts';

const rows = '.virtual-list [data-primary]';
const hashOf = (page: Screen) => page.evaluate(() => location.hash);

test.describe('looking only', () => {
  test.use({ onlyReads: true });

  test('entries are found by label, pinyin with and without tones, initials, English and text', async ({
    profile,
  }) => {
    const { page } = await profile.openOwn('options.html');
    await expect(page.locator(rows).first()).toBeVisible();
    const search = page.getByRole('searchbox', { name: '查找词条' });
    for (const text of ['八八战略', 'bābā zhànlüè', 'baba zhanlve', 'bbzl', 'Double-Eight Strategy']) {
      await search.fill(text);
      await expect(page.locator(rows).first()).toHaveText('八八战略');
    }
    await search.fill('八方面优势');
    // Texts are found once their index is built.
    await expect(page.locator(rows).filter({ hasText: '八八战略' })).toBeVisible({ timeout: 60_000 });
    await search.fill('没有这样的词');
    await expect(page.getByText('没有与“没有这样的词”相符的词条。')).toBeVisible();
    await page.getByRole('link', { name: '新建“没有这样的词”' }).click();
    await expect(page.locator('#entry-prefLabel')).toHaveValue('没有这样的词');
  });

  test('the address keeps search and filters, and a bookmark of it shows the same', async ({ profile }) => {
    const { page } = await profile.openOwn('options.html#/concepts?scope=province&has=components');
    await expect(page.getByLabel('范围')).toHaveValue('province');
    await expect(page.locator('.count')).toHaveText(/\d/);
    const filtered = (await page.locator('.count').textContent()) ?? '';
    await page.getByLabel('内容').selectOption({ label: '无组成部分' });
    await expect(page.locator('.count')).not.toHaveText(filtered);
    await expect.poll(() => hashOf(page)).toContain('has=noComponents');
    await page.reload();
    await expect(page.getByLabel('内容')).toHaveValue('noComponents');
    await page.getByRole('button', { name: '清除筛选' }).click();
    await expect.poll(() => hashOf(page)).toBe('#/concepts');
  });

  test('the list is used by keyboard alone: search, move, open, come back, leave with Esc', async ({
    profile,
  }) => {
    const { page } = await profile.openOwn('options.html');
    await expect(page.locator(rows).first()).toBeVisible();
    await page.keyboard.press('/');
    await page.keyboard.type('清单');
    await expect(page.locator(rows).filter({ hasText: '七张问题清单' })).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator(rows).first()).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(page.locator(rows).nth(1)).toBeFocused();
    const label = (await page.locator(rows).nth(1).textContent()) ?? '';
    await page.keyboard.press('Enter');
    await expect(page.locator('.cz-card h2')).toHaveText(label);
    await page.keyboard.press('e');
    await expect(page.getByRole('heading', { name: `编辑：${label}` })).toBeVisible();
    await page.keyboard.press('Escape');
    // The editor shows the card as well.
    await expect(page.getByRole('heading', { name: `编辑：${label}` })).toBeHidden();
    await expect(page.locator('.cz-card h2')).toHaveText(label);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('searchbox')).toHaveValue('清单');
  });

  test('End goes to the last of all entries, and only rows near the window are in the document', async ({
    profile,
  }) => {
    const { page } = await profile.openOwn('options.html');
    // The first rows show before all entries are known.
    await expect(page.locator('.count')).toHaveText(/\d/);
    await page.locator(rows).first().focus();
    await page.keyboard.press('End');
    const total = await page.locator('.virtual-list li').first().getAttribute('aria-setsize');
    await expect(page.locator(`li[aria-posinset="${total}"] [data-primary]`)).toBeFocused();
    await expect.poll(() => page.locator('.virtual-list li').count()).toBeLessThan(60);

    // The list is come back to where it was left.
    await expect
      .poll(() => page.evaluate(() => (history.state as { top?: number } | null)?.top))
      .toBeTruthy();
    await page.keyboard.press('Enter');
    await expect(page.locator('.cz-card h2')).toBeVisible();
    await page.goBack();
    await expect(page.locator(`li[aria-posinset="${total}"] [data-primary]`)).toBeInViewport();
  });
});

test('many are deleted after being named, come back by undo, and one by one from the trash', async ({
  profile,
}) => {
  const { page } = await profile.openOwn('options.html#/concepts?q=清单');
  await expect(page.locator(rows).nth(5)).toBeVisible();
  await expect(page.locator('.count[data-indexing]')).toHaveCount(0);
  await expect(page.locator('.count')).toHaveText(/\d/);
  const before = (await page.locator('.count').textContent()) ?? '';
  const boxes = page.locator('.virtual-list input[type=checkbox]');
  await boxes.nth(0).check();
  await boxes.nth(5).click({ modifiers: ['Shift'] });
  const first = (await page.locator(rows).first().textContent()) ?? '';
  const remove = page.getByRole('button', { name: '删除', exact: true });
  await remove.click();
  const dialog = page.getByRole('dialog', { name: '删除 6 条？' });
  await expect(dialog).toContainText(first);
  await dialog.getByRole('button', { name: '不删除' }).click();
  await expect(remove).toBeFocused();
  await remove.click();
  await dialog.getByRole('button', { name: '删除', exact: true }).click();
  await expect(page.locator('.notice')).toContainText('已删除 6 条');
  await expect(page.locator('.count')).not.toHaveText(before);
  await expect(page.locator(rows).first()).toBeFocused();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.locator('.count')).toHaveText(before);

  await boxes.nth(0).check();
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await page.getByRole('link', { name: '回收站' }).click();
  await page.getByRole('button', { name: `恢复 ${first}` }).click();
  await expect(page.getByText('回收站是空的。').first()).toBeVisible();
});

test('an edited entry shows both sides, its history, and goes back to what was shipped', async ({
  profile,
}) => {
  const { page } = await profile.openOwn('options.html#/concept/starter/babazhanlve/edit');
  const shipped = await page.locator('#entry-definitions-zh').inputValue();
  await page.locator('#entry-definitions-zh').fill('我的释义。');
  await page.keyboard.press('Control+s');
  await expect(page.locator('.difference del')).toHaveText(shipped);
  await expect(page.locator('.difference ins')).toHaveText('我的释义。');
  await page.getByRole('button', { name: '还原为随附内容' }).click();
  await expect(page.locator('.cz-card')).toContainText(shipped);
  await page.getByRole('link', { name: '历史' }).click();
  await expect(page.locator('.history h2')).toHaveText([/^还原为随附内容/, /^保存/]);
  await page.getByRole('button', { name: '恢复到这次改动之后' }).click();
  await page.getByRole('link', { name: '词条', exact: true }).last().click();
  await expect(page.locator('.cz-card')).toContainText('我的释义。');
});
