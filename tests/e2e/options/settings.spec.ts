/** Settings, switched layers, backup: what is changed here holds everywhere, and can be taken along. */
import { readMarks } from '../../../scripts/support/marks.ts';
import { deleteDatabase } from '../support/delete-database.ts';
import { expect, test } from '../support/test.ts';

const ARTICLE = 'http://zjrb.zjol.com.cn/html/2022-03/11/content_1.htm';

test('language and colours change at once and are kept', async ({ profile }) => {
  const { page } = await profile.openOwn('options.html#/settings');
  await page.getByRole('group', { name: '界面语言' }).getByLabel('English').check();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await paper();
  await page.getByRole('group', { name: 'Colours' }).getByLabel('Dark').check();
  await expect.poll(paper).not.toBe(light);
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test('a site is switched off by host name or address, and on again', async ({ profile }) => {
  const { page } = await profile.openOwn('options.html#/settings');
  await page.getByLabel('网站域名').fill('不是域名');
  await page.getByRole('button', { name: '关闭此网站' }).click();
  await expect(page.locator('#settings-site-problem')).toHaveText('“网站域名”要写成 www.example.com 这样。');
  await page.getByLabel('网站域名').fill(ARTICLE);
  await page.getByRole('button', { name: '关闭此网站' }).click();
  const open = page.getByRole('button', { name: '重新启用 zjrb.zjol.com.cn' });
  await expect(open).toBeVisible();
  await open.click();
  await expect(page.getByText('没有关闭的网站。')).toBeVisible();
  // The button went with its site, and the focus on to the heading of the list.
  await expect(page.getByRole('heading', { name: '关闭的网站' })).toBeFocused();
});

test('a glossary switched off is no longer marked in the open article, and is again once it is on', async ({
  profile,
}) => {
  const article = await profile.open(ARTICLE);
  await expect.poll(async () => (await readMarks(article)).length).toBeGreaterThan(5);
  const { page } = await profile.openOwn('options.html#/layers');
  const shipped = page.getByRole('checkbox', { name: '启用 随附词库' });
  await shipped.uncheck();
  await expect.poll(async () => (await readMarks(article)).length).toBe(0);
  await shipped.check();
  await expect.poll(async () => (await readMarks(article)).length).toBeGreaterThan(5);
});

test('a backup brings back entries, states and settings as they were', async ({ profile }) => {
  const { page, saved } = await profile.openOwn('options.html#/new?label=备份里的词');
  await expect(page.locator('#entry-prefLabel')).toBeFocused();
  await page.keyboard.press('Control+s');
  await expect(page.locator('.notice')).toContainText('已保存');
  await page.getByLabel('学习状态').selectOption('在学');
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('group', { name: '标注样式' }).getByLabel('浅色底').check();
  await expect(page.getByText('还没有备份过。')).toBeVisible();
  const file = await saved(() => page.getByRole('button', { name: '保存备份文件' }).click());
  await expect(page.getByText('上次备份：')).toBeVisible();

  await page.getByRole('group', { name: '标注样式' }).getByLabel('点线').check();
  await page.goto(`${profile.origin}/options.html#/concepts?state=own`);
  await page.getByRole('checkbox', { name: '选择 备份里的词' }).check();
  await page.getByRole('button', { name: '删除', exact: true }).click();
  await expect(page.getByText('没有符合筛选的词条。')).toBeVisible();

  await page.getByRole('link', { name: '设置' }).click();
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('dialog').getByRole('button', { name: '恢复' }).click();
  await expect(page.locator('.notice')).toContainText('已恢复');
  await expect(page.getByRole('group', { name: '标注样式' }).getByLabel('浅色底')).toBeChecked();

  await test.step('and one step brings back what the restoring replaced', async () => {
    await page.getByRole('button', { name: '撤销' }).click();
    await expect(page.locator('.notice')).toContainText('已回到恢复之前');
    await expect(page.getByRole('group', { name: '标注样式' }).getByLabel('点线')).toBeChecked();
    await page.goto(`${profile.origin}/options.html#/trash`);
    await expect(page.getByRole('button', { name: '恢复 备份里的词' })).toBeVisible();
  });
  await page.goto(`${profile.origin}/options.html#/settings`);
  await page.locator('input[type=file]').setInputFiles(file);
  await page.getByRole('dialog').getByRole('button', { name: '恢复' }).click();
  await expect(page.locator('.notice')).toContainText('已恢复');
  await page.goto(`${profile.origin}/options.html#/concepts?state=learning`);
  await expect(page.locator('.virtual-list [data-primary]')).toHaveText(['备份里的词']);
});

test('a damaged backup is told by line and entry, and changes nothing', async ({ profile }) => {
  const { page } = await profile.openOwn('options.html#/settings');
  await page.locator('input[type=file]').setInputFiles({
    name: 'damaged.jsonl',
    mimeType: 'application/x-ndjson',
    buffer: Buffer.from(
      '{"format":"cezhu-backup","version":1,"at":"2026-01-01T00:00:00.000Z","revision":1}\n' +
        '{"table":"drafts","row":{"key":"own/x","value":3,"at":"2026-01-01T00:00:00.000Z"}}\n{"end":1}\n',
    ),
  });
  await page.getByRole('dialog').getByRole('button', { name: '恢复' }).click();
  await expect(page.getByRole('alert')).toContainText(
    '什么也没有改变。文件第 2 行，词条 own/x 的草稿不合格式：不是词条。',
  );
  await page.getByRole('link', { name: '词条', exact: true }).click();
  await expect(page.locator('.count')).toContainText(/\d,\d{3} 条/);
});

test('a database deleted under the open page is told, with a way on', async ({ profile }) => {
  const { page } = await profile.openOwn('options.html');
  await expect(page.locator('.virtual-list [data-primary]').first()).toBeVisible();
  await deleteDatabase(page);
  await expect(page.getByRole('alert')).toContainText('词库在打开期间被删除');
  await page.getByRole('button', { name: '刷新本页' }).click();
  await expect(page.locator('.count')).toContainText(/\d,\d{3} 条/);
});
