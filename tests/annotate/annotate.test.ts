import { expect, test } from 'vitest';
import { annotate, explain, judge } from '../../lib/annotate/annotate.ts';
import { compileLexicon, type Lexicon, lexiconFromBuffer } from '../../lib/annotate/lexicon.ts';
import type { LabelHints, LexiconEntry } from '../../lib/annotate/types.ts';
import { loadSegmenter } from '../../lib/segment/jieba-node.ts';

const anEntry = (form: string, hints?: LabelHints, more: Partial<LexiconEntry> = {}): LexiconEntry => ({
  form,
  concept: `starter/${form}`,
  generic: false,
  hints,
  ...more,
});

const lexicon = compileLexicon([
  anEntry('八八战略'),
  anEntry('“大综合一体化”行政执法改革'),
  anEntry('县乡一体、条抓块统'),
  anEntry('党的二十大'),
  anEntry('十四五'),
  anEntry('党组'),
  anEntry('六保', { ambiguous: true }),
  anEntry('一把手', { ambiguous: true }),
  anEntry('减负', { minContext: ['基层'] }),
  anEntry('民生', undefined, { generic: true }),
]);

const segmenter = await loadSegmenter();
// Its first word unpacks the dictionary, which a busy machine does not do within a test's time.
segmenter.words('词');
const surfaces = (text: string, from: Lexicon = lexicon): string[] =>
  judge([{ id: 1, text }], from, segmenter).map(({ start, end }) => text.slice(start, end));

test.each([
  ['忠实践行“八八”战略。', ['“八八”战略']],
  ['忠实践行八八“战略”。', ['八八“战略”']],
  ['忠实践行“八八”“战略”。', ['“八八”“战略”']],
  ['忠实践行八八”战略“。', ['八八”战略']],
  ['忠實踐行「八八戰略」。', ['八八戰略']],
  ['推动88战略走深走实', ['88战略']],
  ['八 八\n战\u200b略', ['八 八\n战\u200b略']],
  ['深化“大综合一体化”行政执法改革。', ['“大综合一体化”行政执法改革']],
  ['“县乡一体，条抓块统”', ['县乡一体，条抓块统']],
  ['学习党的20大精神', ['党的20大']],
  ['编制十四五规划', ['十四五']],
  ['十四五个孩子', []],
  ['机关党组织', []],
  ['第六保安队', []],
  ['落实“六保”任务', ['六保']],
  ['护士递上一把手术刀', []],
  ['一把手亲自抓', ['一把手']],
  ['给膝盖减负', []],
  ['为基层减负', ['减负']],
  ['名列第八八。战略随后', []],
])('in “%s” a reader sees %j marked', (text, expected) => {
  expect(surfaces(text)).toEqual(expected);
});

test('a label marked ambiguous waits for the segmenter, the others do not', () => {
  const blocks = [
    { id: 4, text: '“八八战略”与一把手' },
    { id: 9, text: '八八战略' },
  ];
  const { matches, pending } = annotate(blocks, lexicon);
  expect(matches.map(({ block, label }) => [block, label])).toEqual([
    [4, '八八战略'],
    [9, '八八战略'],
  ]);
  expect(pending).toEqual([4]);
});

test('generic concepts are found only when asked for', () => {
  const blocks = [{ id: 0, text: '改善民生' }];
  expect(annotate(blocks, lexicon).matches).toEqual([]);
  expect(annotate(blocks, lexicon, { generic: true }).matches).toHaveLength(1);
});

test('a stored lexicon finds what the compiled one finds', () => {
  const stored = lexiconFromBuffer(lexicon.toBuffer());
  const blocks = [{ id: 0, text: '“八八战略”，党的二十大，县乡一体条抓块统' }];
  expect(stored && annotate(blocks, stored)).toEqual(annotate(blocks, lexicon));
  expect(annotate(blocks, lexicon).matches).toHaveLength(3);
});

test('a buffer of another kind is refused', () => {
  expect(lexiconFromBuffer(new ArrayBuffer(64))).toBeUndefined();
});

test('a position explains why it is not marked', () => {
  const block = { id: 0, text: '护士递上一把手术刀' };
  expect(explain(block, 5, lexicon, segmenter)).toEqual([
    { start: 4, end: 7, outcome: 'refused', why: { label: '一把手', rule: 'segmenter', evidence: '手术刀' } },
  ]);
});

const homonyms = compileLexicon([
  anEntry('两院', { homonym: true, minContext: ['法院', '检察院', '报告'] }, { concept: 'starter/courts' }),
  anEntry('两院', { homonym: true, minContext: ['院士'] }, { concept: 'starter/academies' }),
]);

test('context decides between homonyms where it is clear, else both are offered', () => {
  const [clear] = annotate([{ id: 0, text: '省“两院”工作报告' }], homonyms).matches;
  expect([clear?.concept, clear?.alternatives]).toEqual(['starter/courts', undefined]);
  const [open] = annotate([{ id: 0, text: '两院' }], homonyms).matches;
  expect([open?.concept, open?.alternatives]).toEqual(['starter/courts', ['starter/academies']]);
});

test('a homonym has the sense that the text named last, else names next; the others stay as alternatives', () => {
  const senses = (...texts: string[]) =>
    annotate(
      texts.map((text, id) => ({ id, text })),
      homonyms,
    ).matches.map(({ concept, alternatives }) => concept + (alternatives ? '?' : ''));
  expect(senses('两院院士', '两院', '两院报告', '两院')).toEqual([
    'starter/academies',
    'starter/academies?',
    'starter/courts',
    'starter/courts?',
  ]);
  expect(senses('两院', '两院院士')).toEqual(['starter/academies?', 'starter/academies']);
});
