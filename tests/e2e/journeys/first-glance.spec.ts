import { readCard } from '../../../scripts/support/marks.ts';
import { hover, openArticle } from '../support/reading.ts';
import { expect, test } from '../support/test.ts';

test('resting the pointer on a mark opens a card with label, pinyin and definition', async ({ profile }) => {
  const tab = await openArticle(profile);
  await hover(tab, '八八战略');
  const card = await readCard(tab);
  expect(card).toContain('八八战略');
  expect(card).toContain('bā bā zhàn lüè');
  expect(card).toMatch(/浙江.{10,}|Zhejiang.{20,}/);
});

test('the card lists the parts of a term in their order', async ({ profile }) => {
  const tab = await openArticle(profile);
  await hover(tab, '七张问题清单');
  const card = await readCard(tab);
  const places = ['巡视', '审计', '督查', '生态环保', '安全生产', '网络舆情', '信访'].map((part) =>
    card.indexOf(part, card.indexOf('巡视')),
  );
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).not.toContain(-1);
});
