/** Files of other makers' kinds. */
import { expect, test } from 'vitest';
import { archive, bomb } from './archives.ts';
import { draftsOf, problemsOf, read } from './support.ts';

const TBX_2008 = `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en"><martifHeader><fileDesc><titleStmt><title>Policy</title></titleStmt></fileDesc></martifHeader>
<text><body><termEntry id="c1"><descrip type="subjectField">economy</descrip>
<langSet xml:lang="en"><tig><term>common prosperity</term></tig></langSet>
<langSet xml:lang="zh-CN"><descripGrp><descrip type="definition">全体人民的富裕 &amp; &lt;b&gt;</descrip><admin type="source">报告</admin></descripGrp>
<tig><term>共同富裕</term></tig><tig><term>共富</term><termNote type="termType">shortForm</termNote></tig></langSet></termEntry>
<termEntry id="c2"><langSet xml:lang="en"><tig><term>only English</term></tig></langSet></termEntry></body></text></martif>`;

test('TBX of 2008 gives Chinese labels, English renderings, definitions, field and sources', async () => {
  const { recognised, rows, facts } = await read(TBX_2008, 'a.tbx');
  expect(recognised.format).toBe('tbx');
  expect(facts.title).toBe('Policy');
  expect(draftsOf(rows)).toMatchObject([
    {
      id: 'c1',
      prefLabel: '共同富裕',
      altLabels: [{ form: '共富', kind: 'short' }],
      renderings: [{ lang: 'en', text: 'common prosperity' }],
      definitions: { zh: '全体人民的富裕 & <b>' },
      category: 'economy',
      sources: [{ title: '报告' }],
    },
    { id: 'c2', prefLabel: 'only English' },
  ]);
});

test('TBX of 2019 is read too', async () => {
  const tbx = `<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><text><body>
<conceptEntry id="x"><langSec xml:lang="zh"><termSec><term>民生</term></termSec></langSec></conceptEntry></body></text></tbx>`;
  expect(draftsOf((await read(tbx, 'a.tbx')).rows)).toMatchObject([{ id: 'x', prefLabel: '民生' }]);
});

test('TBX of 2019 with its categories as elements, preferred terms, cross references and marks in a text', async () => {
  const tbx = `<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">
<text><body><conceptEntry id="_7x"><min:subjectField>economy</min:subjectField><basic:definition xml:lang="fr">une
      phrase</basic:definition>
<basic:crossReference target="c2">other</basic:crossReference><min:externalCrossReference target="https://example.com/a">page</min:externalCrossReference>
<langSec xml:lang="zh-Hans"><termSec><term>旧名</term><min:administrativeStatus>supersededTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>共同
   富裕</term><min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec>
<termSec><term>共富</term><basic:termType>shortForm</basic:termType></termSec>
<basic:note><![CDATA[一 < 二]]> <basic:hi>三</basic:hi>
四</basic:note></langSec>
<langSec xml:lang="zh-TW"><termSec><term>共同富裕（繁）</term></termSec></langSec></conceptEntry></body></text></tbx>`;
  expect(draftsOf((await read(tbx, 'a.tbx')).rows)).toEqual([
    {
      id: '7x',
      prefLabel: '共同 富裕',
      altLabels: [
        { form: '旧名', kind: 'variant' },
        { form: '共富', kind: 'short' },
        { form: '共同富裕（繁）', kind: 'traditional' },
      ],
      renderings: [],
      definitions: { fr: 'une phrase' },
      notes: { zh: '一 < 二 三\n四' },
      category: 'economy',
      related: ['c2'],
      sources: [{ title: 'page', url: 'https://example.com/a' }],
    },
  ]);
});

test('TBX of translation platforms: explanations without a category, usage notes, terms not to be used', async () => {
  const tbx = `<martif type="TBX" xml:lang="en"><text><body><termEntry><descrip>what it is</descrip>
<langSet xml:lang="en"><tig><term>bad word</term><termNote type="administrativeStatus">forbidden</termNote></tig><tig><term>good word</term></tig><descrip type="Usage note">rarely</descrip></langSet>
<langSet xml:lang="cs"><tig><term>slovo</term></tig></langSet></termEntry></body></text></martif>`;
  expect(draftsOf((await read(tbx, 'a.tbx')).rows)).toMatchObject([
    {
      prefLabel: 'good word',
      altLabels: [{ form: 'bad word' }],
      renderings: [{ lang: 'cs', text: 'slovo' }],
      definitions: { en: 'what it is' },
      notes: { en: 'rarely' },
    },
  ]);
});

