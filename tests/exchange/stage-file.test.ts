import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { fillDraft, labelId } from '../../lib/exchange/fill-draft.ts';
import { readFile } from '../../lib/exchange/read-file.ts';
import { stageFile } from '../../lib/exchange/stage-file.ts';
import { writeEntries } from '../../lib/exchange/write-entries.ts';
import { WRITE_FORMATS, type WriteFormatName } from '../../lib/exchange/write-formats.ts';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import type { Concept } from '../../lib/glossary/schema.ts';
import { aConcept, aGlossary, stored } from '../glossary/support.ts';
import { aFile, all } from './support.ts';

const TARGET = { glossaryId: 'class', title: '课堂' };

async function staged(glossary: GlossaryRepository, content: string, name: string, target = TARGET) {
  return stageFile(glossary, await readFile(aFile(content), name), target);
}
async function imported(glossary: GlossaryRepository, content: string, name: string, target = TARGET) {
  const result = await staged(glossary, content, name, target);
  await glossary.applyImport(result.jobId, 'merge');
  return result;
}
const written = async (glossary: GlossaryRepository, format: WriteFormatName, glossaryId = 'class') =>
  (
    await all(
      writeEntries(
        glossary,
        format,
        { query: { filters: { glossaryId } } },
        { title: '课堂', language: 'zh' },
      ),
    )
  ).join('');

const FULL: Concept = aConcept({
  id: 'bbzl',
  prefLabel: '八八战略',
  pinyin: 'bā bā zhàn lüè',
  altLabels: [
    { id: 'a1', form: '“八八战略”', kind: 'quoted' },
    { id: 'a2', form: '88；战略', kind: 'variant', matching: { ambiguous: true } },
  ],
  renderings: [{ id: 'r1', lang: 'en', text: 'Double Eight Strategy', status: 'official', source: 'x' }],
  definitions: { zh: '=2+3 是文本', en: '<script>alert(1)</script> & *bold*' },
  notes: { zh: '第一行\n第二行' },
  components: [
    { id: 'c1', label: '体制机制优势', gloss: '释' },
    { id: 'c2', label: '区位优势' },
  ],
  versions: [{ id: 'v1', from: '2003-07', what: '提出' }],
  category: '战略',
  scope: 'province',
  place: '浙江省',
  issuer: '中共浙江省委',
  firstUse: { date: '2003-07-10', occasion: '全会' },
  broader: ['x1'],
  related: ['starter/other'],
  sources: [
    { id: 's1', title: '报告', publisher: '浙江日报', date: '2003-07', url: 'https://example.com/a' },
  ],
  tags: ['浙江', '课堂'],
  matching: { notBefore: ['性'] },
});

test('of ten thousand rows with three bad ones the 9,997 are offered, the three named by row, field and reason', async () => {
  const rows = Array.from({ length: 10_000 }, (_, at) => `词${at},释义${at},2003`);
  rows[10] = '词10,释义,大约在二零零三年的七月';
  rows[5_000] = `${'长'.repeat(300)},释义,2003`;
  rows[9_999] = '词0,又一次,2003';
  const glossary = aGlossary();
  const result = await staged(glossary, `词条,释义,首次提出\n${rows.join('\n')}\n`, 'a.csv');
  expect(result).toMatchObject({ taken: 9_997, refused: 3 });
  expect(result.problems).toEqual([
    { row: 12, field: 'firstUse.date', reason: 'is not a date like 2003, 2003-07 or 2003-07-10' },
    { row: 5_002, field: 'prefLabel', reason: 'longer than 200 characters' },
    { row: 10_001, field: 'id', reason: 'is used twice' },
  ]);
  const preview = await glossary.previewImport(result.jobId, 'merge');
  expect(preview.added).toHaveLength(9_997);
});

test('of a row without a label the label is said to be missing, and no id that the file does not have', async () => {
  const result = await staged(aGlossary(), '词条,释义\n甲,一\n,没有词条\n', 'a.csv');
  expect(result.problems.map(({ row, field }) => [row, field])).toEqual([[3, 'prefLabel']]);
});

test('JSON there and back holds everything, in both forms', async () => {
  for (const format of ['json', 'jsonl'] as const) {
    const [from, to] = [aGlossary(), aGlossary()];
    await imported(from, JSON.stringify([FULL, aConcept({ id: 'zz', prefLabel: '民生' })]), 'a.json');
    const text = await written(from, format);
    const result = await imported(to, text, `a.${format}`);
    expect(result).toMatchObject({ refused: 0, recognised: { title: '课堂' } });
    for (const key of ['class/bbzl', 'class/zz'])
      expect((await stored(to, key)).concept).toEqual((await stored(from, key)).concept);
    expect((await stored(to, 'class/bbzl')).concept).toEqual({
      ...FULL,
      origin: { glossaryId: 'class', revision: 1 },
    });
  }
});

