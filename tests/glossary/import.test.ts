import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { writeTurn } from '../../lib/glossary/bulk.ts';
import { GlossaryDatabase } from '../../lib/glossary/database.ts';
import { deriveRows } from '../../lib/glossary/derive.ts';
import type { ImportMode } from '../../lib/glossary/import-mix.ts';
import { type GlossaryRepository, openGlossary } from '../../lib/glossary/repository.ts';
import type { StagingRow } from '../../lib/glossary/rows.ts';
import type { Concept } from '../../lib/glossary/schema.ts';
import { aConcept, aGlossary, aRelease, stored } from './support.ts';

type Some = Partial<Concept> & { id: string };

async function staged(glossary: GlossaryRepository, glossaryId: string, concepts: readonly Some[]) {
  const id = await glossary.beginImport({ glossaryId, title: '我的词库' });
  await glossary.stageImport(id, concepts.map(aConcept));
  await glossary.endStaging(id);
  return id;
}
async function imported(
  glossary: GlossaryRepository,
  glossaryId: string,
  concepts: readonly Some[],
  mode: ImportMode = 'merge',
) {
  return glossary.applyImport(await staged(glossary, glossaryId, concepts), mode);
}
const labels = async (glossary: GlossaryRepository) =>
  (await glossary.lexicon()).labels.map(({ form }) => form).sort();

test('a staged import is nowhere to be seen before it is applied, and is one revision then', async () => {
  const glossary = aGlossary();
  const id = await staged(glossary, 'class', [{ id: 'a' }, { id: 'b' }]);
  expect(await glossary.listKeys({})).toEqual([]);
  expect(await labels(glossary)).toEqual([]);
  expect((await glossary.previewImport(id, 'merge')).added).toEqual(['a', 'b']);

  const revision = await glossary.applyImport(id, 'merge');
  expect(await glossary.listKeys({})).toEqual(['class/a', 'class/b']);
  expect(await labels(glossary)).toEqual(['a', 'b']);
  expect((await glossary.revisions()).map((row) => row.revision)).toEqual([revision]);
  expect(await glossary.imports()).toEqual([]);
});

test('an import that is given up leaves nothing', async () => {
  const glossary = aGlossary();
  const id = await staged(glossary, 'class', [{ id: 'a' }]);
  await glossary.dropImport(id);
  await expect(glossary.applyImport(id, 'add')).rejects.toMatchObject({ code: 'import-gone' });
  await imported(glossary, 'class', [{ id: 'b' }]);
  expect(await glossary.listKeys({})).toEqual(['class/b']);
});

test('bad and repeated entries are refused by their place, the others are taken', async () => {
  const glossary = aGlossary();
  const id = await glossary.beginImport({ glossaryId: 'class', title: 'x' });
  await glossary.stageImport(id, [aConcept({ id: 'a', prefLabel: '先' })]);
  const refused = await glossary.stageImport(id, [
    aConcept({ id: 'b' }),
    { id: 'broken' },
    aConcept({ id: 'a', prefLabel: '后' }),
    aConcept({ id: 'c' }),
  ]);
  expect(refused.map(({ index }) => index)).toEqual([1, 2]);
  expect(refused[1]?.issues).toEqual([{ path: 'id', message: 'is used twice' }]);

  await expect(glossary.applyImport(id, 'add')).rejects.toMatchObject({ code: 'invalid' });
  await glossary.endStaging(id);
  expect((await glossary.imports()).map(({ total }) => total)).toEqual([3]);
  await glossary.applyImport(id, 'add');
  expect(await labels(glossary)).toEqual(['b', 'c', '先']);
  expect((await glossary.revisions()).map(({ layers }) => layers?.count)).toEqual([3]);
});

