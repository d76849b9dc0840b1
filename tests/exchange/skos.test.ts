/** One small thesaurus in the written forms of SKOS, with what published ones do: schemes, blank nodes, labels as nodes. */
import { expect, test } from 'vitest';
import { readTurtle } from '../../lib/exchange/read-turtle.ts';
import { createSkosGraph } from '../../lib/exchange/skos-graph.ts';
import { all, draftsOf, inPieces, problemsOf, read } from './support.ts';

const TURTLE = `# made for a test
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix dct: <http://purl.org/dc/terms/> .
@prefix xl: <http://www.w3.org/2008/05/skos-xl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
<http://example.com/scheme> a skos:ConceptScheme ; dct:title "Policy"@en ; skos:prefLabel "Policy"@en .
<http://example.com/c/1> a skos:Concept ;
  skos:prefLabel "livelihood"@en, "民生"@zh-Hans, "民生問題"@zh-TW ;
  skos:altLabel "people's livelihood"@en, "百姓生活"@zh-Hans, "民生"@zh-Hans ;
  skos:definition [ rdf:value "人民的生活。\\n<b>"@zh ] ;
  skos:scopeNote """Used in
reports."""@en ;
  skos:narrower <http://example.com/c/2> ;
  dct:source <http://example.com/report>, "Report 2024" .
<http://example.com/c/2> skos:notation "2"^^<http://example.com/n> .
<http://example.com/other/1> a skos:Concept ; skos:prefLabel "other"@en ; skos:related <http://example.com/c/1> .
<http://example.com/c/2> a skos:Concept ; xl:prefLabel <http://example.com/l/9> .
<http://example.com/l/9> a xl:Label ; xl:literalForm "共同富裕"@zh .
<http://example.com/group> a skos:Collection ; skos:prefLabel "a group"@en .
`;
const RDF = `<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:skos="http://www.w3.org/2004/02/skos/core#" xmlns:dct="http://purl.org/dc/terms/" xmlns:xl="http://www.w3.org/2008/05/skos-xl#">
<skos:ConceptScheme rdf:about="http://example.com/scheme"><dct:title xml:lang="en">Policy</dct:title></skos:ConceptScheme>
<rdf:Description rdf:about="http://example.com/c/1"><rdf:type rdf:resource="http://www.w3.org/2004/02/skos/core#Concept"/>
<skos:prefLabel xml:lang="en">livelihood</skos:prefLabel><skos:prefLabel xml:lang="zh-Hans">民生</skos:prefLabel><skos:prefLabel xml:lang="zh-TW">民生問題</skos:prefLabel>
<skos:altLabel xml:lang="en">people's livelihood</skos:altLabel><skos:altLabel xml:lang="zh-Hans">百姓生活</skos:altLabel>
<skos:definition rdf:parseType="Resource"><rdf:value xml:lang="zh">人民的生活。
&lt;b></rdf:value></skos:definition>
<skos:scopeNote xml:lang="en">Used in
reports.</skos:scopeNote>
<skos:narrower><skos:Concept rdf:about="http://example.com/c/2"><xl:prefLabel rdf:nodeID="l9"/></skos:Concept></skos:narrower>
<dct:source rdf:resource="http://example.com/report"/><dct:source>Report 2024</dct:source></rdf:Description>
<xl:Label rdf:nodeID="l9"><xl:literalForm xml:lang="zh">共同富裕</xl:literalForm></xl:Label>
<skos:Concept rdf:about="http://example.com/other/1"><skos:prefLabel xml:lang="en">other</skos:prefLabel><skos:related rdf:resource="http://example.com/c/1"/></skos:Concept>
</rdf:RDF>`;
/** As the thesaurus browser Skosmos gives it. */
const JSON_LD = JSON.stringify({
  '@context': { graph: '@graph', uri: '@id', type: '@type', lang: '@language', value: '@value' },
  graph: [
    {
      uri: 'http://example.com/scheme',
      type: 'skos:ConceptScheme',
      'dct:title': { lang: 'en', value: 'Policy' },
    },
    {
      uri: 'http://example.com/c/1',
      type: ['skos:Concept'],
      prefLabel: [
        { lang: 'en', value: 'livelihood' },
        { lang: 'zh-Hans', value: '民生' },
        { lang: 'zh-TW', value: '民生問題' },
      ],
      altLabel: [
        { lang: 'en', value: "people's livelihood" },
        { lang: 'zh-Hans', value: '百姓生活' },
      ],
      definition: { 'rdf:value': { lang: 'zh', value: '人民的生活。\n<b>' } },
      'skos:scopeNote': { lang: 'en', value: 'Used in\nreports.' },
      narrower: { uri: 'http://example.com/c/2' },
      'dct:source': [{ uri: 'http://example.com/report' }, 'Report 2024'],
    },
    { uri: 'http://example.com/c/2', type: 'skos:Concept', prefLabel: { lang: 'zh', value: '共同富裕' } },
    {
      uri: 'http://example.com/other/1',
      type: 'skos:Concept',
      prefLabel: { en: 'other' },
      related: 'http://example.com/c/1',
    },
  ],
});

const FIRST = {
  id: '1',
  prefLabel: '民生',
  altLabels: [
    { form: '民生問題', kind: 'traditional' },
    { form: '百姓生活', kind: 'variant' },
  ],
  renderings: [
    { lang: 'en', text: 'livelihood', status: 'descriptive' },
    { lang: 'en', text: "people's livelihood", status: 'descriptive' },
  ],
  definitions: { zh: '人民的生活。\n<b>' },
  notes: { en: 'Used in\nreports.' },
  broader: [],
  related: [],
  replacedBy: [],
  sources: [
    { title: 'http://example.com/report', url: 'http://example.com/report' },
    { title: 'Report 2024' },
  ],
};

