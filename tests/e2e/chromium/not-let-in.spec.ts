/** A page that the browser does not let us into: what a driver tells of a click in the menu gives no access. */
import { readEditor, select } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test('where no script of ours may run, the selection still leads to the editor and to the nearest labels', async ({
  chromium,
}) => {
  const url = 'http://example.com/article.html';
  const tab = await chromium.open(url);
  await chromium.chooseInMenu(tab, 'add-selection', await select(tab, '名单之外'));
  expect(await readEditor(chromium, '名单之外')).toMatchObject({ 'sources-0-url': url });
  await chromium.chooseInMenu(tab, 'explain-selection', await select(tab, '问题清单'));
  const { page } = await chromium.findTab(`${chromium.origin}/options.html`);
  await expect(page.getByRole('link', { name: '七张问题清单', exact: true })).toBeVisible();
});
