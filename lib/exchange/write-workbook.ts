/** A workbook (XLSX) of one sheet, with the columns of the other tables. Cells are texts: none is a formula. Pure. */
import { escaped } from './markup.ts';
import { cellOf, WRITTEN_COLUMNS } from './write-table.ts';
import type { ArchiveWriter, WriteOptions } from './writer.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
/** Longer cells are no part of the format: they are cut. */
const MAX_CELL = 32_767;
const FAULTY = /[\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;

export function writeWorkbook({ title, language }: WriteOptions): ArchiveWriter {
  const sheet = escaped(title.replace(/[\\/*?:[\]]/g, ' ').slice(0, 31) || 'Cezhu');
  return {
    files: {
      '[Content_Types].xml': `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/></Types>`,
      '_rels/.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="${sheet}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
      'xl/styles.xml': `${XML}<styleSheet xmlns="${MAIN}"><fonts count="2"><font/><font><b/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" applyFont="1"/><xf xfId="0" numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`,
    },
    nameOf: (number) => `xl/worksheets/sheet${number}.xml`,
    // A sheet has room for a million rows, ten times what is foreseen.
    perFile: Number.POSITIVE_INFINITY,
    writer: {
      head: `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols><col min="1" max="${WRITTEN_COLUMNS.length}" width="18" customWidth="1"/></cols><sheetData>${row(
        WRITTEN_COLUMNS.map((column) => column[language]),
        1,
      )}`,
      entry: (concept) =>
        row(
          WRITTEN_COLUMNS.map(({ field }) => cellOf(concept, field, language)),
          2,
        ),
      foot: '</sheetData></worksheet>\n',
    },
  };
}

const row = (cells: readonly string[], style: number): string =>
  `<row>${cells.map((cell) => (cell === '' ? '<c/>' : `<c t="inlineStr" s="${style}"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`)).join('')}</row>\n`;

/** Units that XML can not hold as the format writes them, and a text that looks like one so that it stays itself. */
const cellText = (cell: string): string =>
  escaped(
    cell
      .slice(0, MAX_CELL)
      .toWellFormed()
      .replace(FAULTY, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`),
  );
