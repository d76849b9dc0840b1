/**
 * The learning list for spreadsheets, a line for each sentence, and for Anki, a note for each term. Days are those of
 * the reader's own calendar. Pure, but for the time zone.
 */
import type { StateRow } from '../glossary/rows.ts';
import type { Concept } from '../glossary/schema.ts';
import { dayOf } from '../study/schedule.ts';
import { ANKI_COLUMNS, ankiCells, ankiHead, ankiLine, BYTE_ORDER_MARK, tableLine } from './write-table.ts';
import type { WriteOptions } from './writer.ts';

export interface StudyRecord {
  readonly row: StateRow;
  readonly concept: Concept;
}

const HEADS = {
  zh: [
    '词语',
    '拼音',
    '释义',
    '英文释义',
    '英文译法',
    '状态',
    '起于',
    '下次复习',
    '句子',
    '网页',
    '地址',
    '日期',
  ],
  en: [
    'Term',
    'Pinyin',
    'Definition (Chinese)',
    'Definition (English)',
    'English',
    'State',
    'Since',
    'Next review',
    'Sentence',
    'Page',
    'Address',
    'Date',
  ],
} as const;
const STATES = {
  zh: { learning: '在学', known: '已掌握', muted: '不标注' },
  en: { learning: 'studying', known: 'known', muted: 'not marked' },
} as const;

export function writeStudyTable(
  records: readonly StudyRecord[],
  { language }: Pick<WriteOptions, 'language'>,
): string {
  const lines = records.flatMap(({ row, concept }) => {
    const term = [
      concept.prefLabel,
      concept.pinyin ?? '',
      concept.definitions.zh ?? '',
      concept.definitions.en ?? '',
      english(concept),
      STATES[language][row.state],
      dayOf(new Date(row.since)),
      row.review?.due ?? '',
    ];
    const sentences = row.sentences ?? [];
    if (sentences.length === 0) return [[...term, '', '', '', '']];
    return sentences.map(({ text, title = '', url = '', date = '' }) => [...term, text, title, url, date]);
  });
  return BYTE_ORDER_MARK + [HEADS[language], ...lines].map((cells) => tableLine(cells, ',')).join('');
}

/** The columns of every glossary's cards, and the kept sentences before the tags. */
export function writeStudyAnki(records: readonly StudyRecord[]): string {
  const columns = [...ANKI_COLUMNS.slice(0, -1), 'Sentences', 'Tags'];
  const notes = records.map(({ row, concept }) => {
    const cells = ankiCells(concept);
    const tags = ['cezhu', STATES.en[row.state].replace(' ', '_'), ...cells.slice(-1)].filter(Boolean);
    const sentences = (row.sentences ?? []).map(({ text, title, date, url }) =>
      [text, [title, date, url].filter(Boolean).join(', ')].filter(Boolean).join(' — '),
    );
    return ankiLine([...cells.slice(0, -1), sentences.join('\n'), tags.join(' ')]);
  });
  return ankiHead(columns) + notes.join('');
}

const english = ({ renderings }: Concept): string =>
  renderings
    .filter(({ lang }) => /^en\b/i.test(lang))
    .map(({ text }) => text)
    .join('; ');
