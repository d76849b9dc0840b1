/** A glossary goes in from a file, is marked and found, and comes out again. */

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Tab } from '../../../scripts/support/drive.ts';
import { readMarks } from '../../../scripts/support/marks.ts';
import type { Screen } from '../../../scripts/support/screen.ts';
import { aWorkbook, inlineRows } from '../../exchange/workbooks.ts';
import { violationsOf } from '../support/accessible.ts';
import { expect, test } from '../support/test.ts';

const ARTICLE = 'http://zjrb.zjol.com.cn/html/2022-03/11/content_1.htm';
const NAME = '课堂词表.csv';

async function choose(page: Screen, content: string | Buffer, name = NAME) {
  const buffer = Buffer.isBuffer(content) ? content : Buffer.from(content);
  await page.locator('.drop input').setInputFiles({ name, mimeType: 'text/csv', buffer });
}
async function save({ page, saved }: Tab, format: string): Promise<Buffer> {
  await page.getByRole('radio', { name: format }).check();
  return (await saved(() => page.getByRole('button', { name: '导出文件' }).click())).buffer;
}

test('a table is previewed, imported as one step, marked in the open article, exported and taken back', async ({
  profile,
}) => {
  const article = await profile.open(ARTICLE);
  await expect.poll(async () => (await readMarks(article)).length).toBeGreaterThan(5);
  const text = await article.evaluate(() => document.body.innerText, undefined);
  const [term = ''] = /(?<=[。，])[\p{Script=Han}]{6,9}(?=[，。])/u.exec(text) ?? [];
  const tab = await profile.openOwn('options.html#/exchange');
  const { page } = tab;
  await choose(page, `词条,释义,提出时间\n${term},为测试而加的词,2003年\n没有日期,释义,去年\n`);
  await expect(page.locator('[data-format]')).toHaveText('CSV 表格');
  await expect(page.getByLabel('编码')).toHaveValue('utf-8');
  await page.getByLabel('“提出时间”列读作').selectOption('首次提出');
  await page.getByRole('button', { name: '读取并预览' }).click();
  await expect(page.getByText('第 3 行，首次提出：日期要写成')).toBeVisible();
  await page.getByText('新增 1 条').click();
  await expect(page.locator('.preview-group .label')).toHaveText(term);

  expect(await violationsOf(page)).toEqual([]);

  await page.getByRole('button', { name: '导入 1 条' }).click();
  await expect(page.getByText('已导入 1 条到“课堂词表”')).toBeVisible();
  await expect.poll(async () => (await readMarks(article)).map((mark) => mark.text)).toContain(term);

  await page.getByLabel('导出哪些词条').selectOption('课堂词表');
  const csv = String(await save(tab, 'CSV'));
  expect(csv.split('\r\n')).toHaveLength(3);
  expect(csv).toContain(`${term},`);
  expect(csv).toContain(',2003,');
  const json = JSON.parse(String(await save(tab, 'JSON（策注）')));
  expect(json).toMatchObject({
    format: 'cezhu-glossary',
    title: '课堂词表',
    concepts: [{ prefLabel: term }],
  });

  await page.getByRole('link', { name: '查看词条' }).click();
  await expect(page.locator('.virtual-list [data-primary]')).toHaveText([term]);

  await page.getByRole('checkbox', { name: `选择 ${term}` }).check();
  await page.getByLabel('导出为').selectOption('Markdown');
  const selected = await tab.saved(() => page.getByRole('button', { name: '导出所选' }).click());
  expect(String(selected.buffer)).toContain(`## ${term}`);
});

test('an import is taken back, one that was left is found again, a bad file changes nothing', async ({
  profile,
}) => {
  const tab = await profile.openOwn('options.html#/exchange');
  const { page } = tab;
  await choose(page, Buffer.from([0xb4, 0xca, 0xcc, 0xf5, 0x0a, 0xc3, 0xf1, 0xc9, 0xfa, 0x0a]), '国标.txt');
  await expect(page.getByLabel('编码')).toHaveValue('gb18030');
  await page.getByRole('button', { name: '读取并预览' }).click();
  await expect(page.getByText('新增 2 条')).toBeVisible();

  await page.reload();
  await expect(page.getByText('国标：已读 2 条')).toBeVisible();
  await page.getByRole('button', { name: '继续' }).click();
  await page.getByRole('button', { name: '导入 2 条' }).click();
  await page.getByRole('button', { name: '撤销这次导入' }).click();
  await expect(page.getByText('已撤销')).toBeVisible();
  await expect(page.getByLabel('导出哪些词条').getByRole('option', { name: '国标' })).toHaveCount(0);

  const bank = JSON.stringify([['民生', 'mín shēng', '', '', 0, ['人民的生活'], 1, '']]);
  const dictionary = zipSync({
    'index.json': strToU8('{"title":"小词典","format":3}'),
    'term_bank_1.json': strToU8(bank),
  });
  await choose(page, Buffer.from(dictionary), '词典.zip');
  await expect(page.locator('[data-format]')).toHaveText('Yomitan 词典');
  await page.getByRole('button', { name: '读取并预览' }).click();
  await page.getByText('新增 1 条').click();
  await expect(page.locator('.preview-group .label')).toHaveText('民生');
  await page.getByRole('button', { name: '放弃这次导入' }).click();
  await expect(page.getByText('已取消，什么都没有改。')).toBeVisible();

  const book = aWorkbook({
    sheets: [
      { name: '说明', xml: inlineRows([['由编辑部整理']]) },
      {
        name: '词汇',
        xml: inlineRows([
          ['词条', '提出时间'],
          ['民生', '2003年'],
          ['共富', '去年'],
        ]),
      },
    ],
  });
  await choose(page, Buffer.from(book), '词表.xlsx');
  await expect(page.locator('[data-format]')).toHaveText('Excel 工作簿');
  await expect(page.getByLabel('工作表')).toHaveValue('词汇');
  await page.getByRole('button', { name: '读取并预览' }).click();
  await expect(page.getByText('工作表“词汇”第 3 行 B 列，首次提出：日期要写成')).toBeVisible();
  await page.getByRole('button', { name: '导入 1 条' }).click();
  await expect(page.getByText('已导入 1 条到“词表”')).toBeVisible();

  await page.getByLabel('导出哪些词条').selectOption('词表');
  expect(String(await save(tab, '网页（HTML）'))).toContain('<h2>民生</h2>');
  const saved = await save(tab, 'Excel（xlsx）');
  expect(strFromU8(unzipSync(saved)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).toContain('民生');

  await choose(
    page,
    '@prefix s: <http://www.w3.org/2004/02/skos/core#> . <urn:x:ms> s:prefLabel "民生"@zh ; s:note "注"@zh .',
    '词表.ttl',
  );
  await expect(page.locator('[data-format]')).toHaveText('SKOS（Turtle）');
  await page.getByRole('button', { name: '读取并预览' }).click();
  await page.getByText('新增 1 条').click();
  await expect(page.locator('.preview-group .label')).toHaveText('民生');
  await page.getByRole('button', { name: '放弃这次导入' }).click();

  await choose(page, '', '空.csv');
  await expect(page.getByRole('alert').filter({ hasText: '文件里没有词条。' })).toBeVisible();
});
