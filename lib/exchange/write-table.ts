/** Entries as a table for spreadsheets, and as cards for Anki. Pure. */
import Papa from 'papaparse';
import type { Concept } from '../glossary/schema.ts';
import { joinCell, joinParts } from './cells.ts';
import { COLUMNS } from './columns.ts';
import type { EntryWriter, WriteOptions } from './writer.ts';

const LINE_END = '\r\n';

/** A byte order mark, or spreadsheets read Chinese as something else. */
export const BYTE_ORDER_MARK = '\ufeff';

/** Columns without a language of their own are understood, never written. */
export const WRITTEN_COLUMNS = COLUMNS.filter(({ field }) => field !== 'definitions' && field !== 'notes');

export const writeTable =
  (delimiter: ',' | '\t') =>
  ({ language }: WriteOptions): EntryWriter => ({
    head:
      BYTE_ORDER_MARK +
      tableLine(
        WRITTEN_COLUMNS.map((column) => column[language]),
        delimiter,
      ),
    entry: (concept) =>
      tableLine(
        WRITTEN_COLUMNS.map(({ field }) => cellOf(concept, field, language)),
        delimiter,
      ),
    foot: '',
  });

/** Cells that begin like this are taken for formulas by spreadsheets; the parser's own pattern overlooks some. */
export const FORMULA = /^'*[=+\-@\t\r]/;

/** Cells that begin like a formula, or like one so escaped, get an apostrophe, which reading takes away again. */
export const tableLine = (cells: readonly string[], delimiter: ',' | '\t'): string =>
  Papa.unparse([[...cells]], { delimiter, newline: LINE_END, escapeFormulae: FORMULA }) + LINE_END;

const YES = { zh: '是', en: 'yes' } as const;

/** A field of an entry as the text of a cell. */
export function cellOf(concept: Concept, path: string, language: WriteOptions['language']): string {
  const [field = '', part = ''] = path.split('.');
  switch (field) {
    case 'altLabels':
      return joinCell(concept.altLabels.filter(({ kind }) => kind === part).map(({ form }) => form));
    case 'renderings':
      return joinCell(concept.renderings.filter(({ lang }) => lang === part).map(({ text }) => text));
    case 'definitions':
    case 'notes':
      return concept[field][part] ?? '';
    case 'components':
      return joinCell((concept.components ?? []).map(({ label }) => label));
    case 'sources':
      return joinCell(
        concept.sources.map(({ title, publisher, date, url }) => joinParts([title, publisher, date, url])),
      );
    case 'broader':
    case 'related':
    case 'replacedBy':
    case 'tags':
      return joinCell(concept[field] ?? []);
    case 'firstUse':
      if (part === 'noLaterThan') return concept.firstUse?.noLaterThan === true ? YES[language] : '';
      return concept.firstUse?.[part as 'date' | 'occasion'] ?? '';
    default:
      return String(concept[field as 'prefLabel'] ?? '');
  }
}

export const ANKI_COLUMNS = [
  'ID',
  'Term',
  'Pinyin',
  'Meaning',
  'English',
  'Parts',
  'Sources',
  'Tags',
] as const;

/** What Anki reads before the notes: the first column is a note's identity, the last holds its tags. */
export const ankiHead = (columns: readonly string[]): string =>
  `#separator:tab\n#html:false\n#guid column:1\n#tags column:${columns.length}\n#columns:${columns.join('\t')}\n`;

export const ankiLine = (cells: readonly string[]): string =>
  `${Papa.unparse([[...cells]], { delimiter: '\t', newline: '\n' })}\n`;

/** One note a line for Anki: term, pinyin, meaning, English, parts, sources, tags; the first column is its identity. */
export const writeAnki = (): EntryWriter => ({
  head: ankiHead(ANKI_COLUMNS),
  entry: (concept) => ankiLine(ankiCells(concept)),
  foot: '',
});

/** In the order of the columns. */
export function ankiCells(concept: Concept): string[] {
  const { origin, id, prefLabel, pinyin, definitions, renderings, components, sources, tags } = concept;
  return [
    `${origin.glossaryId}/${id}`,
    prefLabel,
    pinyin ?? '',
    Object.values(definitions).join('\n'),
    renderings.map(({ text }) => text).join('; '),
    (components ?? []).map(({ label }, at) => `${at + 1}. ${label}`).join('\n'),
    sources
      .map(({ title, publisher, date }) => [title, publisher, date].filter(Boolean).join(', '))
      .join('\n'),
    (tags ?? []).map((tag) => tag.replace(/\s+/g, '_')).join(' '),
  ];
}
