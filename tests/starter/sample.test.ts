import { expect, test } from 'vitest';
import { conceptLines, drawSample } from '../../lib/starter/sample.ts';
import { conceptOf } from './concept-of.ts';

const glossary = Array.from({ length: 60 }, (_, index) =>
  conceptOf(`{ id: c${index}, prefLabel: 第${index}条, depth: ${index % 2 === 0 ? 'full' : 'brief'} }`),
);
const ids = (concepts: readonly { id: string }[]) => concepts.map(({ id }) => id);

test('a seed draws the same concepts whatever the order of the files', () => {
  const sizes = { full: 5, brief: 3 };
  const drawn = ids(drawSample(glossary, 7, sizes));
  expect(ids(drawSample([...glossary].reverse(), 7, sizes))).toEqual(drawn);
  expect(ids(drawSample(glossary, 8, sizes))).not.toEqual(drawn);
});

test('as many concepts of each depth are drawn as asked for, none twice', () => {
  const drawn = drawSample(glossary, 1, { full: 20, brief: 10 });
  expect(drawn.map(({ depth }) => depth)).toEqual([...Array(20).fill('full'), ...Array(10).fill('brief')]);
  expect(new Set(ids(drawn)).size).toBe(30);
});

test('every concept is drawn about as often as any other', () => {
  const times = new Map(ids(glossary).map((id) => [id, 0]));
  for (let seed = 0; seed < 3_000; seed += 1) {
    for (const { id } of drawSample(glossary, seed, { full: 3, brief: 3 }))
      times.set(id, (times.get(id) ?? 0) + 1);
  }
  // 3 of 30 in 3,000 draws: 300 expected, standard deviation 16.
  expect(Math.min(...times.values())).toBeGreaterThan(220);
  expect(Math.max(...times.values())).toBeLessThan(380);
});

test('every claim of a concept is printed', () => {
  const concept = conceptOf(`{ id: a, prefLabel: 三笔账, pinyin: sān bǐ zhàng, depth: full, confidence: high,
    altLabels: [{ form: 3笔账, kind: variant }],
    renderings: [{ lang: en, text: three accounts, status: official, source: China Daily }],
    definitions: { zh: 一种算法。, en: A way to reckon. }, notes: { zh: 说明。 },
    components: [{ label: 经济账, gloss: 得失, conceptId: b }],
    versions: [{ from: 2005, to: 2017, what: 旧说, components: [利益账, 法纪账], source: 浙江在线 }],
    category: 党的建设, scope: province, place: 浙江省, issuer: 省委,
    firstUse: { date: 2005-01, occasion: 全会, noLaterThan: true },
    broader: [b], related: [c], replacedBy: [d],
    sources: [{ title: 学习手记, publisher: 浙江日报, date: 2025, url: "https://zjrb.zjol.com.cn/1", supports: [note] }] }`);
  expect(conceptLines(concept)).toEqual([
    '三笔账  [a]  full, high',
    '  pinyin         sān bǐ zhàng',
    '  variant        3笔账',
    '  en             three accounts (official) – China Daily',
    '  definition zh  一种算法。',
    '  definition en  A way to reckon.',
    '  note zh        说明。',
    '  item 1         经济账 – 得失 – → b',
    '  version        2005–2017 – 旧说 – 利益账、法纪账 – 浙江在线',
    '  category       党的建设',
    '  scope          province, 浙江省',
    '  issuer         省委',
    '  first use      no later than 2005-01, 全会',
    '  broader        b',
    '  related        c',
    '  replaced by    d',
    '  source         学习手记 – 浙江日报 – 2025 – https://zjrb.zjol.com.cn/1 – note',
  ]);
});
