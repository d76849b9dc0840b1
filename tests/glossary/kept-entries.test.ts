/** Entries that share an id, or come while something else is under way: none takes the place of another. */
import 'fake-indexeddb/auto';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type GlossaryRepository, openGlossary } from '../../lib/glossary/repository.ts';
import type { Concept } from '../../lib/glossary/schema.ts';
import { aConcept, aGlossary, aRelease, stored } from './support.ts';

async function staged(glossary: GlossaryRepository, glossaryId: string, concepts: readonly Concept[]) {
  const job = await glossary.beginImport({ glossaryId, title: glossaryId });
  await glossary.stageImport(job, concepts);
  await glossary.endStaging(job);
  return job;
}
const imported = async (glossary: GlossaryRepository, glossaryId: string, concepts: readonly Concept[]) =>
  glossary.applyImport(await staged(glossary, glossaryId, concepts), 'merge');
const labelsOf = async (glossary: GlossaryRepository) =>
  Object.fromEntries(
    await Promise.all(
      (await glossary.listKeys({})).map(
        async (key) => [key, (await stored(glossary, key)).concept.prefLabel] as const,
      ),
    ),
  );

test('an entry of a glossary that is gone comes back beside the own entry that has its id', async () => {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'x', prefLabel: '自己的' }));
  await imported(glossary, 'class', [aConcept({ id: 'x', prefLabel: '班里的' }), aConcept({ id: 'y' })]);
  await glossary.remove(['class/x']);
  await glossary.removeGlossary('class');
  await glossary.restoreFromTrash(['class/x']);
  expect(await labelsOf(glossary)).toEqual({ 'own/x': '自己的', 'own/x-2': '班里的' });
  expect(await glossary.trash()).toEqual([]);
});

test('a removed entry whose id an import brought anew comes back beside it, and not at all where it is the same', async () => {
  const glossary = aGlossary();
  const entries = [aConcept({ id: 'x', prefLabel: '旧' }), aConcept({ id: 'y', prefLabel: '同' })];
  for (const entry of entries) await glossary.save(entry);
  await glossary.remove(['own/x', 'own/y']);
  await imported(glossary, 'own', [
    aConcept({ id: 'x', prefLabel: '新' }),
    aConcept({ id: 'y', prefLabel: '同' }),
  ]);
  const revision = await glossary.restoreFromTrash(['own/x', 'own/y']);
  expect(await labelsOf(glossary)).toEqual({ 'own/x': '新', 'own/x-2': '旧', 'own/y': '同' });
  await glossary.undo(revision);
  expect(await labelsOf(glossary)).toEqual({ 'own/x': '新', 'own/y': '同' });
});

test('an entry that is moved leaves in the trash what has its id there', async () => {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'x', prefLabel: '删掉的' }));
  await glossary.remove(['own/x']);
  await imported(glossary, 'class', [aConcept({ id: 'x', prefLabel: '移来的' })]);
  await glossary.move(['class/x'], 'own');
  expect(await labelsOf(glossary)).toEqual({ 'own/x-2': '移来的' });
  await glossary.restoreFromTrash(['own/x']);
  expect(await labelsOf(glossary)).toEqual({ 'own/x': '删掉的', 'own/x-2': '移来的' });
});

test.each(['merge', 'add'] as const)(
  'an entry that is moved into a glossary while a file is imported into it stays there (%s)',
  async (mode) => {
    const glossary = aGlossary();
    await imported(glossary, 'class', [aConcept({ id: 'm' }), aConcept({ id: 'z' })]);
    await glossary.save(aConcept({ id: 'a', prefLabel: '移来的' }));
    const job = await staged(glossary, 'class', [aConcept({ id: 'b' }), aConcept({ id: 'm', pinyin: 'm' })]);
    const stop = new AbortController();
    const applying = glossary.applyImport(job, mode, () => stop.abort(), stop.signal);
    await expect(applying).rejects.toMatchObject({ name: 'AbortError' });

    await glossary.move(['own/a'], 'class');
    const revision = await glossary.applyImport(job, mode);
    expect((await glossary.listKeys({})).toSorted()).toEqual(['class/a', 'class/b', 'class/m', 'class/z']);
    expect((await stored(glossary, 'class/a')).concept.prefLabel).toBe('移来的');
    expect((await stored(glossary, 'class/m')).concept.pinyin).toBe(mode === 'merge' ? 'm' : undefined);
    const [row] = await glossary.revisions({ before: revision + 1, limit: 1 });
    expect(row?.layers?.count).toBe(4);
  },
);

