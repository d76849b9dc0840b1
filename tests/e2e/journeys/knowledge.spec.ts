/** The knowledge base from the page alone: in from a file, found, deleted, brought back, out again. */
import { expect, test } from '../support/test.ts';

const TABLE = '词条,释义,首次提出\n试验田制度,先小范围试行再推广的做法。,2003\n示范点清单,释义。,去年\n';
const rows = '.virtual-list [data-primary]';

test('a dropped table is imported but for its bad row, found by initials, deleted and brought back', async ({
  profile,
}) => {
  const tab = await profile.openOwn('options.html#/exchange');
  await expect.poll(() => tab.textOf('.drop')).toBeTruthy();
  await tab.evaluate((content) => {
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([content], 'class.csv', { type: 'text/csv' }));
    document
      .querySelector('.drop')
      ?.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
  }, TABLE);
  await expect.poll(() => tab.textOf('.file-form button.primary:enabled')).toBeTruthy();
  await tab.clickOn({ css: '.file-form button.primary' });
  await expect.poll(() => tab.textOf('.preview button.primary:enabled')).toContain('1');
  expect(await tab.textOf('.preview')).toContain('3');
  await tab.clickOn({ css: '.preview button.primary' });
  await expect.poll(() => tab.textOf('.imported')).toContain('class');

  await tab.goto(`${profile.origin}/options.html#/concepts`);
  await expect.poll(() => tab.textOf(rows)).toBeTruthy();
  await tab.fill({ css: '#search' }, '试验田制');
  await expect.poll(() => tab.textOf(rows)).toBe('试验田制度');
  await tab.clickOn({ css: '.virtual-list input[type=checkbox]' });
  await tab.clickOn({ css: '.bulk .grave' });
  await expect.poll(() => tab.textOf(rows)).toBeUndefined();
  await tab.clickOn({ css: '.notice .quiet' });
  await expect.poll(() => tab.textOf(rows)).toBe('试验田制度');
  await expect.poll(() => tab.textOf('.count[data-indexing]'), { timeout: 60_000 }).toBeUndefined();
  await tab.fill({ css: '#search' }, '八八战略');
  await expect.poll(() => tab.textOf(rows)).toBe('八八战略');
  await tab.fill({ css: '#search' }, 'sytzd');
  await expect.poll(() => tab.textOf(rows)).toBe('试验田制度');
  expect(await profile.errors()).toEqual([]);
});
