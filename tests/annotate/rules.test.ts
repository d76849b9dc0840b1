import { expect, test } from 'vitest';
import { explainAll, judge } from '../../lib/annotate/annotate.ts';
import { compileLexicon } from '../../lib/annotate/lexicon.ts';
import type { LabelHints, LexiconEntry } from '../../lib/annotate/types.ts';
import type { Segmenter } from '../../lib/segment/segmenter.ts';

/** Agrees with everything: these rules need no dictionary. */
const agreeing: Segmenter = { words: (text) => [...text], isWord: () => false };

const entry = (form: string, hints?: LabelHints, concept = form): LexiconEntry => ({
  form,
  concept: `starter/${concept}`,
  generic: false,
  hints,
});
const lexicon = compileLexicon([
  entry('5G'),
  entry('1+3'),
  entry('1+3+N'),
  entry('四风'),
  entry('六保'),
  entry('六稳'),
  entry('十四五'),
  entry('两会'),
  entry('民政部'),
  entry('商务部'),
  entry('浙江精神'),
  entry('民营企业'),
  entry('两个维护'),
  entry('外交部'),
  entry('双碳', undefined, 'carbon'),
  entry('“双碳”目标', undefined, 'carbon'),
  entry('人类命运共同体', undefined, 'community'),
  entry('推动构建人类命运共同体', undefined, 'community'),
  entry('四个落实', { onlyInQuotes: true }),
  entry('一盘棋', { notAfter: ['摆开'], notBefore: ['局'] }),
  entry('四种形态', { minContext: ['执纪'] }),
  entry('两院', { notBefore: ['”院士', '校友'] }),
  entry('基本法', { notAfter: ['德国《', '法国'] }),
  entry('十九届四中全会'),
  entry('十九届五中全会'),
]);

const marked = (text: string): string[] =>
  judge([{ id: 0, text }], lexicon, agreeing).map(({ start, end }) => text.slice(start, end));

test.each([
  ['inside-word', '15G网', []],
  ['inside-word', '5G网', ['5G']],
  ['arithmetic', '1+3=4', []],
  ['arithmetic', '形成“1+3+N”体系', ['1+3+N']],
  ['number-cut', '海丰12-14五号平台', []],
  ['number-cut', '北斗-5G融合', ['5G']],
  ['number-cut', '第四风场', []],
  ['number-cut', '十四五个孩子', []],
  ['number-cut', '2022两会召开', ['两会']],
  ['number-cut', '六稳六保', ['六稳', '六保']],
  ['number-cut', '第十九届四中全会', ['十九届四中全会']],
  ['longer-word', '商务部门', []],
  ['longer-word', '民政部门', []],
  ['longer-word', '浙江精神文明', []],
  ['longer-word', '外交部长', []],
  ['longer-word', '民营企业家', []],
  ['counted', '这两个维护工', []],
  ['foreign-body', '伊朗外交部', []],
  ['foreign-body', '我国外交部', ['外交部']],
  ['foreign-body', '日本和韩国，外交部表示', ['外交部']],
  ['quoted-core', '实现“双碳”目标', ['双碳']],
  ['verb-led', '推动构建人类命运共同体', ['人类命运共同体']],
  ['quotes', '四个落实较快', []],
  ['quotes', '“四个落实”', ['四个落实']],
  ['not-after', '摆开一盘棋', []],
  ['not-before', '一盘棋局', []],
  ['not-before', '“两院”院士', []],
  ['not-before', '「两院」院士', []],
  ['not-before', '两院院士', ['两院']],
  ['not-before', '“两院”校友', ['两院']],
  ['not-before', '两院校友', []],
  ['not-after', '德国《基本法》', []],
  ['not-after', '德国基本法', ['基本法']],
  ['not-after', '法国《基本法》', ['基本法']],
  ['not-after', '法国基本法', []],
  ['context', '冰晶的四种形态', []],
  ['context', '监督执纪四种形态', ['四种形态']],
  ['context', '“四种形态”', ['四种形态']],
])('%s: “%s” gives %j', (rule, text, expected) => {
  expect(marked(text)).toEqual(expected);
  if (expected.length > 0) return;
  const refused = explainAll({ id: 0, text }, lexicon, agreeing).filter(
    ({ outcome }) => outcome === 'refused',
  );
  expect(refused.map(({ why }) => why.rule)).toContain(rule);
  for (const { why } of refused) expect(why.evidence).not.toBe('');
});

test('sessions named together are one mark that leads to those the glossary has', () => {
  const text = '党的十九届二中、三中、四中、五中全会精神';
  const [match, ...others] = judge([{ id: 0, text }], lexicon, agreeing);
  expect(others).toEqual([]);
  expect(text.slice(match?.start, match?.end)).toBe('十九届二中、三中、四中、五中全会');
  expect([match?.concept, match?.alternatives]).toEqual([
    'starter/十九届四中全会',
    ['starter/十九届五中全会'],
  ]);
});

test('another list of sessions leads to the concept whose label is such a list', () => {
  const lists = compileLexicon([entry('十九届二中、三中、四中、五中全会')]);
  const text = '十九届二中、三中、四中全会';
  const [match] = judge([{ id: 0, text }], lists, agreeing);
  expect([match?.start, match?.end, match?.concept]).toEqual([
    0,
    text.length,
    'starter/十九届二中、三中、四中、五中全会',
  ]);
});

test('a list that shares only some sessions with a label leads to the sessions by themselves', () => {
  const lists = compileLexicon([entry('二十届二中、三中全会'), entry('二十届二中全会')]);
  const [match] = judge([{ id: 0, text: '二十届一中、二中全会' }], lists, agreeing);
  expect([match?.concept, match?.alternatives]).toEqual(['starter/二十届二中全会', undefined]);
});

test('a local sense comes first in a text about its place, and the general one stays', () => {
  const local = { ...entry('五位一体', undefined, 'local'), place: '浙江省' };
  const both = compileLexicon([local, entry('五位一体', undefined, 'national')]);
  const conceptsIn = (text: string) =>
    judge([{ id: 0, text }], both, agreeing).map(({ concept, alternatives }) => [concept, alternatives]);
  expect(conceptsIn('浙江的五位一体')).toEqual([['starter/local', ['starter/national']]]);
  expect(conceptsIn('统筹五位一体')).toEqual([['starter/national', undefined]]);
});
