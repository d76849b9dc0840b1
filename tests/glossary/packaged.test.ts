import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { GlossaryDatabase } from '../../lib/glossary/database.ts';
import { GlossaryError } from '../../lib/glossary/errors.ts';
import { withPackaged } from '../../lib/glossary/packaged.ts';
import { openGlossary } from '../../lib/glossary/repository.ts';
import { aConcept, aGlossary, aRelease } from './support.ts';

const RELEASE = aRelease(3, [
  { id: 'whole', prefLabel: '整体', components: [{ id: '1', label: '部分', conceptId: 'part' }] },
  { id: 'part', prefLabel: '部分', related: ['other'] },
  { id: 'other', prefLabel: '其他' },
]);

/** A database that a newer Cezhu wrote: it can not be read. */
async function unreadable() {
  const name = crypto.randomUUID();
  await new Promise((resolve) => {
    const request = indexedDB.open(name, 1_000);
    request.onsuccess = () => resolve(request.result.close());
  });
  return openGlossary(name);
}

test('without a database articles are read with the shipped glossary, as they are with one', async () => {
  const healthy = aGlossary();
  await healthy.loadStarter(RELEASE);
  const troubled = withPackaged(await unreadable(), async () => RELEASE);

  expect((await troubled.lexicon()).labels).toEqual(
    expect.arrayContaining([...(await healthy.lexicon()).labels]),
  );
  expect(await troubled.glances(['starter/part', 'starter/none'])).toEqual(
    await healthy.glances(['starter/part']),
  );
  for (const key of ['starter/whole', 'starter/part', 'starter/other', 'starter/none'])
    expect(await troubled.detail(key)).toEqual(await healthy.detail(key));
  expect(await troubled.ownersOf('部', { prefix: true })).toEqual([
    { key: 'starter/part', prefLabel: '部分' },
  ]);
  expect(await troubled.stamp()).toBe('packaged.3');
});

test('writing is refused while storage is in trouble: nothing is put beside the reader’s own data', async () => {
  const troubled = withPackaged(await unreadable(), async () => RELEASE);
  await expect(troubled.save(aConcept({ id: 'x' }))).rejects.toMatchObject({ code: 'newer' });
});

test('where there is no room for the shipped glossary it is read from the package, until there is', async () => {
  const healthy = aGlossary();
  let full = true;
  const loadStarter: typeof healthy.loadStarter = (...args) =>
    full ? Promise.reject(new GlossaryError('full', 'no room')) : healthy.loadStarter(...args);
  const glossary = withPackaged({ ...healthy, loadStarter }, async () => RELEASE);

  await expect(glossary.loadStarter(RELEASE)).rejects.toMatchObject({ code: 'full' });
  expect((await glossary.lexicon()).labels).toHaveLength(3);
  expect((await healthy.lexicon()).labels).toEqual([]);
  full = false;
  await glossary.loadStarter(RELEASE);
  expect(await glossary.stamp()).toBe(await healthy.stamp());
});

test('with a healthy database the package is not even read', async () => {
  const glossary = withPackaged(aGlossary(), () => Promise.reject(new Error('was read')));
  await glossary.save(aConcept({ id: 'x' }));
  expect((await glossary.lexicon()).labels).toHaveLength(1);
  await expect(glossary.stageImport('none', [])).rejects.toMatchObject({ code: 'import-gone' });
});

test('a database is never opened in passing, so that one of a newer Cezhu is not changed', async () => {
  const name = crypto.randomUUID();
  const db = new GlossaryDatabase(name);
  await expect(db.meta.count()).rejects.toThrow();
  expect((await indexedDB.databases()).some((known) => known.name === name)).toBe(false);
});

test('a package that could not be read once is read again when it is asked for next', async () => {
  let attempts = 0;
  const troubled = withPackaged(await unreadable(), async () => {
    attempts += 1;
    if (attempts === 1) throw new TypeError('Failed to fetch');
    return RELEASE;
  });
  await expect(troubled.lexicon()).rejects.toThrow('Failed to fetch');
  expect((await troubled.lexicon()).labels).toHaveLength(3);
  await troubled.lexicon();
  expect(attempts).toBe(2);
});

test.each(['blocked', 'newer', 'outdated', 'deleted', 'unavailable', 'broken', 'full'] as const)(
  'a database that is %s leaves articles readable, and gets nothing of the package written into it',
  async (code) => {
    const healthy = aGlossary();
    const refuse = () => Promise.reject(new GlossaryError(code, 'trouble'));
    const glossary = withPackaged({ ...healthy, lexicon: refuse, detail: refuse }, async () => RELEASE);
    expect((await glossary.lexicon()).labels).toHaveLength(3);
    expect((await glossary.detail('starter/whole'))?.glance.prefLabel).toBe('整体');
    expect((await healthy.lexicon()).labels).toEqual([]);
  },
);

test('an empty database in the place of one that could not be opened is read once the shipped glossary stands in it', async () => {
  const fresh = aGlossary();
  let isDamaged = true;
  // Chromium refuses to open a damaged database once, and then opens an empty one.
  const loadedPackage: typeof fresh.loadedPackage = () =>
    isDamaged ? Promise.reject(new GlossaryError('broken', 'internal error')) : fresh.loadedPackage();
  const glossary = withPackaged({ ...fresh, loadedPackage }, async () => RELEASE);

  await expect(glossary.loadedPackage()).rejects.toMatchObject({ code: 'broken' });
  isDamaged = false;
  expect((await glossary.lexicon()).labels).toHaveLength(3);
  expect(await glossary.status()).toMatchObject({ phase: 'ready' });
  expect(await glossary.stamp()).toBe('packaged.3');
  await glossary.loadStarter(RELEASE);
  expect(await glossary.stamp()).toBe(await fresh.stamp());
});

test('nobody who reads waits while a database that was in trouble is tried again', async () => {
  const lexicon = () => Promise.reject(new GlossaryError('blocked', 'held by an old page'));
  const status = () => new Promise<never>(() => {});
  const glossary = withPackaged({ ...aGlossary(), lexicon, status }, async () => RELEASE);
  await glossary.lexicon();
  expect(await glossary.stamp()).toBe('packaged.3');
});

test('what was found of a database before it was deleted says nothing of the next one', async () => {
  const fresh = aGlossary();
  const { promise: late, resolve } = Promise.withResolvers<Awaited<ReturnType<typeof fresh.status>>>();
  const answers = [() => late];
  const status = () => answers.shift()?.() ?? fresh.status();
  const glossary = withPackaged({ ...fresh, status }, async () => RELEASE);
  glossary.doubt();
  const asked = glossary.stamp();
  await vi.waitFor(() => expect(answers).toEqual([]));
  glossary.doubt();
  resolve({ phase: 'ready', loaded: 3, total: 3 });
  expect(await asked).toBe('packaged.3');
  expect(await glossary.stamp()).toBe('packaged.3');
  await glossary.loadStarter(RELEASE);
  expect(await glossary.stamp()).toBe(await fresh.stamp());
});

test('a fault of our own is not hidden behind the package', async () => {
  const refuse = () => Promise.reject(new TypeError('a bug'));
  const glossary = withPackaged({ ...aGlossary(), lexicon: refuse }, async () => RELEASE);
  await expect(glossary.lexicon()).rejects.toThrow('a bug');
});
