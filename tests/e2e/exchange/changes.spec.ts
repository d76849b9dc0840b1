/** What imports change can be seen, decided and taken back: problems, stops, conflicts, snapshots, moves. */
import type { Screen } from '../../../scripts/support/screen.ts';
import { expect, test } from '../support/test.ts';

const rows = '.virtual-list [data-primary]';

async function read(page: Screen, content: string, name: string) {
  await page.locator('.drop input').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  });
  await page.getByRole('button', { name: '读取并预览' }).click();
}
/** @param target of a glossary that is there */
async function importTable(page: Screen, content: string, count: number, target?: string) {
  await page.locator('.drop input').setInputFiles({
    name: '课堂.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  });
  if (target !== undefined) await page.getByLabel('导入到').selectOption({ label: target });
  await page.getByRole('button', { name: '读取并预览' }).click();
  await page.getByRole('button', { name: `导入 ${count} 条` }).click();
  await expect(page.getByText(`已导入 ${count} 条到“课堂”`)).toBeVisible();
}

test('a dropped file is read, its bad rows are named in a list to be kept, and a stop leaves nothing', async ({
  profile,
}) => {
  const { page, saved } = await profile.openOwn('options.html#/exchange');
  await page.locator('.drop').evaluate((place) => {
    const dataTransfer = new DataTransfer();
    const table = '词条,首次提出\n甲,2003年\n乙,去年\n';
    dataTransfer.items.add(new File([table], '拖来的.csv', { type: 'text/csv' }));
    place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  });
  await expect(page.locator('[data-format]')).toHaveText('CSV 表格');
  await page.getByRole('button', { name: '读取并预览' }).click();
  await expect(page.getByText('1 行不能导入')).toBeVisible();
  const list = await saved(() => page.getByRole('button', { name: '下载问题清单（CSV）' }).click());
  const [head, line] = String(list.buffer).split('\r\n');
  expect(head).toMatch(/^\ufeff文件,.*行,.*字段,原因$/);
  expect(line).toMatch(/^拖来的\.csv,.*3,.*首次提出,./);
  await page.getByRole('button', { name: '放弃这次导入' }).click();
  await expect(page.getByText('已取消，什么都没有改。')).toBeVisible();

  // Long enough that somebody can stop it.
  const words = Array.from({ length: 60_000 }, (_, index) => `第${index}个词`).join('\n');
  await read(page, words, '很长.txt');
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await expect(page.getByText('已取消，什么都没有改。')).toBeVisible();
  await expect(page.getByLabel('导出哪些词条').getByRole('option', { name: '很长' })).toHaveCount(0);
});

test('a file whose page was closed while it was read is read on from there', async ({ profile }) => {
  const buffer = Buffer.from(Array.from({ length: 8_000 }, (_, index) => `第${index}个词`).join('\n'));
  const file = { name: 'long.txt', mimeType: 'text/plain', buffer };
  const first = await profile.openOwn('options.html#/exchange');
  await first.page.locator('.drop input').setInputFiles(file);
  await first.page.getByRole('button', { name: '读取并预览' }).click();
  await expect(first.page.getByText(/已读 [1-9]/)).toBeVisible();
  await first.close();

  const { page } = await profile.openOwn('options.html#/exchange');
  await expect(page.getByText('文件没有读完')).toBeVisible();
  await page.locator('.drop input').setInputFiles(file);
  await page.getByRole('button', { name: '读取并预览' }).click();
  await expect(page.getByText('新增 8,000 条')).toBeVisible({ timeout: 60_000 });
  await page.getByRole('button', { name: '导入 8,000 条' }).click();
  await page.getByRole('link', { name: '查看词条' }).click();
  await expect(page.locator('.count')).toContainText('8,000 条');
});

test('an import goes on while something else is looked at, is told when it is through, and shown on coming back', async ({
  profile,
}) => {
  const { page } = await profile.openOwn('options.html#/exchange');
  const link = page.getByRole('navigation').getByRole('link', { name: '导入与导出' });
  await read(page, Array.from({ length: 3_000 }, (_, index) => `第${index}个词`).join('\n'), '长表.txt');
  await page.getByRole('navigation').getByRole('link', { name: '词条' }).click();
  await expect(page.locator(rows).first()).toBeVisible();
  await expect(link).toContainText('未完成');
  await link.click();
  await expect(page.getByText('新增 3,000 条')).toBeVisible();

  const apply = page.getByRole('button', { name: '导入 3,000 条' });
  await expect(apply).toBeEnabled();
  // Both at once: the import can not be through before the view is left.
  await apply.evaluate((button) => {
    button.click();
    location.hash = '#/concepts';
  });
  await expect(page.locator('.notice')).toContainText('已导入 3,000 条到“长表”');
  await expect(link).not.toContainText('未完成');
  await link.click();
  await expect(page.locator('.imported')).toContainText('已导入 3,000 条到“长表”');
  await page.getByRole('link', { name: '查看词条' }).click();
  await expect(page.locator('.count')).toContainText('3,000 条');
  await link.click();
  await expect(page.locator('.drop')).toBeVisible();
  await expect(page.locator('.imported')).toHaveCount(0);
});

test('where an update and the reader changed the same words both are shown, and the reader decides', async ({
  profile,
}) => {
  const { page } = await profile.openOwn('options.html#/exchange');
  await importTable(page, '词条,释义\n甲,旧的释义\n', 1);
  await page.getByRole('link', { name: '查看词条' }).click();
  await page.locator(rows).click();
  await page.getByRole('complementary').getByRole('link', { name: '编辑' }).click();
  await page.locator('#entry-definitions-zh').fill('我的释义');
  await page.keyboard.press('Control+s');
  await expect(page.locator('.notice')).toContainText('已保存');
  // The page leads to the entry itself, and would lead away from what is opened before.
  await expect(page.locator('form.editor')).toHaveCount(0);

  await page.getByRole('link', { name: '导入与导出' }).click();
  await page.locator('.drop input').setInputFiles({
    name: '课堂.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('词条,释义\n甲,新的释义\n'),
  });
  await page.getByLabel('导入到').selectOption({ label: '课堂' });
  await page.getByRole('button', { name: '读取并预览' }).click();
  await expect(page.getByText('与我的修改冲突 1 条')).toBeVisible();
  await page.getByRole('button', { name: '导入 1 条' }).click();
  await expect(page.getByText('已导入 1 条到“课堂”')).toBeVisible();
  await page.goto(`${profile.origin}/options.html#/concepts?state=conflict`);
  await page.locator(rows).click();
  await expect(page.getByText('词库更新也改了同一处，请选择留下哪一边')).toBeVisible();
  await expect(page.locator('.cz-card')).toContainText('我的释义');
  await page.getByLabel(/新的释义/).click();
  await expect(page.locator('.cz-card')).toContainText('新的释义');
  await expect(page.getByText('词库更新也改了同一处，请选择留下哪一边')).toBeHidden();
});

test('before an import the glossary is kept as it was, and goes back to it', async ({ profile }) => {
  const { page } = await profile.openOwn('options.html#/exchange');
  await importTable(page, '词条\n甲\n', 1);
  await importTable(page, '词条\n乙\n丙\n', 2, '课堂');
  await page.getByRole('link', { name: '查看词条' }).click();
  await expect(page.locator(rows)).toHaveText(['丙', '乙', '甲']);

  await page.goto(`${profile.origin}/options.html#/layers`);
  await page.getByRole('listitem').filter({ hasText: '导入之前' }).getByRole('button').click();
  await expect(page.locator('.notice')).toContainText('已恢复“课堂”');
  await expect(page.getByRole('listitem').filter({ hasText: '退回之前' })).toBeVisible();
  await page.goto(`${profile.origin}/options.html#/concepts?glossary=nothing`);
  await page.getByLabel('词库').selectOption({ label: '课堂' });
  await expect(page.locator(rows)).toHaveText(['甲']);
});

test('selected entries are moved to another glossary as one step, and back', async ({ profile }) => {
  const { page } = await profile.openOwn('options.html#/exchange');
  await importTable(page, '词条\n甲\n乙\n', 2);
  await page.getByRole('link', { name: '查看词条' }).click();
  await page.getByRole('checkbox', { name: '选择 甲' }).check();
  await page.getByRole('button', { name: '移到词库' }).click();
  await page.getByLabel('移到哪个词库？').selectOption({ label: '我的词条' });
  await page.getByRole('button', { name: '确定' }).click();
  await expect(page.locator('.notice')).toContainText('1 条已移到“我的词条”');
  await expect(page.locator(rows)).toHaveText(['乙']);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect(page.locator(rows)).toHaveText(['乙', '甲']);
});
