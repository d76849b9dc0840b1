/** What a file says that no glossary should: nested without end, the same twice, in a circle. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { readFile } from '../../lib/exchange/read-file.ts';
import { stageFile } from '../../lib/exchange/stage-file.ts';
import { writeEntries } from '../../lib/exchange/write-entries.ts';
import { aGlossary } from '../glossary/support.ts';
import { archive } from './archives.ts';
import { aFile, all, draftsOf, problemsOf, read } from './support.ts';
import { aWorkbook, inlineRows } from './workbooks.ts';

const TBX = (entries: string) =>
  `<tbx type="TBX-Basic" style="dca" xml:lang="zh"><text><body>${entries}</body></text></tbx>`;
const entry = (id: string, term: string, more = '') =>
  `<conceptEntry id="${id}">${more}<langSec xml:lang="zh"><termSec><term>${term}</term></termSec></langSec></conceptEntry>`;

test('elements within elements without end are refused where they begin', async () => {
  const deep = TBX(entry('a', '甲') + entry('b', '乙', `<note>${'<hi>'.repeat(20_000)}`));
  const { rows } = await read(deep, 'a.tbx');
  expect(draftsOf(rows)).toMatchObject([{ prefLabel: '甲' }]);
  expect(problemsOf(rows)).toEqual([{ row: 2, field: '', reason: 'is nested too deeply' }]);
});

test('meanings within meanings without end are left out, the term stays', async () => {
  const deep = `${'{"content":['.repeat(50_000)}"x"${']}'.repeat(50_000)}`;
  const { rows } = await read(archive({ 'term_bank_1.json': `[["甲","","","",0,[${deep}],0,""]]` }), 'a.zip');
  expect(draftsOf(rows)).toEqual([{ prefLabel: '甲', definitions: {} }]);
});

test.each([
  [
    'a.json',
    '[{"id":"a","prefLabel":"甲"},{"id":"a","prefLabel":"乙"},{"prefLabel":"丙"},{"prefLabel":"丙"}]',
  ],
  ['a.csv', '编号,词条\na,甲\na,乙\n,丙\n,丙\n'],
  ['a.tbx', TBX(entry('a', '甲') + entry('a', '乙') + entry('', '丙') + entry('', '丙'))],
  [
    'a.xlsx',
    aWorkbook({
      sheets: [
        {
          name: 's',
          xml: inlineRows([
            ['编号', '词条'],
            ['a', '甲'],
            ['a', '乙'],
            ['', '丙'],
            ['', '丙'],
          ]),
        },
      ],
    }),
  ],
])(
  'an id or a label that stands twice in %s is refused the second time, and named',
  async (name, content) => {
    const reading = await readFile(aFile(content), name);
    const staged = await stageFile(aGlossary(), reading, { glossaryId: 'class', title: '课堂' });
    expect([staged.taken, staged.refused]).toEqual([2, 2]);
    expect(staged.problems.map(({ field, reason }) => [field, reason])).toEqual([
      ['id', 'is used twice'],
      ['id', 'is used twice'],
    ]);
  },
);

test('one label with two ids is two entries: which one a text means is for the reader to say', async () => {
  const reading = await readFile(aFile('编号,词条\na,甲\nb,甲\n'), 'a.csv');
  expect(await stageFile(aGlossary(), reading, { glossaryId: 'class', title: '课堂' })).toMatchObject({
    taken: 2,
    refused: 0,
  });
});

test.each(['skos', 'turtle', 'tbx', 'csv', 'html'] as const)(
  'entries above one another in a circle are kept as they are, and written as %s',
  async (format) => {
    const glossary = aGlossary();
    const table = '编号,词条,上位词,相关词,取代为\na,甲,b,a,b\nb,乙,c,,a\nc,丙,a；c,,\n';
    const staged = await stageFile(glossary, await readFile(aFile(table), 'a.csv'), {
      glossaryId: 'class',
      title: '课堂',
    });
    await glossary.applyImport(staged.jobId, 'merge');
    const found = await glossary.concepts(['class/a', 'class/b', 'class/c']);
    expect(found.map((each) => each?.concept.broader)).toEqual([['b'], ['c'], ['a', 'c']]);
    const options = { title: '课堂', language: 'zh' } as const;
    const text = (await all(writeEntries(glossary, format, { query: {} }, options))).join('');
    for (const label of ['甲', '乙', '丙']) expect(text).toContain(label);
  },
);
