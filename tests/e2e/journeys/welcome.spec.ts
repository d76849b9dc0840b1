/** The page that opens after installation shows Cezhu at work on its own example. */
import { readCard } from '../../../scripts/support/marks.ts';
import { hover, marksOf } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test('the example of the welcome page is marked, and its card opens', async ({ profile }) => {
  const tab = await profile.openOwn('welcome.html');
  await expect.poll(() => marksOf(tab)).toEqual(expect.arrayContaining(['八八战略', '七张问题清单']));
  await expect.poll(() => tab.textOf('.loading')).toMatch(/已就绪|is ready/);
  await hover(tab, '七张问题清单');
  await expect.poll(() => readCard(tab)).toContain('qī zhāng wèn tí qīng dān');
  expect(await profile.errors()).toEqual([]);
});