test('what stands in an editor goes along with an entry that is moved, and is saved there', async () => {
  const glossary = aGlossary();
  await imported(glossary, 'class', [aConcept({ id: 'y' })]);
  const { key, revision } = await glossary.save(aConcept({ id: 'x', prefLabel: '原文' }));
  await glossary.saveDraft({ key, value: { prefLabel: '草稿' }, revision });
  await glossary.move([key], 'class');
  expect(await glossary.draft(key)).toBeUndefined();
  const { revision: now } = await stored(glossary, 'class/x');
  expect(await glossary.draft('class/x')).toMatchObject({ value: { prefLabel: '草稿' }, revision: now });
});

test('of two backups that two tabs restore at once one is in force, whole', async () => {
  const backupOf = async (prefix: string, count: number) => {
    const glossary = aGlossary();
    const ids = Array.from({ length: count }, (_, at) => `${prefix}${at}`);
    await imported(
      glossary,
      'class',
      ids.map((id) => aConcept({ id })),
    );
    const pieces: string[] = [];
    for await (const piece of await glossary.exportBackup()) pieces.push(piece);
    return { pieces, keys: ids.map((id) => `class/${id}`).toSorted() };
  };
  const [one, other] = [await backupOf('a', 2_500), await backupOf('b', 3_500)];
  async function* piecesOf(pieces: readonly string[], wait: () => Promise<void>) {
    for (const piece of pieces) {
      await wait();
      yield piece;
    }
  }
  const name = crypto.randomUUID();
  const [tab, second] = [openGlossary(name), openGlossary(name)];
  let later: Promise<unknown> | undefined;
  let isOver = false;
  // The first stands still while a part of it is written, until the second is through, or waits for it.
  const untilSecond = async () => {
    while (later !== undefined && !isOver) {
      const { pending = [] } = await navigator.locks.query();
      if (pending.some((lock) => lock.name === 'cezhu-restoring')) return;
      await tab.revision();
    }
  };
  await tab.restoreBackup(piecesOf(one.pieces, untilSecond), () => {
    later ??= second.restoreBackup(piecesOf(other.pieces, async () => {})).finally(() => {
      isOver = true;
    });
  });
  await later;
  const keys = (await openGlossary(name).listKeys({})).toSorted();
  expect([one.keys, other.keys]).toContainEqual(keys);
  const found = await openGlossary(name).concepts(keys);
  expect(found.filter((entry) => entry === undefined)).toEqual([]);
});

test('an import can be undone whatever the clock said before', async () => {
  const glossary = aGlossary();
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  // The clock was wrong by years while three imports came in.
  vi.setSystemTime('2035-01-01');
  for (const label of ['一', '二', '三'])
    await imported(glossary, 'class', [aConcept({ id: 'x', prefLabel: label })]);
  vi.setSystemTime('2026-01-01');
  const revision = await imported(glossary, 'class', [aConcept({ id: 'x', prefLabel: '四' })]);
  await glossary.undo(revision);
  expect(await labelsOf(glossary)).toEqual({ 'class/x': '三' });
});

test('what has come into force is so, though there is no room to clear away what was there before', async () => {
  const glossary = aGlossary();
  for (const label of ['一', '二', '三'])
    await imported(glossary, 'class', [aConcept({ id: 'x', prefLabel: label })]);
  const full = vi.spyOn(IDBObjectStore.prototype, 'delete').mockImplementation(function (
    this: IDBObjectStore,
    query,
  ) {
    const request = original.call(this, query);
    // Rows of layers are deleted by ranges; where there is no room, the browser ends the transaction.
    if (query instanceof IDBKeyRange) this.transaction.abort();
    return request;
  });
  onTestFinished(() => full.mockRestore());
  const revision = await imported(glossary, 'class', [aConcept({ id: 'x', prefLabel: '四' })]);
  expect(await labelsOf(glossary)).toEqual({ 'class/x': '四' });
  await glossary.loadStarter(aRelease(1, [{ id: 's' }]), () => {}, '1.0');
  expect(await glossary.loadedPackage()).toBe('1.0');
  await glossary.undo(revision);
  expect(await labelsOf(glossary)).toMatchObject({ 'class/x': '三' });
});

const { delete: original } = IDBObjectStore.prototype;
