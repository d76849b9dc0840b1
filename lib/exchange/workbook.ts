/** What stands around the sheets of an XLSX workbook (ISO/IEC 29500): their names, its shared texts, its date formats. */
import { type ArchiveFile, textIn, type Unpacked } from './archive.ts';
import { type DateParts, dateParts } from './sheet-dates.ts';
import { ExchangeError } from './types.ts';
import { readXml, XmlFault, type XmlHandlers } from './xml.ts';

export interface Sheet {
  readonly name: string;
  readonly file: ArchiveFile;
}

export interface Workbook {
  /** Those that are shown, in their order, then the hidden ones. */
  readonly sheets: readonly Sheet[];
  readonly texts: readonly string[];
  /** By the style of a cell: what its number shows of a date; `undefined` where it is no date. */
  readonly dates: readonly (DateParts | undefined)[];
  /** Days are counted from 1904, as old Macintosh workbooks do. */
  readonly since1904: boolean;
}

/** Unpacked; what is held in memory, unlike the sheets. */
const MAX_PART = 128 * 1024 * 1024;

/** The path of the workbook's own file, or `undefined` in another kind of archive. */
export const workbookPath = (files: ReadonlyMap<string, ArchiveFile>): string | undefined =>
  [...files.keys()].find((name) => /^(?:[^/]+\/)?workbook\.xml$/i.test(name));

/** @throws {ExchangeError} `broken-archive`, `too-large` */
export async function openWorkbook(
  archive: Blob,
  files: ReadonlyMap<string, ArchiveFile>,
  path: string,
): Promise<Workbook> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1);
  const unpacked: Unpacked = { all: 0 };
  const read = async (name: string, handlers: Partial<XmlHandlers>) => {
    const file = files.get(name);
    if (file === undefined) return;
    const all = { open() {}, text() {}, close() {}, ...handlers };
    try {
      for await (const _ of readXml(textIn(archive, file, MAX_PART, unpacked), all));
    } catch (error) {
      if (!(error instanceof XmlFault)) throw error;
      throw new ExchangeError('broken-archive', `${name} ${error.reason}`);
    }
  };
  const targets = new Map<string, string>();
  await read(`${folder}_rels/workbook.xml.rels`, {
    open(_, { Id, Type = '', Target = '' }) {
      if (Id !== undefined && Type.endsWith('/worksheet'))
        targets.set(Id, Target.startsWith('/') ? Target.slice(1) : folder + Target);
    },
  });
  const named: { sheet: Sheet; hidden: boolean }[] = [];
  let since1904 = false;
  await read(path, {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (name !== 'sheet') return;
      const [, id = ''] = Object.entries(attributes).find(([key]) => key.endsWith(':id')) ?? [];
      const file = files.get(targets.get(id) ?? '');
      const hidden = (attributes.state ?? 'visible') !== 'visible';
      if (file !== undefined) named.push({ sheet: { name: attributes.name ?? '', file }, hidden });
    },
  });
  named.sort((a, b) => Number(a.hidden) - Number(b.hidden));
  const texts: string[] = [];
  await read(`${folder}sharedStrings.xml`, sharedTexts(texts));
  const dates: (DateParts | undefined)[] = [];
  await read(`${folder}styles.xml`, cellFormats(dates));
  return { sheets: named.map(({ sheet }) => sheet), texts, dates, since1904 };
}

/** A text may be in several runs; how it is read aloud (`rPh`) is no part of it. */
function sharedTexts(texts: string[]): XmlHandlers {
  let text = '';
  let inText = false;
  let aloud = false;
  return {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') aloud = true;
      inText = name === 't' && !aloud;
    },
    text(more) {
      if (inText) text += more;
    },
    close(name) {
      inText = false;
      if (name === 'rPh') aloud = false;
      else if (name === 'si') texts.push(plainText(text));
    },
  };
}

/** Units that XML can not hold are written as `_x000D_`. */
export const plainText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));

function cellFormats(dates: (DateParts | undefined)[]): XmlHandlers {
  const codes = new Map<number, string>();
  let inCells = false;
  return {
    open(name, attributes) {
      if (name === 'numFmt') codes.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        dates.push(dateParts(id, codes.get(id)));
      }
    },
    text() {},
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  };
}