test('of broken XML the entries before the fault are offered; entities are not expanded', async () => {
  const cut = await read(TBX_2008.slice(0, TBX_2008.indexOf('<termEntry id="c2">') + 30), 'a.tbx');
  expect(draftsOf(cut.rows)).toHaveLength(1);
  expect(problemsOf(cut.rows)).toEqual([
    { row: 2, field: '', reason: 'is not well-formed XML from here on' },
  ]);
  const bomb = TBX_2008.replace(
    /<!DOCTYPE[^>]*>/,
    '<!DOCTYPE martif [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
  ).replace('common prosperity', '&b;');
  const { rows } = await read(bomb, 'a.tbx');
  expect(JSON.stringify(rows)).not.toContain('aaaa');
});

test('a dictionary of Yomitan gives one entry for each term and reading, its layout as plain lines', async () => {
  const structured = {
    type: 'structured-content',
    content: [
      { tag: 'div', content: '人民的生活' },
      { tag: 'ul', content: [{ tag: 'li', content: ['民计', '民事'] }] },
    ],
  };
  const bank = [
    ['民生', 'mín shēng', '', '', 0, ['people’s livelihood'], 1, ''],
    ['民生', 'mín shēng', '', '', 0, [structured], 2, ''],
    'broken',
  ];
  const bytes = archive({
    'index.json': '{"title":"小词典","format":3}',
    'term_bank_1.json': JSON.stringify(bank),
  });
  const { recognised, rows, facts } = await read(bytes, 'a.zip');
  expect(recognised.format).toBe('yomitan');
  expect(facts.title).toBe('小词典');
  expect(draftsOf(rows)).toEqual([
    {
      prefLabel: '民生',
      pinyin: 'mín shēng',
      definitions: { zh: 'people’s livelihood\n人民的生活\n民计\n民事' },
    },
  ]);
  expect(problemsOf(rows)).toEqual([{ row: 3, field: '', reason: 'is not an entry' }]);
});

test('readings of one spelling stay apart, forms that point to a term are its other forms', async () => {
  const bank = [
    ['行', 'háng', '', '', 0, ['行列'], 1, ''],
    ['行', 'xíng', '', '', 0, ['走'], 2, ''],
    ['八八战略', '', '', '', 0, ['方略'], 3, ''],
    ['88战略', '', '', '', 0, [['八八战略', ['variant']]], 4, ''],
    ['无主', '', '', '', 0, [['没有', ['variant']]], 5, ''],
  ];
  const { rows } = await read(
    archive({ 'term_bank_2.json': '[["甲","",""]]', 'term_bank_1.json': JSON.stringify(bank) }),
    'a.zip',
  );
  const [first, second, third] = draftsOf(rows);
  expect([first, third]).toEqual([
    { prefLabel: '行', pinyin: 'háng', definitions: { zh: '行列' } },
    { prefLabel: '八八战略', altLabels: [{ form: '88战略', kind: 'variant' }], definitions: { zh: '方略' } },
  ]);
  expect(second).toMatchObject({ id: expect.stringMatching(/^t-/), prefLabel: '行', pinyin: 'xíng' });
  expect(problemsOf(rows)).toEqual([
    { row: 5, field: '', reason: 'belongs to a term that is not here' },
    { row: 6, field: '', reason: 'is not an entry' },
  ]);
});

test('an archive that is no dictionary is refused, one that unpacks without end as too large', async () => {
  await expect(read(archive({ 'a.txt': 'x' }), 'a.zip')).rejects.toMatchObject({ code: 'unknown-format' });
  const small = bomb('term_bank_1.json', 130);
  expect(small.length).toBeLessThan(1_000_000);
  await expect(read(small, 'a.zip')).rejects.toMatchObject({ code: 'too-large' });
});
