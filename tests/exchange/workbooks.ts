/** Workbooks as spreadsheets write them, as small as they can be. */
import { archive } from './archives.ts';

const MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Part {
  readonly sheets: readonly { readonly name: string; readonly xml: string; readonly state?: string }[];
  /** Elements `si`. */
  readonly texts?: string;
  /** What stands in `styleSheet`. */
  readonly styles?: string;
  readonly properties?: string;
}

export function aWorkbook({ sheets, texts = '', styles = '', properties = '' }: Part) {
  const list = sheets.map(
    ({ name, state }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" r:id="rId${at + 1}"${state ? ` state="${state}"` : ''}/>`,
  );
  const targets = sheets.map(
    (_, at) =>
      `<Relationship Id="rId${at + 1}" Type="${RELATION}/worksheet" Target="worksheets/s${at + 1}.xml"/>`,
  );
  return archive({
    ...Object.fromEntries(
      sheets.map(({ xml }, at) => [
        `xl/worksheets/s${at + 1}.xml`,
        `<worksheet ${MAIN}><sheetData>${xml}</sheetData></worksheet>`,
      ]),
    ),
    'xl/workbook.xml': `<workbook ${MAIN} xmlns:r="${RELATION}">${properties}<sheets>${list.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${targets.join('')}</Relationships>`,
    'xl/sharedStrings.xml': `<sst ${MAIN}>${texts}</sst>`,
    'xl/styles.xml': `<styleSheet ${MAIN}>${styles}</styleSheet>`,
  });
}

/** Rows of texts written into the cells themselves. */
export const inlineRows = (rows: readonly (readonly string[])[]): string =>
  rows
    .map(
      (cells) => `<row>${cells.map((cell) => `<c t="inlineStr"><is><t>${cell}</t></is></c>`).join('')}</row>`,
    )
    .join('');
