import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGraphemeBoundary } from '../../lib/text/graphemes.ts';
import { normalise, normaliseAll, normaliseLabel, rawRange } from '../../lib/text/normalise.ts';
import { mapsBack, pageText, settles, stretch } from './normalise-properties.ts';

test.each([
  ['巩 固\n八\u3000个\u200b基\u00ad础', '巩固八个基础'],
  ['“大综合一体化”行政执法改革', '大综合一体化行政执法改革'],
  ['『八八戰略』', '八八战略'],
  ['紅色根脈', '红色根脉'],
  ['互联网＋', '互联网+'],
  ['Ｇ６０科创走廊', 'g60科创走廊'],
  ['县乡一体，条抓块统', '县乡一体、条抓块统'],
  ['县乡一体·条抓块统', '县乡一体、条抓块统'],
  ['中国—东盟', '中国-东盟'],
  ['ﬁ①', 'fi1'],
  ['café', normalise('cafe\u0301')],
  ['名列第四。风电', '名列第四\0风电'],
  ['\ufe74', '\u064d'],
])('%j reads as %j', (raw, folded) => {
  expect(normalise(raw)).toBe(folded);
});

test('a label loses the marks around it and never spans two sentences', () => {
  expect(normaliseLabel('“团结奋斗！”')).toBe('团结奋斗');
  expect(normaliseLabel('团结。奋斗')).toBe('');
  expect(normaliseLabel(' “” ')).toBe('');
});

test.each([
  ['守护红色\u200b根脉。', '红色根脉', '红色\u200b根脉'],
  ['“大综合一\n体化”行政', '大综合一体化行政', '大综合一\n体化”行政'],
  ['😀八八战略', '八八战略', '八八战略'],
  ['㍿八八', '八八', '八八'],
  // Half of a ligature, a letter without its accent, one half of a flag.
  ['aﬁ', 'af', undefined],
  ['ﬁa', 'ia', undefined],
  ['cafe\u0301', 'cafe', undefined],
  ['🇨🇳', '🇨', undefined],
  // A variation selector belongs to the character before it.
  ['葛\u{e0100}城', '葛', '葛\u{e0100}'],
])('in %j the label %j covers %j', (raw, label, expected) => {
  const normal = normaliseAll([raw]);
  const from = normalise(raw).indexOf(normaliseLabel(label));
  expect(from).toBeGreaterThanOrEqual(0);
  const range = rawRange(raw, normal, from, from + normaliseLabel(label).length);
  expect(range && raw.slice(range.start, range.end)).toBe(expected);
});

test('texts laid behind one another keep their own offsets', () => {
  const texts = ['八八战略', '', '重要 窗口'];
  const normal = normaliseAll(texts);
  expect([...normal.offsets]).toEqual([0, 5, 6, 11]);
  expect(rawRange('重要 窗口', normal, 6, 10)).toEqual({ start: 0, end: 5 });
});

const RUNS = { numRuns: 3_000 };

test('normalising twice changes nothing', () => {
  expect(fc.check(fc.property(pageText, settles), RUNS).counterexample).toBeNull();
});

test('a mapped range reads as the stretch it was mapped from, and cuts no character', () => {
  expect(fc.check(fc.property(stretch, mapsBack), RUNS).counterexample).toBeNull();
});

test('grapheme bounds are those of the whole text', () => {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });
  fc.assert(
    fc.property(pageText, (raw) => {
      const bounds = new Set([...segmenter.segment(raw)].map(({ index }) => index).concat(raw.length));
      for (let at = 0; at <= raw.length; at += 1) expect(isGraphemeBoundary(raw, at)).toBe(bounds.has(at));
    }),
    { numRuns: 1_000 },
  );
});
