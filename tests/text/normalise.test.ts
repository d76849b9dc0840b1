import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isGraphemeBoundary } from '../../lib/text/graphemes.ts';
import { normalise, normaliseAll, normaliseLabel, rawRange } from '../../lib/text/normalise.ts';

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

/** Text as pages have it: Han characters, marks, spaces, Latin, emoji, accents, and halves of surrogate pairs. */
const pageText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'八战略红根脈「」“”《》、，。！ \n\u3000\u200b\u00ad()（）+＋-—5５GＧßİſ①ﬁ㍿'),
      fc.constantFrom(
        '👨‍👩‍👧',
        '🇨🇳',
        'e\u0301',
        '葛\u{e0100}',
        '𠮷',
        '각',
        '\ud842',
        '\udfb7',
        '\r\n',
        'क्षि',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));
const RUNS = { numRuns: 3_000 };

test('normalising twice changes nothing', () => {
  fc.assert(
    fc.property(pageText, (raw) => {
      expect(normalise(normalise(raw))).toBe(normalise(raw));
    }),
    RUNS,
  );
});

test('a mapped range reads as the stretch it was mapped from, and cuts no character', () => {
  fc.assert(
    fc.property(pageText, fc.nat(), fc.nat(), (raw, one, other) => {
      const normal = normaliseAll([raw]);
      const folded = normalise(raw);
      if (folded.length === 0) return;
      const from = one % folded.length;
      const to = from + 1 + (other % (folded.length - from));
      if (folded.slice(from, to).includes('\0')) return;
      const range = rawRange(raw, normal, from, to);
      if (range === undefined) return;
      expect(normalise(raw.slice(range.start, range.end))).toBe(folded.slice(from, to));
      for (const bound of [range.start, range.end]) {
        expect(isGraphemeBoundary(raw, bound)).toBe(true);
        expect(
          /^[\udc00-\udfff]/.test(raw.slice(bound)) && /[\ud800-\udbff]$/.test(raw.slice(0, bound)),
        ).toBe(false);
      }
    }),
    RUNS,
  );
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
