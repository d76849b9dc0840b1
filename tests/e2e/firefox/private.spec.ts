/** Private windows of Firefox: all windows of one that never remembers, or one beside an ordinary window. */
import { card as en } from '../../../lib/i18n/en/card.ts';
import { card as zh } from '../../../lib/i18n/zh/card.ts';
import { clickInCard, readCard } from '../../../scripts/support/marks.ts';
import { hover, marksOf, openArticle, SAMPLE } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test.describe('never remembering', () => {
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
});

test.describe('one private window', () => {
  test.use({ profileOptions: { privateAllowed: true } });
  test('beside an ordinary window, “study” and “known” in a private one say that nothing is kept, and nothing is', async ({
    profile,
  }) => {
    const tab = await openArticle(profile);
    const hidden = await profile.openPrivate(`${SAMPLE}?private=1`);
    await expect.poll(() => marksOf(hidden)).toContain('七张问题清单');
    await hover(hidden, '七张问题清单');
    const lang = await hidden.insideCard(
      (root) => root.querySelector('.scroll')?.getAttribute('lang'),
      undefined,
    );
    const t = lang === 'en' ? en : zh;
    await clickInCard(hidden, t.action.study);
    await expect.poll(() => readCard(hidden)).toContain(t.study.private);
    await hidden.press('Escape');
    await expect.poll(() => readCard(hidden)).toBe('');
    await hover(hidden, '八八战略');
    await clickInCard(hidden, t.action.known);
    await expect.poll(() => readCard(hidden)).toContain(t.study.private);

    await hidden.close();

    // An ordinary window does write, so that what stands in the list afterwards is all there is.
    await tab.bringToFront();
    await hover(tab, '数字化改革');
    await clickInCard(tab, t.action.study);
    await expect.poll(() => readCard(tab)).toContain(t.study.added);
    const list = await profile.openOwn('options.html#/study');
    const studied = () =>
      list.evaluate(
        () => [...document.querySelectorAll('.studied .label')].map((each) => each.textContent),
        undefined,
      );
    await expect.poll(studied).toEqual(['数字化改革']);
    expect(await profile.errors()).toEqual([]);
  });
});
