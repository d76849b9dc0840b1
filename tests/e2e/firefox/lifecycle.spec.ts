/** Firefox ends the scripts of an extension that goes without telling them: what they have drawn goes with the styles. */
import { readCard } from '../../../scripts/support/marks.ts';
import { hover, marksOf, openArticle, SAMPLE } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test('disabled, marks and card vanish; enabled and updated, open articles are marked again without a reload', async ({
  profile,
}) => {
  const tab = await openArticle(profile);
  const other = await openArticle(profile, `${SAMPLE}?other=1`);
  await tab.bringToFront();
  await hover(tab, '八八战略');
  /** What the reader sees, not what the registry holds: an unstyled highlight is not seen. */
  const seen = async () => ({
    line: await tab.evaluate(() => {
      const [name = ''] = [...CSS.highlights.keys()];
      return getComputedStyle(document.body, `::highlight(${name})`).textDecorationStyle;
    }, undefined),
    card: await tab.insideCard(
      (root) => getComputedStyle(root.querySelector('[popover]') ?? root.host).visibility,
      undefined,
    ),
  });
  expect(await seen()).toEqual({ line: 'dotted', card: 'visible' });

  await profile.extension('disable');
  await expect.poll(seen).toEqual({ line: 'solid', card: 'hidden' });

  for (const act of ['enable', 'update'] as const) {
    // Whoever marks the page now is new: the old script is dead and repairs nothing.
    await tab.evaluate(() => CSS.highlights.clear(), undefined);
    await profile.extension(act);
    await expect.poll(() => marksOf(tab)).toContain('审计');
    // The dead card is gone, and a new one opens.
    await expect.poll(() => readCard(tab)).toBe('');
    await hover(tab, '七张问题清单');
    expect((await seen()).card).toBe('visible');
  }
  await other.bringToFront();
  await hover(other, '八八战略');
  expect(await profile.errors()).toEqual([]);
});
