import { expect, test } from 'vitest';
import { COLUMNS, fieldOf } from '../../lib/exchange/columns.ts';
import { readJson } from '../../lib/exchange/read-json.ts';
import { readTable } from '../../lib/exchange/read-table.ts';
import { isoDate } from '../../lib/exchange/row-draft.ts';
import { all, draftsOf, inPieces, problemsOf, read } from './support.ts';

const TABLE =
  '词条,释义,英文\r\n八八战略,"浙江的总体方略，\n2003年提出",Double Eight Strategy\r\n共同富裕,,\r\n';
/** 词条,释义\n民生,人民生活 */
const GB18030 = new Uint8Array([
  ...[0xb4, 0xca, 0xcc, 0xf5, 0x2c, 0xca, 0xcd, 0xd2, 0xe5, 0x0a],
  ...[0xc3, 0xf1, 0xc9, 0xfa, 0x2c, 0xc8, 0xcb, 0xc3, 0xf1, 0xc9, 0xfa, 0xbb, 0xee],
]);
const utf16 = (text: string, bigEndian: boolean, mark: boolean) => {
  const bytes = [...((mark ? '\ufeff' : '') + text)].flatMap((unit) => {
    const code = unit.charCodeAt(0);
    return bigEndian ? [code >> 8, code & 255] : [code & 255, code >> 8];
  });
  return new Uint8Array(bytes);
};

test('a table with a Chinese head is read by its columns', async () => {
  const { recognised, rows } = await read(TABLE, 'terms.csv');
  expect(recognised).toMatchObject({ format: 'csv', encoding: 'utf-8' });
  expect(recognised.columns?.map(({ field }) => field)).toEqual([
    'prefLabel',
    'definitions',
    'renderings.en',
  ]);
  expect(draftsOf(rows)).toEqual([
    {
      prefLabel: '八八战略',
      definitions: { zh: '浙江的总体方略，\n2003年提出' },
      renderings: [{ lang: 'en', text: 'Double Eight Strategy', status: 'descriptive' }],
    },
    { prefLabel: '共同富裕' },
  ]);
  expect(rows.map(({ row }) => row)).toEqual([2, 3]);
});

test('every head that is written is understood again', () => {
  for (const { field, en, zh, also } of COLUMNS)
    for (const head of [field, en, zh, ...also, ` ${en.toUpperCase()} `])
      expect([head, fieldOf(head)]).toEqual([head, field]);
  expect(fieldOf('definition (fr)')).toBe('definitions.fr');
  expect(fieldOf('译文[ru]')).toBe('renderings.ru');
  expect(fieldOf('__proto__')).toBeUndefined();
  expect(fieldOf('constructor')).toBeUndefined();
});

test.each([
  ['UTF-8 with a mark', new TextEncoder().encode(`\ufeff${TABLE}`), 'utf-8'],
  ['UTF-16 LE with a mark', utf16(TABLE, false, true), 'utf-16le'],
  ['UTF-16 BE with a mark', utf16(TABLE, true, true), 'utf-16be'],
  ['UTF-16 LE without a mark', utf16(TABLE, false, false), 'utf-16le'],
])('%s is recognised', async (_, bytes, encoding) => {
  const { recognised, rows } = await read(bytes, 'terms.csv');
  expect(recognised.encoding).toBe(encoding);
  expect(draftsOf(rows)[0]).toMatchObject({ prefLabel: '八八战略' });
});

test('GB18030 is recognised', async () => {
  const { recognised, rows } = await read(GB18030, 'terms.csv');
  expect(recognised.encoding).toBe('gb18030');
  expect(draftsOf(rows)).toEqual([{ prefLabel: '民生', definitions: { zh: '人民生活' } }]);
});

test('bytes of no encoding are refused as a whole, and so is a wrong choice of one', async () => {
  await expect(read(new Uint8Array([0x61, 0xff, 0xff, 0x2c, 0x80, 0xff]), 'a.csv')).rejects.toMatchObject({
    code: 'encoding',
  });
  await expect(read(GB18030, 'a.csv', { encoding: 'utf-8' }).then(({ rows }) => rows)).rejects.toMatchObject({
    code: 'encoding',
  });
});

test('tabs, semicolons and a list without any delimiter are told apart', async () => {
  expect((await read('term\tdefinition\nx\ty\n', 'a.txt')).recognised.format).toBe('tsv');
  expect((await read('term;definition\nx;y\n', 'a.csv')).rows).toEqual([
    { row: 2, draft: { prefLabel: 'x', definitions: { en: 'y' } } },
  ]);
  const list = await read('八八战略\n\n 共同富裕 \n', 'a.txt');
  expect(list.recognised.format).toBe('list');
  expect(list.rows).toEqual([
    { row: 1, draft: { prefLabel: '八八战略' } },
    { row: 3, draft: { prefLabel: '共同富裕' } },
  ]);
});