test('an id that was taken before the page was closed, or by another page, is refused too', async () => {
  const name = `test-${crypto.randomUUID()}`;
  const [first, second] = [openGlossary(name), openGlossary(name)];
  const id = await first.beginImport({ glossaryId: 'class', title: 'x' });
  await first.stageImport(id, [aConcept({ id: 'a', prefLabel: '先' })]);
  const there = await second.stageImport(id, [aConcept({ id: 'a', prefLabel: '后' }), aConcept({ id: 'b' })]);
  const back = await first.stageImport(id, [aConcept({ id: 'b', prefLabel: '后' }), aConcept({ id: 'c' })]);
  expect([there, back].map((refused) => refused.map(({ index }) => index))).toEqual([[0], [0]]);
  await first.endStaging(id);
  await first.applyImport(id, 'add');
  expect(await labels(first)).toEqual(['b', 'c', '先']);
});

test('rows that follow others which were not kept are not kept either', async () => {
  const db = new GlossaryDatabase(`test-${crypto.randomUUID()}`);
  await db.open();
  const job: StagingRow = {
    id: 'import-1',
    kind: 'import',
    glossaryId: 'class',
    layer: 'class:1',
    release: 1,
    done: 1,
    total: 3,
    startedAt: '2026-01-01T00:00:00.000Z',
  };
  const rows = (id: string) => [deriveRows(job.layer, aConcept({ id }), undefined, 1)];
  await writeTurn(db, rows('a'), job).ended;
  const missing = { ...job, done: 2 };
  await expect(writeTurn(db, rows('c'), { ...job, done: 3 }, missing).ended).rejects.toThrow();
  await writeTurn(db, rows('b'), missing, job).ended;
  expect((await db.concepts.toArray()).map(({ conceptId }) => conceptId)).toEqual(['a', 'b']);
  expect((await db.staging.get(job.id))?.done).toBe(2);
  db.close();
});

test.each<[ImportMode, string[]]>([
  ['add', ['旧', '留', '新']],
  ['merge', ['新', '新名', '留']],
  ['replace', ['新', '新名']],
])('mode %s', async (mode, expected) => {
  for (const glossaryId of ['class', 'own']) {
    const glossary = aGlossary();
    await imported(glossary, glossaryId, [
      { id: 'both', prefLabel: '旧', pinyin: 'jiù' },
      { id: 'kept', prefLabel: '留' },
    ]);
    await imported(
      glossary,
      glossaryId,
      [
        { id: 'both', prefLabel: '新名' },
        { id: 'fresh', prefLabel: '新' },
      ],
      mode,
    );
    expect(await labels(glossary)).toEqual([...expected].sort());
    expect((await glossary.concept(`${glossaryId}/both`))?.concept.pinyin).toBe(
      mode === 'replace' ? undefined : 'jiù',
    );
  }
});

test('the preview tells new, changed, conflicting, removed and unchanged apart, field by field', async () => {
  const glossary = aGlossary();
  await imported(glossary, 'class', [{ id: 'same' }, { id: 'changed' }, { id: 'mine' }, { id: 'gone' }]);
  const { concept, revision } = await stored(glossary, 'class/mine');
  await glossary.save({ ...concept, pinyin: 'wǒ' }, { expectedRevision: revision });
  const id = await staged(glossary, 'class', [
    { id: 'same' },
    { id: 'changed', category: '新' },
    { id: 'mine', pinyin: 'tā' },
    { id: 'new' },
  ]);

  expect(await glossary.previewImport(id, 'replace')).toEqual({
    added: ['new'],
    changed: ['changed'],
    conflicting: ['mine'],
    removed: ['gone'],
    unchanged: 1,
  });
  expect((await glossary.previewEntries(id, 'replace', ['changed']))[0]?.effect?.patches).toEqual([
    { field: 'category', part: 'whole', before: undefined, after: '新' },
  ]);

  await glossary.applyImport(id, 'replace');
  expect(await stored(glossary, 'class/mine')).toMatchObject({
    concept: { pinyin: 'wǒ' },
    conflicts: [{ field: 'pinyin', after: 'wǒ', theirs: 'tā' }],
  });
});

