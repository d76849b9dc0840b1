/** All windows of a Firefox that never remembers are private. One beside an ordinary window: `hostile/private.spec.ts`. */
import { readCard } from '../../../scripts/support/marks.ts';
import { hover, openArticle } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test.use({ profileOptions: { privateOnly: true } });

test('in private windows articles are marked and explained, and the options page works or says why not', async ({
  profile,
}) => {
  const tab = await openArticle(profile);
  await hover(tab, '七张问题清单');
  expect(await readCard(tab)).toContain('七张问题清单');
  const options = await profile.openOwn('options.html');
  await expect.poll(() => options.textOf('body')).toMatch(/private window|隐私窗口|八八战略/);
});
