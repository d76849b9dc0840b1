import 'fake-indexeddb/auto';
import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { GlossaryDatabase } from '../../lib/glossary/database.ts';
import { type GlossaryRepository, openGlossary } from '../../lib/glossary/repository.ts';
import { conceptSchema } from '../../lib/glossary/schema.ts';
import { aConcept, aGlossary, aRelease, stored } from './support.ts';

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}
async function* piecesOf(text: string, size = 700) {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

/** A database with something in every table. */
async function aFullGlossary(name: string): Promise<GlossaryRepository> {
  const glossary = openGlossary(name);
  const release = aRelease(1, [{ id: 'x', pinyin: '1' }, { id: 'y' }, { id: 'z' }]);
  await glossary.loadStarter({
    ...release,
    usage: [{ conceptId: 'x', workReports: { '2020': 2 }, zhejiangReports: {}, broadcasts: {} }],
  });
  await glossary.save(aConcept({ id: 'mine', prefLabel: '我的', tags: ['课'] }));
  const { concept, revision } = await stored(glossary, 'starter/x');
  await glossary.save({ ...concept, pinyin: 'mine' }, { expectedRevision: revision });
  await glossary.remove(['starter/y']);
  await glossary.setState('starter/z', {
    state: 'learning',
    sentence: { text: '一句。', title: '一页', url: 'https://a.cn/1', date: '2026-01-02' },
  });
  await glossary.changeReview('starter/z', (row) => ({ ...row, review: { box: 2, due: '2026-01-04' } }));
  await glossary.muteLabel('我的', true);
  await glossary.saveDraft({ key: 'own/new', value: { prefLabel: '草' } });
  const id = await glossary.beginImport({ glossaryId: 'class', title: '班级' });
  await glossary.stageImport(id, [aConcept({ id: 'c', prefLabel: '班' })]);
  await glossary.endStaging(id);
  await glossary.applyImport(id, 'add');
  await glossary.loadStarter(aRelease(2, [{ id: 'x', pinyin: '2' }, { id: 'y' }, { id: 'z' }]));
  return glossary;
}

const TABLES = [
  'glossaries',
  'concepts',
  'labels',
  'overlays',
  'states',
  'usage',
  'revisions',
  'trash',
  'snapshots',
  'drafts',
  'staging',
] as const;

async function rowsIn(name: string): Promise<Record<string, unknown[]>> {
  const db = await new GlossaryDatabase(name).open();
  const tables = await Promise.all(
    TABLES.map(async (table) => [table, await db.table(table).toArray()] as const),
  );
  db.close();
  return JSON.parse(JSON.stringify(Object.fromEntries(tables)));
}

test('a backup restored on an empty browser gives the same rows in every table', async () => {
  const [from, to] = [crypto.randomUUID(), crypto.randomUUID()];
  const glossary = await aFullGlossary(from);
  const text = await textOf(await glossary.exportBackup({ density: 'page' }));
  const empty = openGlossary(to);
  const restored = await empty.restoreBackup(piecesOf(text));

  expect(restored.settings).toEqual({ density: 'page' });
  const [before, after] = [await rowsIn(from), await rowsIn(to)];
  for (const table of TABLES) expect(before[table], table).not.toHaveLength(table === 'staging' ? 1 : 0);
  // Added is only what the restoring itself did, and the way back.
  after.revisions = after.revisions?.filter((row) => (row as { kind: string }).kind !== 'backup') ?? [];
  after.snapshots = after.snapshots?.filter((row) => !('whole' in (row as object))) ?? [];
  // The layer of one's own entries had another name: the empty one it replaced was still in force.
  expect(JSON.parse(JSON.stringify(after).replaceAll('"own:1"', '"own:0"'))).toEqual(before);
  expect((await empty.lexicon()).labels).toEqual((await glossary.lexicon()).labels);
});

test('writing goes on after a restore with revisions of its own', async () => {
  const text = await textOf(await (await aFullGlossary(crypto.randomUUID())).exportBackup());
  const other = aGlossary();
  const { revision } = await other.restoreBackup(piecesOf(text));
  const saved = await other.save(aConcept({ id: 'later' }));
  expect(saved.revision).toBeGreaterThan(revision);
  expect((await other.revisionsOf('own/later')).map(({ kind }) => kind)).toEqual(['save']);
});

test('restoring over other entries replaces them, and one step brings them back', async () => {
  const text = await textOf(await (await aFullGlossary(crypto.randomUUID())).exportBackup());
  const other = aGlossary();
  await other.loadStarter(aRelease(7, [{ id: 'other' }]));
  await other.save(aConcept({ id: 'theirs' }));
  await other.setState('own/theirs', { state: 'known' });
  const stamp = await other.stamp();

  await other.restoreBackup(piecesOf(text));
  expect(await other.listKeys({})).toEqual(['starter/x', 'starter/z', 'own/mine', 'class/c']);
  expect(await other.stamp()).not.toBe(stamp);

  const [restoring] = await other.revisions({ limit: 1 });
  await other.undo(restoring?.revision ?? 0);
  expect((await other.listKeys({})).toSorted()).toEqual(['own/theirs', 'starter/other']);
  expect(await other.statesOf(['own/theirs'])).toEqual({ 'own/theirs': 'known' });
});

const row = (table: string, value: unknown) => `${JSON.stringify({ table, row: value })}\n`;
const HEADER = `${JSON.stringify({ format: 'cezhu-backup', version: 1, at: '2026-01-01T00:00:00.000Z', revision: 1 })}\n`;
const concept = (change: object) =>
  row('concepts', {
    layer: 'own:0',
    conceptId: 'x',
    concept: { ...aConcept({ id: 'x' }), ...change },
    revision: 1,
  });

test.each([
  ['empty', '', 'invalid'],
  ['not a backup', '<html></html>', 'invalid'],
  ['another JSON', '{"a":1}\n', 'invalid'],
  ['of a newer Cezhu', HEADER.replace('"version":1', '"version":3'), 'newer'],
  ['cut off', HEADER + concept({}), 'invalid'],
  ['cut off in a line', HEADER + concept({}).slice(0, -20), 'invalid'],
  ['short of a row', `${HEADER}${concept({})}{"end":2}\n`, 'invalid'],
  ['longer than its end', `${HEADER}{"end":0}\n${concept({})}`, 'invalid'],
  ['with an unknown table', `${HEADER}${row('meta', {})}{"end":1}\n`, 'invalid'],
  [
    'with a script for an address',
    `${HEADER}${concept({ sources: [{ id: '1', title: 'a', url: 'javascript:1' }] })}{"end":1}\n`,
    'invalid',
  ],
  [
    'with a layer that is none',
    `${HEADER}${row('usage', { layer: '../x', conceptId: 'x', workReports: {}, zhejiangReports: {}, broadcasts: {} })}{"end":1}\n`,
    'invalid',
  ],
  [
    'with an edit that makes no entry',
    `${HEADER}${row('glossaries', { id: 'own', kind: 'own', title: '', layer: 'own:0', release: 0, enabled: true, order: 0, updatedAt: '2026-01-01T00:00:00.000Z' })}${row('overlays', { glossaryId: 'own', conceptId: 'x', baseRelease: 0, patches: [{ field: 'prefLabel', part: 'whole', after: { toString: 1 } }], conflicts: [], revision: 1, updatedAt: '2026-01-01T00:00:00.000Z' })}${concept({})}{"end":3}\n`,
    'invalid',
  ],
])('a file that is %s changes nothing', async (_name, text, code) => {
  const name = crypto.randomUUID();
  const glossary = await aFullGlossary(name);
  const before = await rowsIn(name);
  await expect(glossary.restoreBackup(piecesOf(text))).rejects.toMatchObject({ code });
  expect(await rowsIn(name)).toEqual(before);
});

test('a backup with damage anywhere is refused, or what it still says is sound', async () => {
  const text = await textOf(await (await aFullGlossary(crypto.randomUUID())).exportBackup());
  await fc.assert(
    fc.asyncProperty(
      fc.nat(text.length - 1),
      fc.nat(40),
      fc.string({
        maxLength: 8,
        unit: fc.constantFrom('"', '{', '}', '[', '\n', '\\', '0', '党', '\u0000', '\ud800'),
      }),
      async (at, cut, put) => {
        const glossary = aGlossary();
        const damaged = text.slice(0, at) + put + text.slice(at + cut);
        const outcome = await glossary.restoreBackup(piecesOf(damaged)).then(
          () => 'restored',
          (error: { code?: string }) => error.code,
        );
        expect(['restored', 'invalid', 'newer']).toContain(outcome);
        const rows = await glossary.concepts(await glossary.listKeys({}));
        if (outcome !== 'restored') expect(rows).toEqual([]);
        for (const row of rows) expect(v.is(conceptSchema, row?.concept)).toBe(true);
        await glossary.save(aConcept({ id: 'after' }));
      },
    ),
    { numRuns: 40 },
  );
});

test('names like __proto__ and markup in a backup are text and nothing else', async () => {
  const glossary = aGlossary();
  const hostile = '{"prefLabel":"<img src=x onerror=alert(1)>","__proto__":{"polluted":true}}';
  const line = concept({}).replace('"prefLabel":"x"', hostile.slice(1, -1));
  const restoring = glossary.restoreBackup(piecesOf(`${HEADER}${line}{"end":1}\n`));
  await expect(restoring).rejects.toMatchObject({ code: 'invalid' });
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});

const draft = (value: unknown) =>
  row('drafts', { key: 'own/x', value, revision: 1, at: '2026-01-01T00:00:00.000Z' });
const UNFINISHED = {
  prefLabel: '',
  firstUse: { date: '二零二' },
  sources: [{ id: '1', title: '', url: 'htt' }],
};

test.each([
  ['text', '草稿'],
  ['nothing', null],
  ['a list', [UNFINISHED]],
  ['an object in place of a text', { prefLabel: { toString: 'x' } }],
  ['an object in place of a list', { prefLabel: '甲', altLabels: { length: 3 } }],
  ['a list of numbers', { prefLabel: '甲', broader: [1] }],
  ['an item without its text', { prefLabel: '甲', altLabels: [{ id: '1', kind: 'short' }] }],
  ['fields of its own', { prefLabel: '甲', html: '<b>' }],
  ['lists without end', { prefLabel: '甲', tags: Array.from({ length: 501 }, (_, at) => `${at}`) }],
])(
  'a backup with a draft that is %s is refused by line and entry, and changes nothing',
  async (_name, value) => {
    const name = crypto.randomUUID();
    const glossary = await aFullGlossary(name);
    const before = await rowsIn(name);
    const restoring = glossary.restoreBackup(piecesOf(`${HEADER}${draft(value)}{"end":1}\n`));
    await expect(restoring).rejects.toMatchObject({
      code: 'invalid',
      damage: { kind: 'draft', line: 2, key: 'own/x', reason: expect.stringMatching(/\S/) },
    });
    expect(await rowsIn(name)).toEqual(before);
  },
);

test('an unfinished draft comes back from a backup as it was typed', async () => {
  const [from, to] = [aGlossary(), aGlossary()];
  await from.saveDraft({ key: 'own/x', value: UNFINISHED, revision: 1 });
  await to.restoreBackup(piecesOf(await textOf(await from.exportBackup())));
  expect(await to.draft('own/x')).toMatchObject({ value: UNFINISHED, revision: 1 });
});

test('a draft that was damaged before does not keep a backup from being restored', async () => {
  const [from, to] = [aGlossary(), aGlossary()];
  await from.save(aConcept({ id: 'kept' }));
  await from.saveDraft({ key: 'own/kept', value: { prefLabel: 1 } });
  await to.restoreBackup(piecesOf(await textOf(await from.exportBackup())));
  expect(await to.listKeys({})).toEqual(['own/kept']);
  expect(await to.drafts()).toEqual([]);
});

const AT = '2026-01-01T00:00:00.000Z';
const OWN = {
  ...{ id: 'own', kind: 'own', title: '', layer: 'own:0' },
  ...{ release: 0, enabled: true, order: 0, updatedAt: AT },
};
const own = row('glossaries', OWN);
const edit = (change: object) =>
  row('overlays', {
    ...{ glossaryId: 'starter', conceptId: 'x', baseRelease: 1, patches: [], conflicts: [] },
    ...{ revision: 1, updatedAt: AT, ...change },
  });
const state = (change: object) => row('states', { key: 'own/x', state: 'learning', since: AT, ...change });
const revision = (change: object) =>
  row('revisions', { revision: 1, at: AT, kind: 'save', keys: [], changes: [], ...change });
const BAD_ORDER = { field: 'broader', part: 'order', after: 3 };

test.each([
  ['without the reader’s own glossary', ''],
  ['with a glossary of another kind than its id says', row('glossaries', { ...OWN, kind: 'imported' })],
  ['with a glossary on the layer of another', row('glossaries', { ...OWN, layer: 'starter:0' })],
  ['with a release beyond counting', row('glossaries', { ...OWN, release: 1e300 })],
  ['with an edit that fits no entry, of one that is not there', own + edit({ patches: [BAD_ORDER] })],
  ['with a conflict that fits no entry', own + edit({ conflicts: [{ ...BAD_ORDER, after: [], theirs: 3 }] })],
  ['with an edit beside an own entry', own + edit({ glossaryId: 'own' })],
  ['with an entry under another id', own + concept({ id: 'y' })],
  ['with an entry of another glossary', own + concept({ origin: { glossaryId: 'starter', revision: 1 } })],
  ['with an edit behind the entries', own + concept({}) + edit({})],
  ['with a day that does not exist', own + state({ review: { box: 1, due: '2026-02-30' } })],
  ['with a time on such a day', own + state({ since: '2026-02-30T00:00:00.000Z' })],
  [
    'with a removed entry under another key',
    own + row('trash', { key: 'own/y', concept: aConcept({ id: 'x' }), removedAt: AT, revision: 1 }),
  ],
  [
    'with a history that would bring an entry back over another',
    own + revision({ changes: [{ key: 'own/y', before: aConcept({ id: 'x' }) }] }),
  ],
  [
    'with a count by no year',
    own +
      row('usage', {
        layer: 'own:0',
        conceptId: 'x',
        workReports: { 万: 1 },
        zhejiangReports: {},
        broadcasts: {},
      }),
  ],
])('a backup %s changes nothing', async (_name, rows) => {
  const name = crypto.randomUUID();
  const glossary = await aFullGlossary(name);
  const before = await rowsIn(name);
  const text = `${HEADER}${rows}{"end":${rows.split('\n').length - 1}}\n`;
  await expect(glossary.restoreBackup(piecesOf(text))).rejects.toMatchObject({ code: 'invalid' });
  expect(await rowsIn(name)).toEqual(before);
});

test('a number of writes that can not be counted on from is refused, and writing goes on', async () => {
  const glossary = aGlossary();
  const text = `${HEADER.replace('"revision":1', '"revision":1e300')}${own}{"end":1}\n`;
  await expect(glossary.restoreBackup(piecesOf(text))).rejects.toMatchObject({ code: 'invalid' });
  await glossary.save(aConcept({ id: 'a' }));
  await glossary.save(aConcept({ id: 'b' }));
  expect(await glossary.listKeys({})).toEqual(['own/a', 'own/b']);
});

test('an edit more than a thousand entries behind the first is looked at like every other', async () => {
  const glossary = aGlossary();
  const many = Array.from({ length: 1_000 }, (_, at) => {
    const id = `c${at}`;
    return row('concepts', { layer: 'own:0', conceptId: id, concept: aConcept({ id }), revision: 1 });
  }).join('');
  const text = `${HEADER}${own}${many}${edit({ patches: [{ field: 'pinyin', part: 'whole', after: 1 }] })}{"end":1002}\n`;
  await expect(glossary.restoreBackup(piecesOf(text, 50_000))).rejects.toMatchObject({
    damage: { kind: 'row', line: 1003 },
  });
  expect(await glossary.listKeys({})).toEqual([]);
});

test('a line of a hundred megabytes in small pieces is put together once', async () => {
  const glossary = aGlossary();
  const piece = 'x'.repeat(64_000);
  async function* endless() {
    yield HEADER;
    for (let at = 0; at < 1_600; at += 1) yield piece;
  }
  await expect(glossary.restoreBackup(endless())).rejects.toMatchObject({
    damage: { kind: 'json', line: 2 },
  });
}, 20_000);
