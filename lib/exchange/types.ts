/** What passes between the readers of files, the staging of entries and the page. Shapes only. */

export type Format =
  | ('json' | 'jsonl' | 'csv' | 'tsv' | 'xlsx' | 'list')
  | ('tbx' | 'skos' | 'turtle' | 'rdf' | 'yomitan');

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030', 'big5'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** An entry as a file gives it: fields of a concept, not checked yet; ids, dates and empty lists may be missing. */
export type Draft = Readonly<Record<string, unknown>>;

/** Why an entry, or a part of one, is not taken. */
export interface Problem {
  /** Of the file, counted from 1: the row of a table (its head is row 1), the entry of JSON, the line of a list. */
  readonly row: number;
  /** Letter of the column, in a sheet of a workbook. */
  readonly column?: string | undefined;
  /** Dotted path of the field; empty for the whole entry. */
  readonly field: string;
  /** One of `REASONS`, or what the schema says. */
  readonly reason: string;
}

/** Faults of a row that stand before any schema. */
export const REASONS = {
  json: 'is not JSON',
  object: 'is not an entry',
  truncated: 'the file ends in the middle of this entry',
  deep: 'is nested too deeply',
  long: 'is far too long',
  quote: 'a quotation mark is not closed',
  turtle: 'is not Turtle from here on',
  xml: 'is not well-formed XML from here on',
  unknown: 'is no field of an entry',
  pointer: 'belongs to a term that is not here',
  twice: 'is used twice',
  formula: 'the formula of this cell has no result',
} as const;

/** One row of a file: an entry, or why there is none. */
export type Row =
  | { readonly row: number; readonly draft: Draft }
  | { readonly row: number; readonly problem: Omit<Problem, 'row'> };

/** What a file was recognised as. */
export interface Recognised {
  readonly format: Format;
  /** Absent of archives. */
  readonly encoding?: Encoding | undefined;
  /** Title and licence that the file itself gives. */
  readonly title?: string | undefined;
  readonly licence?: string | undefined;
  /** Of workbooks: those that can be read, and the one that is. */
  readonly sheets?: readonly string[] | undefined;
  readonly sheet?: string | undefined;
  /** Of tables: each column's head, or its first cell where there is no head, and the field it is read as. */
  readonly columns?: readonly Column[] | undefined;
}
export interface Column {
  readonly head: string;
  readonly field: string | undefined;
  /** In a sheet of a workbook. */
  readonly letter?: string | undefined;
}

export type ExchangeErrorCode =
  | 'empty'
  /** By another page, into the same glossary. */
  | 'being-read'
  | 'encoding'
  | 'unknown-format'
  | 'broken-archive'
  | 'old-workbook'
  | 'backup'
  | 'no-term-column'
  | 'too-large';

/** The file as a whole can not be read. */
export class ExchangeError extends Error {
  override readonly name = 'ExchangeError';
  readonly code: ExchangeErrorCode;
  constructor(code: ExchangeErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
