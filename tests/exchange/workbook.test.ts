import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { readFile } from '../../lib/exchange/read-file.ts';
import { stageFile } from '../../lib/exchange/stage-file.ts';
import { aGlossary } from '../glossary/support.ts';
import { archive, bomb } from './archives.ts';
import { aFile, draftsOf, problemsOf, read } from './support.ts';
import { aWorkbook, inlineRows } from './workbooks.ts';

test('shared texts, runs, readings aloud, escapes, booleans and formulas give the text that is seen', async () => {
  const book = aWorkbook({
    texts:
      '<si><t>词条</t></si><si><r><t>八八</t></r><r><rPr><b/></rPr><t xml:space="preserve">战略</t></r><rPh sb="0" eb="2"><t>ばば</t></rPh></si><si><t>释义_x000A_二</t></si>',
    sheets: [
      {
        name: '词汇',
        xml: `<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>释义</t></is></c><c r="D1" t="str"><v>备注</v></c></row>
          <row r="4"><c r="A4" t="s"><v>1</v></c><c r="C4" t="s"><v>2</v></c><c r="D4" t="str"><f>A4&amp;"x"</f><v>八八战略x</v></c><c r="XFD4"><v>1</v></c></row>
          <row r="6"><c r="A6"><v>2003</v></c><c r="C6" t="b"><v>1</v></c><c r="D6"><v>0.10000000000000001</v></c></row>`,
      },
    ],
  });
  const { recognised, rows } = await read(book, 'a.xlsx');
  expect(recognised).toMatchObject({ format: 'xlsx', sheets: ['词汇'], sheet: '词汇' });
  expect(recognised.columns?.map(({ letter, field }) => [letter, field])).toEqual([
    ['A', 'prefLabel'],
    ['B', undefined],
    ['C', 'definitions'],
    ['D', 'notes'],
  ]);
  expect(rows).toEqual([
    {
      row: 4,
      draft: { prefLabel: '八八战略', definitions: { zh: '释义\n二' }, notes: { zh: '八八战略x' } },
    },
    { row: 6, draft: { prefLabel: '2003', definitions: { en: 'TRUE' }, notes: { en: '0.1' } } },
  ]);
});