test('an import that was cut off while it was applied goes on, and shows nothing before its end', async () => {
  const glossary = aGlossary();
  const old = Array.from({ length: 1_200 }, (_, index) => ({ id: `o${index}` }));
  await imported(glossary, 'class', old);
  const id = await staged(glossary, 'class', [{ id: 'o7', prefLabel: '改' }, { id: 'new' }]);
  const stop = new AbortController();
  const cut = glossary.applyImport(id, 'merge', () => stop.abort(), stop.signal);
  await expect(cut).rejects.toThrow();
  expect(await glossary.listKeys({})).toHaveLength(1_200);
  expect((await stored(glossary, 'class/o7')).concept.prefLabel).toBe('o7');

  await glossary.applyImport(id, 'merge');
  expect(await glossary.listKeys({})).toHaveLength(1_201);
  expect((await stored(glossary, 'class/o7')).concept.prefLabel).toBe('改');
}, 30_000);

test('an import is undone by one step, and that step as well', async () => {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'mine', prefLabel: '我' }));
  const revision = await imported(glossary, 'own', [{ id: 'x', prefLabel: '来' }], 'replace');
  expect(await labels(glossary)).toEqual(['来']);
  const back = await glossary.undo(revision);
  expect(await labels(glossary)).toEqual(['我']);
  await glossary.undo(back);
  expect(await labels(glossary)).toEqual(['来']);
});

test('an import into one’s own entries is not undone over later edits', async () => {
  const glossary = aGlossary();
  const revision = await imported(glossary, 'own', [{ id: 'x' }]);
  await glossary.save(aConcept({ id: 'later' }));
  await expect(glossary.undo(revision)).rejects.toMatchObject({ code: 'not-undoable' });
  expect(await glossary.listKeys({})).toEqual(['own/later', 'own/x']);
});

test('switching a glossary off is not a change of entries that undo could take back', async () => {
  const glossary = aGlossary();
  await imported(glossary, 'class', [{ id: 'x' }]);
  await glossary.changeGlossary('class', { enabled: false });
  const [newest] = await glossary.revisions({ limit: 1 });
  await expect(glossary.undo(newest?.revision ?? 0)).rejects.toMatchObject({ code: 'not-undoable' });
});

test('a removed glossary comes back from its snapshot, edits included', async () => {
  const glossary = aGlossary();
  await imported(glossary, 'class', [{ id: 'a' }]);
  const { concept, revision } = await stored(glossary, 'class/a');
  await glossary.save({ ...concept, prefLabel: '甲' }, { expectedRevision: revision });
  await glossary.removeGlossary('class');
  expect(await labels(glossary)).toEqual([]);

  const [snapshot] = await glossary.snapshots();
  await glossary.restoreSnapshot(snapshot?.id ?? '');
  expect(await labels(glossary)).toEqual(['甲']);
});

test('the shipped glossary takes no imports', async () => {
  const glossary = aGlossary();
  await glossary.loadStarter(aRelease(1, [{ id: 'x' }]));
  await expect(glossary.beginImport({ glossaryId: 'starter', title: '' })).rejects.toMatchObject({
    code: 'invalid',
  });
});

test('a conflict is settled with either side, and a dropped entry is kept or removed', async () => {
  for (const choice of ['mine', 'theirs'] as const) {
    const glossary = aGlossary();
    await glossary.loadStarter(aRelease(1, [{ id: 'x', pinyin: '0' }, { id: 'gone' }]));
    for (const key of ['starter/x', 'starter/gone']) {
      const { concept, revision } = await stored(glossary, key);
      await glossary.save({ ...concept, pinyin: 'mine' }, { expectedRevision: revision });
    }
    await glossary.loadStarter(aRelease(2, [{ id: 'x', pinyin: 'theirs' }]));

    await glossary.resolveConflict('starter/x', { field: 'pinyin', part: 'whole' }, choice);
    const settled = await stored(glossary, 'starter/x');
    expect(settled).toMatchObject({ concept: { pinyin: choice }, conflicts: [], edited: choice === 'mine' });

    await glossary.resolveDropped('starter/gone', choice === 'mine' ? 'keep' : 'remove');
    expect((await glossary.concept('starter/gone'))?.dropped).toBe(choice === 'mine' ? 'kept' : undefined);
    expect(await glossary.listKeys({ filters: { conflicting: true } })).toEqual([]);
  }
});
