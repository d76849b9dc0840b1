/** The rows of one sheet of a workbook, as they stream in. */
import { textIn, type Unpacked } from './archive.ts';
import { isoOfSerial } from './sheet-dates.ts';
import { plainText, type Sheet, type Workbook } from './workbook.ts';
import { readXml } from './xml.ts';

/** Counted from 1, as the spreadsheet does. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly string[];
  /** Places of cells whose formula came to nothing: #REF!, #N/A. */
  readonly broken: readonly number[];
}

/** Unpacked; a sheet is read as it streams in. */
const MAX_SHEET = 512 * 1024 * 1024;
/** Cells farther right are no part of a glossary. */
const MAX_COLUMNS = 256;

/** Rows with anything in them. @throws {ExchangeError} {XmlFault} once the rows before the fault were given */
export async function* sheetRows(archive: Blob, workbook: Workbook, sheet: Sheet): AsyncGenerator<SheetRow> {
  const rows: SheetRow[] = [];
  const unpacked: Unpacked = { all: 0 };
  let row = 0;
  let cells: string[] = [];
  let broken: number[] = [];
  let column = -1;
  let [type, style, value] = ['', '', ''];
  let inValue = false;
  let aloud = false;
  const pieces = textIn(archive, sheet.file, MAX_SHEET, unpacked);
  const turns = readXml(pieces, {
    open(name, attributes) {
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1);
        [cells, broken, column] = [[], [], -1];
      } else if (name === 'c') {
        column = attributes.r === undefined ? column + 1 : columnIndex(attributes.r);
        [type, style, value] = [attributes.t ?? 'n', attributes.s ?? '', ''];
      } else if (name === 'rPh') aloud = true;
      inValue = (name === 'v' || name === 't') && !aloud;
    },
    text(more) {
      if (inValue) value += more;
    },
    close(name) {
      inValue = false;
      if (name === 'rPh') aloud = false;
      else if (name === 'c' && column < MAX_COLUMNS && value !== '') {
        if (type === 'e') broken.push(column);
        while (cells.length < column) cells.push('');
        cells[column] = shown(workbook, type, style, value);
      } else if (name === 'row' && cells.length > 0) rows.push({ row, cells, broken });
    },
  });
  try {
    for await (const _ of turns) yield* rows.splice(0);
  } catch (error) {
    yield* rows.splice(0);
    throw error;
  }
}

/** The text that a reader of the sheet sees, near enough. */
function shown({ texts, dates, since1904 }: Workbook, type: string, style: string, value: string): string {
  if (type === 's') return texts[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'd') return value.replace(/T.*$/, '');
  if (type !== 'n') return plainText(value);
  const number = Number(value);
  if (!Number.isFinite(number)) return value;
  const parts = dates[Number(style || 0)];
  return (parts && isoOfSerial(number, parts, since1904)) ?? String(number);
}

/** `C7` → 2. */
function columnIndex(reference: string): number {
  let index = 0;
  for (const [letter] of reference.matchAll(/[A-Z]/g)) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** 2 → `C`. */
export function columnLetter(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetter(Math.floor(index / 26) - 1) + last;
}
