/** Looking an entry up in the address bar, after the keyword. */
import { openArticle } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test('the address bar suggests entries by label, pinyin, initials and English; Enter opens the list with it', async ({
  profile,
}) => {
  // Whoever looks up for the first time in the popup builds the index that the address bar uses, too.
  const popup = await profile.openOwn('popup.html');
  await popup.fill({ css: 'input[type=search]' }, 'bbzl');
  await expect.poll(() => popup.textOf('.found li'), { timeout: 60_000 }).toMatch(/^八八战略/);
  const tab = await openArticle(profile);
  await tab.bringToFront();
  for (const typed of ['babazhan', 'bbzl', 'eight-eight', '八八战']) {
    await profile.typeInAddressBar(typed);
    await expect
      .poll(() => profile.readSuggestions(), typed)
      .toContainEqual(expect.stringMatching(/^八八战略 – ./));
  }
  await profile.enterInAddressBar();
  const list = await profile.findTab(`${profile.origin}/options.html`);
  await expect.poll(() => list.textOf('.virtual-list [data-primary]')).toBe('八八战略');
  expect(await profile.errors()).toEqual([]);
});
