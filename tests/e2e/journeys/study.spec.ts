/** From a card to the learning list: what the reader studies, and only the sentences that they kept. */
import { card as en } from '../../../lib/i18n/en/card.ts';
import { card as zh } from '../../../lib/i18n/zh/card.ts';
import type { Tab } from '../../../scripts/support/drive.ts';
import { clickInCard, readCard } from '../../../scripts/support/marks.ts';
import { hover, openArticle, SAMPLE } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

async function textsOf(tab: Tab): Promise<typeof zh> {
  const lang = await tab.insideCard((root) => root.querySelector('.scroll')?.getAttribute('lang'), undefined);
  return lang === 'en' ? en : zh;
}

test('a term studied in the card stands in the list, with its sentence once that was kept; each can be undone', async ({
  profile,
}) => {
  const tab = await openArticle(profile);
  await hover(tab, '七张问题清单');
  const t = await textsOf(tab);
  await clickInCard(tab, t.action.study);
  await expect.poll(() => readCard(tab)).toContain(t.study.added);
  await clickInCard(tab, t.action.keep);
  await expect.poll(() => readCard(tab)).toContain(t.study.kept);
  const list = await profile.openOwn('options.html#/study');
  await expect.poll(() => list.textOf('.studied .label')).toBe('七张问题清单');
  await expect.poll(() => list.textOf('.studied blockquote')).toContain('七张问题清单');
  const page = await list.evaluate(
    () => document.querySelector('.studied blockquote a')?.getAttribute('href'),
    undefined,
  );
  expect(page).toBe(SAMPLE);

  await tab.bringToFront();
  await clickInCard(tab, t.study.undo);
  await expect.poll(() => readCard(tab)).toContain(t.study.undone);
  await list.bringToFront();
  await expect.poll(() => list.textOf('.studied blockquote')).toBeUndefined();
  await expect.poll(() => list.textOf('.studied .label')).toBe('七张问题清单');
  expect(await profile.errors()).toEqual([]);
});