test('numbers with a date format are dates, as precise as the format shows them', async () => {
  const formats = ['0', '14', '164', '165', '166', '167'].map((id) => `<xf numFmtId="${id}"/>`).join('');
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/><numFmt numFmtId="165" formatCode="[$-804]yyyy;@"/><numFmt numFmtId="166" formatCode="h:mm"/><numFmt numFmtId="167" formatCode="0.00&quot;day&quot;"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats}</cellXfs>`;
  const dated = (serial: number) =>
    `<row><c t="inlineStr"><is><t>词条</t></is></c><c t="inlineStr"><is><t>首次提出</t></is></c></row>${[
      0, 1, 2, 3, 4, 5,
    ]
      .map((style) => `<row><c><v>1</v></c><c s="${style}"><v>${serial}</v></c></row>`)
      .join('')}`;
  const datesIn = async (serial: number, properties = '') =>
    draftsOf(
      (await read(aWorkbook({ styles, properties, sheets: [{ name: 's', xml: dated(serial) }] }), 'a')).rows,
    ).map(({ firstUse }) => (firstUse as { date: string }).date);
  expect(await datesIn(37_812)).toEqual(['37812', '2003-07-10', '2003-07', '2003', '37812', '37812']);
  expect((await datesIn(36_350, '<workbookPr date1904="1"/>'))[1]).toBe('2003-07-10');
  expect((await datesIn(59))[1]).toBe('1900-02-28');
  expect((await datesIn(61))[1]).toBe('1900-03-01');
});

test('the first shown sheet with a head that names terms is read; titles may stand above it; another can be chosen', async () => {
  const book = aWorkbook({
    sheets: [
      { name: '旧稿', xml: inlineRows([['词条'], ['隐藏']]), state: 'hidden' },
      { name: '说明', xml: inlineRows([['本表由编辑部整理']]) },
      {
        name: '词汇',
        xml: inlineRows([['2024年词表'], ['编号', '术语', '英文'], ['a1', '民生', 'livelihood']]),
      },
    ],
  });
  const found = await read(book, 'a.xlsx');
  expect(found.recognised).toMatchObject({ sheets: ['说明', '词汇', '旧稿'], sheet: '词汇' });
  expect(found.rows).toMatchObject([{ row: 3, draft: { id: 'a1', prefLabel: '民生' } }]);
  const chosen = await read(book, 'a.xlsx', { sheet: '说明' });
  expect(chosen.rows).toEqual([{ row: 1, draft: { prefLabel: '本表由编辑部整理' } }]);
  const mapped = await read(book, 'a.xlsx', { sheet: '词汇', fields: ['', 'definitions.zh', 'prefLabel'] });
  expect(draftsOf(mapped.rows)).toEqual([{ prefLabel: 'livelihood', definitions: { zh: '民生' } }]);
});

test('faults of a sheet are named by sheet, row and column, the other rows are offered', async () => {
  const book = aWorkbook({
    sheets: [
      {
        name: '词汇',
        xml: `${inlineRows([['词条', '首次提出', '网页'], ['甲', '去年', ''], ['长'.repeat(300)]])}
          <row><c t="inlineStr"><is><t>乙</t></is></c><c t="e"><f>1/0</f><v>#DIV/0!</v></c></row>
          <row><c t="inlineStr"><is><t>丙</t></is></c><c/><c t="e"><v>#N/A</v></c></row>`,
      },
    ],
  });
  const reading = await readFile(aFile(book), 'a.xlsx');
  const staged = await stageFile(aGlossary(), reading, { glossaryId: 'class', title: '课堂' });
  expect(staged).toMatchObject({ taken: 1, refused: 3, recognised: { sheet: '词汇' } });
  expect(staged.problems).toEqual([
    { row: 2, column: 'B', field: 'firstUse.date', reason: 'is not a date like 2003, 2003-07 or 2003-07-10' },
    { row: 3, column: 'A', field: 'prefLabel', reason: 'longer than 200 characters' },
    { row: 4, column: 'B', field: 'firstUse.date', reason: 'the formula of this cell has no result' },
  ]);
});

test('a sheet that is no XML from some row on gives the rows before it', async () => {
  const xml = `${inlineRows([['词条'], ['甲']])}<row><c t="inlineStr"><is><t>乙</c></row>`;
  const { rows } = await read(aWorkbook({ sheets: [{ name: 's', xml }] }), 'a.xlsx');
  expect(draftsOf(rows)).toEqual([{ prefLabel: '甲' }]);
  expect(problemsOf(rows)).toEqual([{ row: 3, field: '', reason: 'is not well-formed XML from here on' }]);
});

test('an empty workbook, one of the old kind and one that is cut off say so', async () => {
  await expect(read(aWorkbook({ sheets: [{ name: 's', xml: '' }] }), 'a.xlsx')).rejects.toMatchObject({
    code: 'empty',
  });
  const old = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  await expect(read(old, 'a.xls')).rejects.toMatchObject({ code: 'old-workbook' });
  const book = aWorkbook({ sheets: [{ name: 's', xml: inlineRows([['词条'], ['甲']]) }] });
  for (const length of [10, 200, book.length - 30])
    await expect(read(book.slice(0, length), 'a.xlsx')).rejects.toMatchObject({ code: 'broken-archive' });
  const noStrings = archive({ 'xl/workbook.xml': '<workbook><sheets>' });
  await expect(read(noStrings, 'a.xlsx')).rejects.toMatchObject({ code: 'broken-archive' });
});

test('a workbook that unpacks without end, or never ends a cell, is stopped', async () => {
  await expect(read(bomb('xl/workbook.xml', 130), 'a.xlsx')).rejects.toMatchObject({
    code: 'broken-archive',
  });
  const endless = `${inlineRows([['词条'], ['甲']])}<row><c t="inlineStr"><is><t>${'长'.repeat(5_000_000)}`;
  const { rows } = await read(aWorkbook({ sheets: [{ name: 's', xml: endless }] }), 'a.xlsx');
  expect(draftsOf(rows)).toEqual([{ prefLabel: '甲' }]);
  expect(problemsOf(rows)).toEqual([{ row: 3, field: '', reason: 'is far too long' }]);
});
