/** The reader page: a text or a file that the reader brings gets the marks and the card of news pages. */
import { readCard } from '../../../scripts/support/marks.ts';
import { hover, marksOf } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test.use({ onlyReads: true });

test('a pasted text is marked, and its card opens', async ({ profile }) => {
  const tab = await profile.openOwn('reader.html');
  await tab.fill({ css: 'textarea' }, '全省忠实践行“八八战略”。\n\n用好七张问题清单。');
  await tab.clickOn({ css: 'button[type=submit]' });
  await expect.poll(() => marksOf(tab)).toContain('七张问题清单');
  await hover(tab, '八八战略');
  expect(await readCard(tab)).toContain('八八战略');
  // Our pages allow no inline styles: the card must be dressed all the same.
  const size = await tab.insideCard((root) => {
    const headword = root.querySelector('h2');
    return headword === null ? '' : getComputedStyle(headword).fontSize;
  }, undefined);
  expect(size).toBe('22px');
  expect(await profile.errors()).toEqual([]);
});

test('a saved page in GB18030 is read as text, and what is no text says so', async ({ profile }) => {
  const { page } = await profile.openOwn('reader.html');
  const gbk = Buffer.concat([
    Buffer.from('<html><head><title>x</title></head><body><script>document.title="ran"</script><p>'),
    Buffer.from([0xb0, 0xcb, 0xb0, 0xcb, 0xd5, 0xbd, 0xc2, 0xd4]),
    Buffer.from('</p></body></html>'),
  ]);
  await page.getByLabel('打开文件').setInputFiles({ name: 'a.html', mimeType: 'text/html', buffer: gbk });
  await expect(page.locator('article')).toHaveText('八八战略');
  expect(await page.evaluate(() => document.title)).toBe('x');
  await page.getByRole('button', { name: '换一篇' }).click();
  await page
    .getByLabel('打开文件')
    .setInputFiles({ name: 'b.txt', mimeType: 'text/plain', buffer: Buffer.from('  \n ') });
  await expect(page.getByRole('alert')).toContainText('b.txt');
});

test('a saved page of a news site is headed by its own headline', async ({ profile }) => {
  const { page } = await profile.openOwn('reader.html');
  const saved = '<title>要闻_某网</title><h1>某网首页</h1><h1>把实事办到群众心坎上</h1>';
  const body = `<div id="rwb_zw">${'<p>用好七张问题清单，推动问题解决在小。</p>'.repeat(3)}</div>`;
  await page.getByLabel('打开文件').setInputFiles({
    name: 'a.html',
    mimeType: 'text/html',
    buffer: Buffer.from(`<!doctype html><meta charset="utf-8">${saved}${body}`),
  });
  await expect(page.locator('h1')).toHaveText('把实事办到群众心坎上');
  await expect(page.locator('article p')).toHaveCount(3);
});