test('a table without a head is terms and definitions; columns can be read as something else', async () => {
  const table = '八八战略,方略,Double Eight\n';
  expect(draftsOf((await read(table, 'a.csv')).rows)).toEqual([
    { prefLabel: '八八战略', definitions: { zh: '方略' } },
  ]);
  const mapped = await read(table, 'a.csv', { fields: ['prefLabel', '', 'renderings.en'] });
  expect(draftsOf(mapped.rows)).toEqual([
    { prefLabel: '八八战略', renderings: [{ lang: 'en', text: 'Double Eight', status: 'descriptive' }] },
  ]);
});

test('a table in English only has its English terms as labels', async () => {
  expect(draftsOf((await read('English,Meaning\ncommon prosperity,a goal\n', 'a.csv')).rows)).toMatchObject([
    { prefLabel: 'common prosperity', definitions: { en: 'a goal' } },
  ]);
});

test('numbers beside the words of a list are no definitions, Chinese translations are not English', async () => {
  expect(draftsOf((await read('版权\t13204281\n证券\t5744085\n', 'a.txt')).rows)).toEqual([
    { prefLabel: '版权' },
    { prefLabel: '证券' },
  ]);
  expect(draftsOf((await read('word,translation\nhood,罩；hooded\n', 'a.csv')).rows)).toMatchObject([
    {
      prefLabel: 'hood',
      renderings: [
        { lang: 'zh', text: '罩' },
        { lang: 'en', text: 'hooded' },
      ],
    },
  ]);
});

test('a table whose known columns hold no term says so', async () => {
  await expect(read('释义,拼音\na,b\n', 'a.csv')).rejects.toMatchObject({ code: 'no-term-column' });
});

test.each([
  ['2003年7月10日', '2003-07-10'],
  ['2003年7月', '2003-07'],
  ['2003', '2003'],
  ['2003/7/10', '2003-07-10'],
  ['去年', '去年'],
])('the date %s is read as %s', (written, iso) => {
  expect(isoDate(written)).toBe(iso);
});

test('pieces may end anywhere: in a cell, a line break, a string, a number', async () => {
  const json =
    '{"title":"a,]}\\"","x":[{"y":[1]}],"concepts":[{"prefLabel":"甲","n":[1,2]},\n {"prefLabel":"乙\\\\"}],"z":1}';
  for (let size = 1; size < 12; size += 1) {
    const columns = [
      { head: '词条', field: 'prefLabel' },
      { head: '释义', field: 'definitions' },
    ];
    const rows = await all(readTable(inPieces(TABLE, size), ',', columns, true));
    expect(draftsOf(rows)).toEqual([
      { prefLabel: '八八战略', definitions: { zh: '浙江的总体方略，\n2003年提出' } },
      { prefLabel: '共同富裕' },
    ]);
    const facts = {};
    const found = await all(readJson(inPieces(json, size), facts));
    expect(facts).toEqual({ title: 'a,]}"' });
    expect(problemsOf(found)).toEqual([{ row: 1, field: 'n', reason: 'is no field of an entry' }]);
    expect(draftsOf(found)).toEqual([{ prefLabel: '乙\\' }]);
  }
});

test('JSON is a document, a bare list, or an entry a line', async () => {
  const entry = '{"prefLabel":"甲"}';
  for (const [text, format] of [
    [`{"concepts":[${entry}]}`, 'json'],
    [`[${entry}]`, 'json'],
    [`{\n"concepts": [\n${entry}\n]\n}`, 'json'],
    [`${entry}\n${entry}\n`, 'jsonl'],
    [`{"format":"cezhu-glossary","version":1}\n${entry}\n`, 'jsonl'],
  ] as const) {
    const { recognised, rows } = await read(text, 'x');
    expect([text, recognised.format]).toEqual([text, format]);
    expect(draftsOf(rows)[0]).toEqual({ prefLabel: '甲' });
  }
});

test('that a first use is an upper bound may be answered in several ways; what is no answer is left for the schema', async () => {
  const { rows } = await read(
    '词条,首次提出,不晚于\n甲,2003,是\n乙,2003,TRUE\n丙,2003,否\n丁,2003,\n戊,2003,也许\n',
    'a.csv',
  );
  expect(draftsOf(rows).map(({ firstUse }) => firstUse)).toEqual([
    { date: '2003', noLaterThan: true },
    { date: '2003', noLaterThan: true },
    { date: '2003' },
    { date: '2003' },
    { date: '2003', noLaterThan: '也许' },
  ]);
});
