/** CSV and TSV, a piece at a time: the head says which column is which field. */
import Papa from 'papaparse';
import { fieldOf } from './columns.ts';
import { withPlainBreaks } from './lines.ts';
import { rowDraft, unescapedCell } from './row-draft.ts';
import { type Column, ExchangeError, REASONS, type Row } from './types.ts';

/** A row that is longer has an open quotation mark, or is an attack. */
const MAX_ROW = 1_000_000;

/** The delimiter that divides most of the first rows into as many cells as the first; `text` is the file's beginning. */
export function guessDelimiter(text: string): string {
  const scored = ['\t', ',', ';', '|'].map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, {
      delimiter,
      newline: '\n',
      preview: 20,
      skipEmptyLines: true,
    });
    const width = data[0]?.length ?? 0;
    return { delimiter, score: width < 2 ? 0 : data.filter((cells) => cells.length === width).length };
  });
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).delimiter;
}

/** The columns of a table by its first row; without a head a column of terms and one of definitions. */
export function columnsOf(first: readonly string[]): { columns: Column[]; hasHead: boolean } {
  const fields = first.map(fieldOf);
  const hasHead = fields.some((field) => field !== undefined);
  const columns = first.map((head, at): Column => {
    // The same field twice: the first column has it.
    const named = fields.indexOf(fields[at]) === at ? fields[at] : undefined;
    return {
      head: head.trim().slice(0, 100),
      field: hasHead ? named : NUMBER.test(head) ? undefined : POSITIONS[at],
    };
  });
  return { columns, hasHead };
}
/** How often a word occurs, in lists of words; never what it means. */
const NUMBER = /^\s*[\d.,]+\s*$/;
const POSITIONS = ['prefLabel', 'definitions'];

export const hasTerms = (columns: readonly Column[]): boolean =>
  columns.some(({ field }) => field === 'prefLabel' || field?.startsWith('renderings.'));

/** @throws {ExchangeError} `no-term-column` */
export async function* readTable(
  pieces: AsyncIterable<string>,
  delimiter: string,
  columns: readonly Column[],
  hasHead: boolean,
): AsyncGenerator<Row> {
  const fields = columns.map(({ field }) => field);
  if (!hasTerms(columns)) throw new ExchangeError('no-term-column', 'no column holds the terms');
  let row = 0;
  for await (const { cells, problem } of recordsOf(pieces, delimiter)) {
    row += 1;
    if (problem !== undefined) yield { row, problem: { field: '', reason: problem } };
    else if (row > 1 || !hasHead) {
      const draft = rowDraft(fields, cells.map(unescapedCell));
      if (draft !== undefined) yield { row, draft };
    }
  }
}

interface TableRow {
  readonly cells: readonly string[];
  readonly problem?: string | undefined;
}

async function* recordsOf(pieces: AsyncIterable<string>, delimiter: string): AsyncGenerator<TableRow> {
  let open = '';
  const parse = (last: boolean): TableRow[] => {
    const parser = new Papa.Parser({ delimiter, newline: '\n' });
    const { data, errors, meta } = parser.parse(open, 0, !last) as Papa.ParseResult<string[]>;
    open = last ? '' : open.slice(meta.cursor);
    const unclosed = errors.some(({ code }) => code === 'MissingQuotes');
    return data.map((cells, at) => ({
      cells,
      ...(last && unclosed && at === data.length - 1 ? { problem: REASONS.quote } : {}),
    }));
  };
  for await (const piece of withPlainBreaks(pieces)) {
    open += piece;
    yield* parse(false);
    if (open.length > MAX_ROW) {
      yield { cells: [], problem: REASONS.quote };
      return;
    }
  }
  if (open !== '') yield* parse(true);
}