test('a table there and back holds what tables can', async () => {
  for (const format of ['csv', 'tsv'] as const) {
    const [from, to] = [aGlossary(), aGlossary()];
    await imported(from, JSON.stringify([FULL]), 'a.json');
    await imported(to, await written(from, format), `a.${format}`);
    const { concept } = await stored(to, 'class/bbzl');
    const { matching: _m, updatedAt: _u, createdAt: _c, ...kept } = FULL;
    expect(concept).toMatchObject({
      ...kept,
      versions: [],
      altLabels: [
        { id: '88；战略', form: '88；战略', kind: 'variant' },
        { id: '“八八战略”', form: '“八八战略”', kind: 'quoted' },
      ],
      renderings: [{ lang: 'en', text: 'Double Eight Strategy', status: 'descriptive' }],
      components: [{ label: '体制机制优势' }, { label: '区位优势' }],
      sources: [{ title: '报告', publisher: '浙江日报', date: '2003-07', url: 'https://example.com/a' }],
      origin: { glossaryId: 'class' },
    });
  }
});

test('a table that was written changes nothing when it is read into the same glossary', async () => {
  const glossary = aGlossary();
  const plain = {
    ...FULL,
    matching: undefined,
    versions: [],
    altLabels: [],
    renderings: [],
    components: [{ id: 'q', label: '甲' }],
  };
  await imported(glossary, JSON.stringify([plain]), 'a.json');
  const { jobId } = await staged(glossary, await written(glossary, 'csv'), 'a.csv');
  expect(await glossary.previewImport(jobId, 'merge')).toEqual({
    added: [],
    changed: [],
    conflicting: [],
    removed: [],
    unchanged: 1,
  });
});

test('rows without an id mean the entry of that label, and relations may name labels', async () => {
  const glossary = aGlossary();
  await imported(glossary, JSON.stringify([FULL]), 'a.json');
  await imported(glossary, '词条,拼音,上位词\n八八战略,bbzl,共同富裕\n共同富裕,,\n', 'b.csv');
  const { concept } = await stored(glossary, 'class/bbzl');
  expect(concept.pinyin).toBe('bbzl');
  const [, parent = ''] = concept.broader;
  expect((await stored(glossary, `class/${parent}`)).concept.prefLabel).toBe('共同富裕');
});

