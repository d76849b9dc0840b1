/** The editor of the options page: problems, drafts, two tabs, keyboard. */
import type { Screen } from '../../../scripts/support/screen.ts';
import { expect, test } from '../support/test.ts';

const EDIT = 'options.html#/concept/starter/babazhanlve/edit';

test('a refused save names every problem beside its field and leads to it', async ({ profile }) => {
  const { page } = await profile.openOwn('options.html#/new');
  await page.getByRole('button', { name: '添加出处' }).click();
  await page.locator('#entry-sources-0-title').fill('一份报告');
  await page.locator('#entry-sources-0-date').fill('2022-02-30');
  await page.locator('#entry-sources-0-url').fill('不是网址');
  await page.getByRole('button', { name: '保存', exact: true }).click();

  const summary = page.locator('.problem-summary');
  await expect(summary).toBeFocused();
  await expect(summary.getByRole('button')).toHaveText([
    '“词条名称”不能为空。',
    '“出处 1: 日期”这一天不存在。',
    '“出处 1: 网址”不是网址。',
  ]);
  await expect(page.locator('#entry-prefLabel')).toHaveAttribute('aria-invalid', 'true');
  await expect(page.locator('#entry-prefLabel-problem')).toHaveText('“词条名称”不能为空。');
  await summary.getByRole('button', { name: '“出处 1: 日期”这一天不存在。' }).click();
  await expect(page.locator('#entry-sources-0-date')).toBeFocused();
});

test('components are added, moved by keyboard and saved in their new order', async ({ profile }) => {
  const { page } = await profile.openOwn('options.html#/new?label=三件事');
  for (const [at, name] of ['甲事', '乙事', '丙事'].entries()) {
    await page.getByRole('button', { name: '添加组成部分' }).click();
    await page.locator(`#entry-components-${at}-label`).fill(name);
  }
  await expect(page.locator('#entry-components-2-label')).toBeFocused();
  await page.keyboard.press('Alt+ArrowUp');
  await expect(page.locator('#entry-components-1-label')).toBeFocused();
  await expect(page.locator('#entry-components-1-label')).toHaveValue('丙事');
  await page.keyboard.press('Control+s');
  await expect(page.locator('.cz-card ol li')).toHaveText(['甲事', '丙事', '乙事']);
});

test('what is typed survives a closed tab, and can be thrown away', async ({ profile }) => {
  const first = await profile.openOwn(EDIT);
  await first.page.locator('#entry-issuer').fill('只写了一半');
  await expect(first.page.getByText('草稿已自动保存。')).toBeVisible();
  await first.close();

  const { page } = await profile.openOwn(EDIT);
  await expect(page.locator('#entry-issuer')).toHaveValue('只写了一半');
  await page.getByRole('button', { name: '丢弃草稿' }).click();
  await expect(page.locator('#entry-issuer')).not.toHaveValue('只写了一半');
});

test('two tabs that edit one entry are told, and the reader decides part by part', async ({ profile }) => {
  const one = (await profile.openOwn(EDIT)).page;
  const two = (await profile.openOwn(EDIT)).page;
  await fillAndSave(one, '#entry-issuer', '甲页的提出者');
  await expect(one.locator('.notice')).toContainText('已保存');
  await two.locator('#entry-issuer').fill('乙页的提出者');
  await fillAndSave(two, '#entry-category', '乙页的类别');

  const conflict = two.getByRole('alert').filter({ hasText: '这一条已在别处改过' });
  await expect(conflict).toContainText('甲页的提出者');
  await expect(conflict).toContainText('乙页的提出者');
  await conflict.getByRole('group', { name: '提出者' }).getByLabel('甲页的提出者').check();
  await conflict.getByRole('button', { name: '按所选保存' }).click();
  await expect(two.locator('.notice')).toContainText('已保存');
  // The page leads to the entry itself: an address that is the same until then leads nowhere.
  await expect(two.locator('form.editor')).toHaveCount(0);
  await two.goto(`${profile.origin}/${EDIT}`);
  await expect(two.locator('#entry-issuer')).toHaveValue('甲页的提出者');
  await expect(two.locator('#entry-category')).toHaveValue('乙页的类别');
});

test('a pasted text is marked with the entry as it stands in the form', async ({ profile }) => {
  const { page } = await profile.openOwn('options.html#/new?label=数字大脑');
  await page.locator('#entry-try').fill('全省建设数字大脑，让数字大脑更聪明。');
  await expect(page.locator('.tried mark')).toHaveText(['数字大脑', '数字大脑']);
  await page.locator('#entry-matching-notBefore').fill('更聪明');
  await expect(page.locator('.tried mark')).toHaveCount(1);
  await expect(page.getByText('标注 1 处')).toBeVisible();
});

test('advice names other owners of a label and a wrong count of parts', async ({ profile }) => {
  const { page } = await profile.openOwn('options.html#/new?label=八八战略');
  await expect(page.locator('.hints')).toContainText('“八八战略”也是这些词条的词形：八八战略');
  await page.locator('#entry-prefLabel').fill('四件大事');
  await page.getByRole('button', { name: '添加组成部分' }).click();
  await expect(page.locator('.hints')).toContainText('名称说有 4 项，组成部分列了 1 项');
});

async function fillAndSave(page: Screen, field: string, text: string): Promise<void> {
  await page.locator(field).fill(text);
  await page.keyboard.press('Control+s');
}
