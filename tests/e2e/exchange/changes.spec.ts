/** What imports change can be seen and taken back: problems, stops, snapshots, moves. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';

const rows = '.virtual-list [data-primary]';

async function read(page: Page, content: string, name: string) {
  await page.locator('.drop input').setInputFiles({
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(content),
  });
  await page.getByRole('button', { name: '读取并预览' }).click();
}
/** @param target of a glossary that is there */
async function importTable(page: Page, content: string, count: number, target?: string) {
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
  chromium,
}, testInfo) => {
  const { page } = await chromium.openOwn('options.html#/exchange');
  const transfer = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['词条,首次提出\n甲,2003年\n乙,去年\n'], '拖来的.csv', { type: 'text/csv' }));
    return data;
  });
  await page.locator('.drop').dispatchEvent('drop', { dataTransfer: transfer });
  await expect(page.locator('[data-format]')).toHaveText('CSV 表格');
  await page.getByRole('button', { name: '读取并预览' }).click();
  await expect(page.getByText('1 行不能导入')).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: '下载问题清单（CSV）' }).click();
  const path = testInfo.outputPath('problems.csv');
  await (await download).saveAs(path);
  const [head, line] = (await readFile(path, 'utf8')).split('\r\n');
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

test('before an import the glossary is kept as it was, and goes back to it', async ({ chromium }) => {
  const { page } = await chromium.openOwn('options.html#/exchange');
  await importTable(page, '词条\n甲\n', 1);
  await importTable(page, '词条\n乙\n丙\n', 2, '课堂');
  await page.getByRole('link', { name: '查看词条' }).click();
  await expect(page.locator(rows)).toHaveText(['丙', '乙', '甲']);

  await page.goto(`${chromium.origin}/options.html#/layers`);
  await page.getByRole('listitem').filter({ hasText: '导入之前' }).getByRole('button').click();
  await expect(page.locator('.notice')).toContainText('已恢复“课堂”');
  await expect(page.getByRole('listitem').filter({ hasText: '退回之前' })).toBeVisible();
  await page.goto(`${chromium.origin}/options.html#/concepts?glossary=nothing`);
  await page.getByLabel('词库').selectOption({ label: '课堂' });
  await expect(page.locator(rows)).toHaveText(['甲']);
});

test('selected entries are moved to another glossary as one step, and back', async ({ chromium }) => {
  const { page } = await chromium.openOwn('options.html#/exchange');
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