test('cells that begin like a formula are escaped, and are themselves again when read', async () => {
  const glossary = aGlossary();
  await imported(
    glossary,
    JSON.stringify([{ prefLabel: '=cmd|calc', definitions: { zh: '+1', en: '@x' }, pinyin: '-1' }]),
    'a.json',
  );
  const text = await written(glossary, 'csv');
  for (const cell of ["'=cmd|calc", "'+1", "'@x", "'-1"]) expect(text).toContain(cell);
  expect(text).not.toMatch(/(^|[,"\n])[=+@]/m);
  const back = aGlossary();
  await imported(back, text, 'a.csv');
  const [key = ''] = await back.listKeys({});
  expect((await stored(back, key)).concept).toMatchObject({
    prefLabel: '=cmd|calc',
    definitions: { zh: '+1', en: '@x' },
    pinyin: '-1',
  });
});

test('HTML and script stay text: in the glossary as written, in Markdown without effect', async () => {
  const glossary = aGlossary();
  await imported(glossary, JSON.stringify([FULL]), 'a.json');
  expect((await stored(glossary, 'class/bbzl')).concept.definitions.en).toBe(FULL.definitions.en);
  const text = await written(glossary, 'markdown');
  expect(text).not.toContain('<script');
  expect(text).toContain('\\*bold\\*');
  expect(text).toContain('## 八八战略');
  expect(text).toContain('1. 体制机制优势（释）');
  expect(text).toContain('- 报告, 浙江日报, 2003-07 <https://example.com/a>');
});

test('for Anki each entry is one note with its identity', async () => {
  const glossary = aGlossary();
  await imported(glossary, JSON.stringify([FULL]), 'a.json');
  const text = await written(glossary, 'anki');
  expect(text).toContain('#separator:tab');
  expect(text).toContain('class/bbzl\t八八战略\tbā bā zhàn lüè\t');
  expect(text).toContain('"1. 体制机制优势\n2. 区位优势"');
});

test('a stopped import leaves nothing', async () => {
  const glossary = aGlossary();
  const stop = new AbortController();
  const reading = await readFile(
    aFile(Array.from({ length: 2_000 }, (_, at) => `词${at}`).join('\n')),
    'a.txt',
  );
  const work = stageFile(glossary, reading, TARGET, () => stop.abort(), stop.signal);
  await expect(work).rejects.toMatchObject({ name: 'AbortError' });
  expect(await glossary.imports()).toEqual([]);
});

test('a file whose page was closed while it was read is gone on with, its problems named as if it had not been', async () => {
  const lines = Array.from(
    { length: 2_000 },
    (_, at) => `词${at},${at === 3 || at === 1_990 ? '去年' : '2003'}`,
  );
  const content = `词条,首次提出\n${lines.join('\n')}\n`;
  const whole = await staged(aGlossary(), content, 'a.csv');

  const glossary = aGlossary();
  const file = 'a.csv of this size';
  // The page is gone in the middle: nothing is cleared away.
  const id = await glossary.beginImport({ ...TARGET, file });
  const early = await readFile(aFile(content), 'a.csv');
  const drafts = (await all(early.rows)).flatMap((row) => ('draft' in row ? [row.draft] : []));
  await glossary.stageImport(
    id,
    drafts.slice(0, 700).map((draft) => fillDraft(draft, { now: new Date().toISOString(), idOf: labelId })),
  );

  const other = await stageFile(glossary, await readFile(aFile(content), 'a.csv'), {
    ...TARGET,
    file: 'another file',
  });
  expect(other.jobId).not.toBe(id);
  await glossary.dropImport(other.jobId);
  const result = await stageFile(glossary, await readFile(aFile(content), 'a.csv'), { ...TARGET, file });
  expect(result).toEqual({ ...whole, jobId: id });
  await glossary.applyImport(id, 'merge');
  expect(await glossary.listKeys({})).toHaveLength(1_998);
});

test('a file without any entry is refused as empty and leaves nothing', async () => {
  const glossary = aGlossary();
  await expect(staged(glossary, '{"concepts":[]}', 'a.json')).rejects.toMatchObject({ code: 'empty' });
  expect(await glossary.imports()).toEqual([]);
});

test('entries are written a chunk at a time', async () => {
  const glossary = aGlossary();
  await imported(glossary, Array.from({ length: 1_200 }, (_, at) => `词${at}`).join('\n'), 'a.txt');
  const pieces = await all(writeEntries(glossary, 'jsonl', { query: {} }, { title: 'x', language: 'en' }));
  expect(pieces.map((piece) => String(piece).split('\n').length - 1)).toEqual([1, 500, 500, 200, 0]);
  expect(WRITE_FORMATS.jsonl.extension).toBe('jsonl');
});

test('SKOS there and back holds labels of all languages, definitions, notes, relations and sources', async () => {
  const [from, to] = [aGlossary(), aGlossary()];
  await imported(from, JSON.stringify([FULL]), 'a.json');
  const result = await imported(to, await written(from, 'skos'), 'a.jsonld');
  expect(result).toMatchObject({ refused: 0, taken: 1, recognised: { format: 'skos' } });
  expect((await stored(to, 'class/bbzl')).concept).toMatchObject({
    prefLabel: FULL.prefLabel,
    altLabels: [{ form: '“八八战略”' }, { form: '88；战略' }],
    renderings: [{ lang: 'en', text: 'Double Eight Strategy' }],
    definitions: FULL.definitions,
    notes: FULL.notes,
    broader: ['x1'],
    related: ['other'],
    sources: [{ title: '报告, 浙江日报, 2003-07' }],
  });
});

test('SKOS with language maps and full names is read, schemes are passed over', async () => {
  const glossary = aGlossary();
  const graph = [
    { '@id': 'http://example.com/scheme', '@type': 'ConceptScheme' },
    {
      '@id': 'http://example.com/c#one',
      prefLabel: { en: 'livelihood', 'zh-Hans': '民生' },
      'http://www.w3.org/2004/02/skos/core#broader': [{ '@id': 'http://example.com/c#two' }],
    },
  ];
  await imported(glossary, JSON.stringify({ '@context': {}, '@graph': graph }), 'a.jsonld');
  expect(await glossary.listKeys({})).toEqual(['class/one']);
  expect((await stored(glossary, 'class/one')).concept).toMatchObject({
    prefLabel: '民生',
    renderings: [{ lang: 'en', text: 'livelihood' }],
    broader: ['two'],
  });
});

test('what is known of a first use stays where a table has the date alone, and goes with another date', async () => {
  const glossary = aGlossary();
  const firstUse = { date: '2003-07', occasion: '全会', noLaterThan: true };
  const entries = ['甲', '乙'].map((prefLabel) => ({ prefLabel, firstUse }));
  await imported(glossary, JSON.stringify(entries), 'a.json');
  await imported(glossary, '词条,首次提出\n甲,2003年7月\n乙,2002\n', 'a.csv');
  const found = await glossary.concepts(['甲', '乙'].map((label) => `class/${labelId(label)}`));
  expect(found.map((entry) => entry?.concept.firstUse)).toEqual([firstUse, { date: '2002' }]);
});