test.each([
  ['turtle', TURTLE, 'a.ttl'],
  ['turtle', TURTLE, 'unnamed'],
  ['rdf', RDF, 'a.rdf'],
  ['skos', JSON_LD, 'a.jsonld'],
])(
  'a thesaurus in %s gives its concepts, whatever the order of its statements',
  async (format, text, name) => {
    const { recognised, rows, facts } = await read(text, name);
    expect(recognised.format).toBe(format);
    expect(facts.title).toBe('Policy');
    expect(problemsOf(rows)).toEqual([]);
    const drafts = [...draftsOf(rows)].sort((a, b) => String(a.prefLabel).localeCompare(String(b.prefLabel)));
    const [prosperity, livelihood, other] = ['共同富裕', '民生', 'other'].map((label) =>
      drafts.find(({ prefLabel }) => prefLabel === label),
    );
    expect(drafts).toHaveLength(3);
    expect(livelihood).toEqual(FIRST);
    expect(prosperity).toMatchObject({ id: '2', broader: ['1'] });
    // Another address ends in “1” too.
    expect(other).toMatchObject({ id: expect.stringMatching(/^t-/), related: ['1'] });
  },
);

test('N-Triples are read, and pieces may end anywhere', async () => {
  const triples = `<http://example.com/c/1> <http://www.w3.org/2004/02/skos/core#prefLabel> "\\u6C11\\u751F"@zh .\n`;
  const { recognised, rows } = await read(triples, 'a.nt');
  expect(recognised.format).toBe('turtle');
  expect(draftsOf(rows)).toMatchObject([{ id: '1', prefLabel: '民生' }]);
  const whole = draftsOf(await all(readTurtle(inPieces(TURTLE, 10_000), {})));
  for (const size of [1, 7, 64])
    expect(draftsOf(await all(readTurtle(inPieces(TURTLE, size), {})))).toEqual(whole);
});

test('of a broken file the concepts before the fault are offered and the fault is named', async () => {
  const turtle = await read(`${TURTLE}\n<http://example.com/c/3> skos:prefLabel "没有结束`, 'a.ttl');
  expect(draftsOf(turtle.rows)).toHaveLength(3);
  expect(problemsOf(turtle.rows)).toEqual([{ row: 4, field: '', reason: 'is not Turtle from here on' }]);
  const rdf = await read(
    RDF.slice(0, RDF.indexOf('<skos:Concept rdf:about="http://example.com/other')),
    'a.rdf',
  );
  expect(problemsOf(rdf.rows)).toMatchObject([{ reason: 'is not well-formed XML from here on' }]);
  expect(draftsOf(rdf.rows).map(({ prefLabel }) => prefLabel)).toEqual(['民生', '共同富裕']);
  const json = await read(JSON_LD.slice(0, JSON_LD.indexOf(',{"uri":"http://example.com/other') + 20), 'a');
  expect(problemsOf(json.rows)).toMatchObject([{ reason: 'the file ends in the middle of this entry' }]);
});

test('brackets without end, a text without end and keys of the prototype do no harm', async () => {
  const head = '@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n<urn:a> skos:prefLabel "甲" .\n';
  const deep = await read(`${head}<urn:b> skos:definition ${'['.repeat(100_000)}`, 'a.ttl');
  expect(draftsOf(deep.rows)).toMatchObject([{ prefLabel: '甲' }]);
  expect(problemsOf(deep.rows)).toHaveLength(1);
  const long = await read(`${head}<urn:b> skos:definition """${'长'.repeat(5_000_000)}`, 'a.ttl');
  expect(draftsOf(long.rows)).toMatchObject([{ prefLabel: '甲' }]);
  expect(problemsOf(long.rows)).toHaveLength(1);
  const keys = '{"@graph":[{"@id":"x:1","prefLabel":"甲","__proto__":{"bad":1},"constructor":"y"}]}';
  expect(draftsOf((await read(keys, 'a')).rows)).toMatchObject([{ prefLabel: '甲' }]);
  expect(({} as { bad?: unknown }).bad).toBeUndefined();
});

test('a graph that would fill the memory is refused', async () => {
  await expect(all(readTurtle(inPieces(TURTLE, 100), {}, createSkosGraph(5)))).rejects.toMatchObject({
    code: 'too-large',
  });
  const graph = createSkosGraph(10);
  const add = () => graph.add('urn:x:a', 'note', { lang: 'zh', text: '注' });
  for (let count = 0; count < 10; count += 1) add();
  expect(add).toThrow(expect.objectContaining({ code: 'too-large' }));
});

test('an empty label is none', async () => {
  const text =
    '@prefix s: <http://www.w3.org/2004/02/skos/core#> . <urn:x:a> s:prefLabel "甲", "" ; s:altLabel "", " ", "乙" .';
  expect(draftsOf((await read(text, 'a.ttl')).rows)).toMatchObject([
    { prefLabel: '甲', altLabels: [{ form: '乙', kind: 'variant' }] },
  ]);
});

test('broader in a circle is read as it stands', async () => {
  const circle = `@prefix s: <http://www.w3.org/2004/02/skos/core#> .
<urn:x:a> s:prefLabel "甲" ; s:broader <urn:x:b> . <urn:x:b> s:prefLabel "乙" ; s:broader <urn:x:a> , <urn:x:b> .`;
  expect(draftsOf((await read(circle, 'a.ttl')).rows)).toMatchObject([
    { id: 'a', broader: ['b'] },
    { id: 'b', broader: ['a', 'b'] },
  ]);
});
