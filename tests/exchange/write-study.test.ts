import Papa from 'papaparse';
import { afterEach, expect, test, vi } from 'vitest';
import { writeStudyAnki, writeStudyTable } from '../../lib/exchange/write-study.ts';
import type { StateRow } from '../../lib/glossary/rows.ts';
import { aConcept } from '../glossary/support.ts';

afterEach(() => vi.unstubAllEnvs());

const row = (change: Partial<StateRow>): StateRow => ({
  key: 'own/a',
  state: 'learning',
  since: '2026-02-01T08:00:00.000Z',
  ...change,
});
const keptAt = '2026-02-02T00:00:00.000Z';
const RECORDS = [
  {
    row: row({
      review: { box: 1, due: '2026-02-03' },
      sentences: [
        { text: '甲，“乙”。', title: '=HYPERLINK("x")', url: 'https://a.cn/1', date: '2026-01-30', keptAt },
        { text: '-1 又见甲\n第二行', keptAt },
      ],
    }),
    concept: aConcept({
      id: 'a',
      prefLabel: '甲',
      pinyin: 'jiǎ',
      definitions: { zh: '释义。', en: 'Meaning.' },
      renderings: [{ id: '1', lang: 'en', text: 'Alpha', status: 'media' }],
      tags: ['课 上'],
    }),
  },
  { row: row({ key: 'own/b', state: 'known' }), concept: aConcept({ id: 'b', prefLabel: '+乙' }) },
];
const parse = (text: string, delimiter: string) =>
  Papa.parse<string[]>(text.replace(/^\ufeff/, '').trimEnd(), { delimiter, comments: '#' }).data;

test('the table has a line for each sentence, and nothing in it is a formula', () => {
  const [head, first, second, third] = parse(writeStudyTable(RECORDS, { language: 'zh' }), ',');
  expect(head?.slice(0, 3)).toEqual(['词语', '拼音', '释义']);
  expect(first).toEqual([
    '甲',
    'jiǎ',
    '释义。',
    'Meaning.',
    'Alpha',
    '在学',
    '2026-02-01',
    '2026-02-03',
    '甲，“乙”。',
    '\'=HYPERLINK("x")',
    'https://a.cn/1',
    '2026-01-30',
  ]);
  expect(second?.slice(8)).toEqual(["'-1 又见甲\n第二行", '', '', '']);
  expect(third?.slice(0, 6)).toEqual(["'+乙", '', 'b的释义。', '', '', '已掌握']);
});

test('Anki gets a note for each term, with its sentences in one field and its state as a tag', () => {
  const text = writeStudyAnki(RECORDS);
  expect(text.split('\n').slice(0, 5)).toEqual([
    '#separator:tab',
    '#html:false',
    '#guid column:1',
    '#tags column:9',
    '#columns:ID\tTerm\tPinyin\tMeaning\tEnglish\tParts\tSources\tSentences\tTags',
  ]);
  const notes = parse(text, '\t');
  expect(notes).toHaveLength(2);
  expect(notes[0]?.[7]).toBe('甲，“乙”。 — =HYPERLINK("x"), 2026-01-30, https://a.cn/1\n-1 又见甲\n第二行');
  expect(notes.map((cells) => cells[8])).toEqual(['cezhu studying 课_上', 'cezhu known']);
});

test.each([
  ['Asia/Shanghai', '2026-03-02'],
  ['UTC', '2026-03-01'],
  ['America/New_York', '2026-03-01'],
])('since when a term is studied is told by the day of the reader in %s', (zone, day) => {
  vi.stubEnv('TZ', zone);
  // Two in the morning of Beijing.
  const records = [{ row: row({ since: '2026-03-01T18:00:00.000Z' }), concept: aConcept({ id: 'a' }) }];
  const [, line] = parse(writeStudyTable(records, { language: 'en' }), ',');
  expect(line?.[6]).toBe(day);
});
