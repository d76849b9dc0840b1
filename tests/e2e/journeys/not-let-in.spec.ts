/** A page that the browser lets no extension into, so that no script of ours can say what the selection stands in. */
import { readEditor, select } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

/** What a driver tells Chromium's background of a click gives no access to any page; Firefox keeps some to itself. */
const ADDRESS = {
  chromium: 'http://example.com/article.html',
  firefox: 'http://content.cdn.mozilla.net/article.html',
};

test('where no script of ours may run, the selection still leads to the editor and to the nearest labels', async ({
  profile,
  site,
}) => {
  const url = ADDRESS[profile.kind];
  site.put(url, '<!doctype html><meta charset="utf-8"><p>用好七张问题清单：这一页策注读不到。');
  const tab = await profile.open(url);
  await profile.chooseInMenu(tab, 'add-selection', await select(tab, '策注读不到'));
  expect(await readEditor(profile, '策注读不到')).toMatchObject({ 'sources-0-url': url });
  await tab.bringToFront();
  await profile.chooseInMenu(tab, 'explain-selection', await select(tab, '问题清单'));
  const { page } = await profile.findTab(`${profile.origin}/options.html`);
  await expect(page.getByRole('link', { name: '七张问题清单', exact: true })).toBeVisible();
});
