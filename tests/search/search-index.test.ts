import { expect, test } from 'vitest';
import type { Concept } from '../../lib/glossary/schema.ts';
import { documentOf } from '../../lib/search/document.ts';
import { createMemory } from '../../lib/search/memory.ts';
import { rankFar, rankNear, searchIndex } from '../../lib/search/ranking.ts';
import { buildIndex, packIndex, unpackIndex } from '../../lib/search/search-index.ts';
import { aConcept } from '../glossary/support.ts';

const CONCEPTS: (Partial<Concept> & { id: string })[] = [
  {
    id: 'bbzl',
    prefLabel: '八八战略',
    pinyin: 'bā bā zhàn lüè',
    renderings: [{ id: '1', lang: 'en', text: 'Double-Eight Strategy', status: 'official' }],
  },
  {
    id: 'sds',
    prefLabel: '山海协作',
    pinyin: 'shān hǎi xié zuò',
    definitions: { zh: '八八战略的一部分，沿海帮山区。' },
  },
  {
    id: 'st',
    prefLabel: '双碳',
    pinyin: 'shuāng tàn',
    altLabels: [{ id: '1', form: '碳达峰碳中和', kind: 'full' }],
    definitions: { zh: '排放的两个目标。', en: 'Two carbon targets.' },
  },
  { id: 'xz', prefLabel: '西藏', pinyin: 'xī zàng', notes: { zh: '治藏方略，APEC会议。' } },
  { id: 'tw', prefLabel: '碳达峰', pinyin: 'tàn dá fēng' },
  {
    id: 'ru',
    prefLabel: '冰上丝路',
    definitions: { ru: 'Ледовый Шёлковый путь', en: 'A Полярный road, Straße' },
  },
];
const index = buildIndex(
  CONCEPTS.map((concept) => documentOf(concept.id, aConcept({ definitions: {}, ...concept }))),
);
const find = (query: string) => searchIndex(index, query).map(({ document }) => index.keys[document]);

test.each([
  ['a label', '八八战略', ['bbzl', 'sds']],
  ['the beginning of a label', '八八', ['bbzl', 'sds']],
  ['a label in other signs and spaces', '「八八 战略」', ['bbzl', 'sds']],
  ['a label in traditional characters', '八八戰略', ['bbzl', 'sds']],
  ['an alternative label, after the preferred one', '碳达峰', ['tw', 'st']],
  ['the middle of a label', '达峰', ['st', 'tw']],
  ['initials', 'bbzl', ['bbzl']],
  ['pinyin run together', 'babazhanlue', ['bbzl']],
  ['pinyin with v for ü', 'bābāzhànlvè', ['bbzl']],
  ['pinyin with tones', 'bā bā zhàn lüè', ['bbzl']],
  ['pinyin with tone numbers', 'ba1ba1zhan4', ['bbzl']],
  ['pinyin and initials mixed', 'babazl', ['bbzl']],
  ['initials from the middle', 'xz', ['xz', 'sds']],
  ['pinyin with an apostrophe', "xi'zang", ['xz']],
  ['a translation', 'double eight', ['bbzl']],
  ['a word of an English definition', 'CARBON', ['st']],
  ['a translation that begins with one letter', 'd', ['bbzl']],
  ['an English definition that begins with one letter', 't', ['st']],
  ['a note', '方略', ['xz']],
  ['a Latin word in a Chinese note', 'apec', ['xz']],
  ['a word in other letters', 'шёлковый', ['ru']],
  ['a word behind one in other letters', 'road', ['ru']],
  ['a letter of its own', 'straße', ['ru']],
  ['the middle of a sound', 'zhan', ['bbzl']],
  ['Latin and Chinese together', 'APEC会议', ['xz']],
  ['words apart', '沿海 山区', ['sds']],
  ['nothing', '没有这个', []],
  ['nothing for spaces', '  ', []],
  ['nothing for signs of the index itself', '\u0001\u0002', []],
  ['text that is a pattern', '(.*)', []],
])('finds by %s', (_name, query, expected) => {
  expect(find(query)).toEqual(expected);
});

test('a run of characters that stands nowhere is found in pieces, fewer first, but not character by character', () => {
  expect(find('沿海山区')).toEqual(['sds']);
  expect(find('八战略沿海')).toEqual(['sds']);
  expect(find('海八区战')).toEqual([]);
  const documents = ['甲乙丙和丁戊己', '甲乙和丙丁和戊己', '甲丙戊乙丁己'].map((zh, at) =>
    documentOf(`${at}`, aConcept({ id: `${at}`, prefLabel: `词${at}`, definitions: { zh } })),
  );
  const found = searchIndex(buildIndex(documents.reverse()), '甲乙丙丁戊己');
  expect(found.map(({ document }) => documents[document]?.key)).toEqual(['0', '1']);
});

test('a stored index finds the same', () => {
  const stored = unpackIndex(packIndex(index));
  expect(stored).toEqual(index);
  expect(unpackIndex(new Uint8Array([1, 2, 3]).buffer)).toBeUndefined();
});

test('letters typed one after the other, taken back and typed anew find what each text finds by itself', () => {
  const memory = createMemory();
  const typed = [
    'b',
    'ba',
    'bab',
    'ba',
    'bax',
    'ba ba',
    '八',
    '八八',
    '八方',
    '碳',
    '碳达峰',
    'two',
    'twoc',
    'two c',
  ];
  for (const query of typed) {
    const remembered = rankNear(index, query);
    rankFar(index, query, remembered, memory);
    const anew = rankNear(index, query);
    rankFar(index, query, anew);
    expect([...remembered], query).toEqual([...anew]);
  }
});
