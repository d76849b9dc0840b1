/** Files that are broken or made to harm: each is answered with its reason, and what was there is as it was. */
import type { Screen } from '../../../scripts/support/screen.ts';
import { bomb } from '../../exchange/archives.ts';
import { expect, test } from '../support/test.ts';

const json = (...concepts: unknown[]) => JSON.stringify({ format: 'cezhu-glossary', version: 1, concepts });
const deep = `[{"prefLabel":${'['.repeat(50_000)}${']'.repeat(50_000)}}]`;

/** Refused as a whole, at once or once it is read. */
const REFUSED: readonly (readonly [name: string, content: string | Uint8Array, said: string])[] = [
  ['空.csv', '', '文件里没有词条。'],
  ['空白.json', ' \n ', '文件里没有词条。'],
  ['乱码.txt', Uint8Array.of(0x61, 0xff, 0xff, 0x2c, 0x80, 0xff), '文字编码认不出来'],
  ['断.zip', 'PK\u0003\u0004', '压缩包不完整或已损坏'],
  ['网页.html', '<!doctype html><p>一页', '认不出这种文件。'],
];
/** Read as far as possible: what is wrong is named by row. */
const NAMED: readonly (readonly [name: string, content: string, said: string])[] = [
  ['截断.json', '[{"prefLabel":"甲"},{"prefLabel":"乙"},{"prefLa', '第 3 行：文件在这一条中间断了'],
  ['深.json', deep, '第 1 行：嵌套太深'],
  [
    '重复.json',
    json({ id: 'a', prefLabel: '甲' }, { id: 'a', prefLabel: '乙' }, { id: 'b', prefLabel: '甲' }),
    '重复（同名或编号相同）',
  ],
  ['原型.json', '[{"prefLabel":"甲","__proto__":{"bad":1}},{"prefLabel":"乙"}]', '词条没有这个字段'],
];

const choose = (page: Screen, name: string, content: string | Uint8Array) =>
  page
    .locator('.drop input')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });

/**
 * A digest of the rows of each table, so that a difference names its table; without what is built from the others, and
 * the counter of writes.
 */
const rowsOf = (page: Screen) =>
  page.evaluate(async () => {
    const settled = <T>(request: IDBRequest<T>) =>
      new Promise<T>((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const db = await settled(indexedDB.open('cezhu-glossary'));
    const names = [...db.objectStoreNames].filter((name) => name !== 'indexes' && name !== 'meta');
    const tables = db.transaction(names);
    const rows = await Promise.all(names.map((name) => settled(tables.objectStore(name).getAll())));
    db.close();
    const digest = async (value: unknown) => {
      const bytes = new TextEncoder().encode(JSON.stringify(value));
      return String(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)));
    };
    const digests = await Promise.all(rows.map(digest));
    return names.map((name, at) => `${name} ${rows[at]?.length} ${digests[at]}`);
  });

test('files that are empty, cut off, garbled, nested, repeated, or packed to burst are answered with the reason, and change nothing', async ({
  profile,
}) => {
  const { page } = await profile.openOwn('options.html#/new?label=一直在的词');
  await page.getByRole('button', { name: '保存', exact: true }).click();
  await expect(page.locator('.entry .cz-card h2')).toHaveText('一直在的词');
  // Everything is loaded and indexed before anything is compared.
  await page.goto(`${profile.origin}/options.html#/concepts`);
  await expect(page.locator('.count')).toContainText(/\d,\d{3} 条/);
  await expect(page.locator('.count[data-indexing]')).toHaveCount(0, { timeout: 60_000 });
  const before = await rowsOf(page);

  await page.goto(`${profile.origin}/options.html#/exchange`);
  for (const [name, content, said] of REFUSED)
    await test.step(name, async () => {
      await choose(page, name, content);
      await expect(page.getByRole('alert')).toContainText(said);
    });
  for (const [name, content, said] of NAMED)
    await test.step(name, async () => {
      await choose(page, name, content);
      await page.getByRole('button', { name: '读取并预览' }).click();
      await expect(page.locator('.preview')).toContainText(said);
      await page.getByRole('button', { name: '放弃这次导入' }).click();
      await expect(page.getByText('已取消，什么都没有改。')).toBeVisible();
    });
  await test.step('an archive that unpacks to too much', async () => {
    await choose(page, '炸弹.zip', bomb('term_bank_1.json', 130));
    await page.getByRole('button', { name: '读取并预览' }).click();
    await expect(page.getByRole('alert')).toContainText('文件太大');
  });
  await test.step('200 MB without an end', async () => {
    await page.locator('.drop').evaluate((place) => {
      const dataTransfer = new DataTransfer();
      const pieces = Array<string>(200).fill('长'.repeat(349_525));
      dataTransfer.items.add(new File(pieces, '巨大.txt'));
      place.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
    });
    await page.getByRole('button', { name: '读取并预览' }).click();
    await expect(page.locator('.preview')).toContainText('第 1 行：太长');
    await page.getByRole('button', { name: '放弃这次导入' }).click();
    await expect(page.getByText('已取消，什么都没有改。')).toBeVisible();
  });
  expect(await rowsOf(page)).toEqual(before);
  expect(await profile.errors()).toEqual([]);
});

test('entries that belong to each other in a circle are imported and shown, and the circle is pointed out', async ({
  profile,
}) => {
  const { page } = await profile.openOwn('options.html#/exchange');
  const circle = json(
    { prefLabel: '环甲', broader: ['环乙'] },
    { prefLabel: '环乙', broader: ['环丙'] },
    { prefLabel: '环丙', broader: ['环甲'], related: ['环丙'] },
  );
  await choose(page, '循环.json', circle);
  await page.getByRole('button', { name: '读取并预览' }).click();
  await page.getByRole('button', { name: '导入 3 条' }).click();
  await page.getByRole('link', { name: '查看词条' }).click();
  await page.locator('.virtual-list').getByRole('link', { name: '环甲' }).click();
  await expect(page.locator('.cz-card h2')).toHaveText('环甲');
  await page.getByRole('link', { name: '关系图' }).click();
  await expect(page.locator('.graph .node')).toHaveCount(3);
  await page.getByRole('link', { name: '编辑' }).first().click();
  await expect(page.locator('.hints')).toContainText('所属关系绕成了圈');
  expect(await profile.errors()).toEqual([]);
});
