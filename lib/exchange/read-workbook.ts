/** A workbook (XLSX): one of its sheets, read like a table. */
import type { ArchiveFile } from './archive.ts';
import { columnsOf, hasTerms } from './read-table.ts';
import { rowDraft } from './row-draft.ts';
import { columnLetter, type SheetRow, sheetRows } from './sheet-rows.ts';
import { type Column, ExchangeError, REASONS, type Row } from './types.ts';
import { openWorkbook, type Sheet, type Workbook } from './workbook.ts';
import { XmlFault } from './xml.ts';

export interface WorkbookReading {
  readonly sheets: readonly string[];
  readonly sheet: string;
  readonly columns: readonly Column[];
  readonly rows: AsyncIterable<Row>;
}

interface Choices {
  readonly sheet?: string | undefined;
  readonly fields?: readonly string[] | undefined;
}

/** Above the head there may be titles and remarks, but not more rows of them. */
const HEAD_WITHIN = 10;

/** @throws {ExchangeError} `broken-archive`, `too-large`, `empty`, `no-term-column` */
export async function readWorkbook(
  archive: Blob,
  files: ReadonlyMap<string, ArchiveFile>,
  path: string,
  choices: Choices,
): Promise<WorkbookReading> {
  const workbook = await openWorkbook(archive, files, path);
  const found = await chosenSheet(archive, workbook, choices.sheet);
  if (found === undefined) throw new ExchangeError('empty', 'no sheet of the workbook holds anything');
  const { sheet, head } = found;
  const columns = head.columns.map((column, at) => ({
    ...column,
    letter: columnLetter(at),
    ...(choices.fields === undefined ? {} : { field: choices.fields[at] || undefined }),
  }));
  return {
    sheets: workbook.sheets.map(({ name }) => name),
    sheet: sheet.name,
    columns,
    rows: draftsIn(sheetRows(archive, workbook, sheet), columns, head.row),
  };
}

interface Head {
  readonly columns: readonly Column[];
  /** Its row; 0 where the sheet has none. */
  readonly row: number;
}

/** The one that is asked for; else the first with a head that names terms, else the first with anything in it. */
async function chosenSheet(
  archive: Blob,
  workbook: Workbook,
  name: string | undefined,
): Promise<{ sheet: Sheet; head: Head } | undefined> {
  let first: { sheet: Sheet; head: Head } | undefined;
  for (const sheet of workbook.sheets) {
    if (name !== undefined && sheet.name !== name) continue;
    const head = await headOf(sheetRows(archive, workbook, sheet));
    if (head === undefined) continue;
    first ??= { sheet, head };
    if (head.row > 0 && hasTerms(head.columns)) return { sheet, head };
  }
  return first;
}

/** @returns `undefined` for an empty sheet */
async function headOf(rows: AsyncIterable<SheetRow>): Promise<Head | undefined> {
  let widest: SheetRow | undefined;
  let seen = 0;
  try {
    for await (const { row, cells, broken } of rows) {
      const { columns, hasHead } = columnsOf(cells);
      if (hasHead && hasTerms(columns)) return { columns, row };
      if (cells.length > (widest?.cells.length ?? 0)) widest = { row, cells, broken };
      seen += 1;
      if (seen === HEAD_WITHIN) break;
    }
  } catch (error) {
    // Behind a row it is named where it stands, when the rows are read.
    if (!(error instanceof XmlFault)) throw error;
    if (seen === 0) throw new ExchangeError('broken-archive', `a sheet ${error.reason}`);
  }
  if (widest === undefined) return undefined;
  const { columns, hasHead } = columnsOf(widest.cells);
  return { columns, row: hasHead ? widest.row : 0 };
}

async function* draftsIn(
  rows: AsyncIterable<SheetRow>,
  columns: readonly Column[],
  headRow: number,
): AsyncGenerator<Row> {
  if (!hasTerms(columns)) throw new ExchangeError('no-term-column', 'no column holds the terms');
  const fields = columns.map(({ field }) => field);
  let last = headRow;
  try {
    for await (const { row, cells, broken } of rows) {
      last = row;
      if (row <= headRow) continue;
      const at = broken.find((place) => fields[place] !== undefined);
      if (at === undefined) {
        const draft = rowDraft(fields, cells);
        if (draft !== undefined) yield { row, draft };
      } else
        yield {
          row,
          problem: { field: fields[at] ?? '', column: columnLetter(at), reason: REASONS.formula },
        };
    }
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    yield { row: last + 1, problem: { field: '', reason: error.reason } };
  }
}
