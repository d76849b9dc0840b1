/** A database that others delete while it is open, as whoever outlives it meets it. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { withPackaged } from '../../lib/glossary/packaged.ts';
import { openGlossary } from '../../lib/glossary/repository.ts';
import { aConcept, aRelease } from './support.ts';

const RELEASE = aRelease(3, [{ id: 'shipped', prefLabel: '词条' }]);

const deleteDatabase = (name: string) =>
  new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });

test('who outlives a deleted database is told once each time, and goes on with a new one that knows nothing of the old', async () => {
  const name = crypto.randomUUID();
  let told = 0;
  const glossary = openGlossary(name, () => {
    told += 1;
  });
  const ids = new Set<string>();
  for (const id of ['first', 'second', 'third']) {
    await glossary.save(aConcept({ id }));
    expect(await glossary.listKeys({})).toEqual([`own/${id}`]);
    ids.add(await glossary.databaseId());
    await deleteDatabase(name);
  }
  expect(told).toBe(3);
  expect(ids.size).toBe(3);
  expect(await glossary.listKeys({})).toEqual([]);
});

test('a page whose database was deleted writes nothing into the next one', async () => {
  const name = crypto.randomUUID();
  const [page, background] = [openGlossary(name), openGlossary(name, () => {})];
  await page.save(aConcept({ id: 'seen' }));
  await background.stamp();
  await deleteDatabase(name);
  await background.save(aConcept({ id: 'new' }));
  await expect(page.save(aConcept({ id: 'typed' }))).rejects.toMatchObject({ code: 'deleted' });
  expect(await background.listKeys({})).toEqual(['own/new']);
});

test('articles are read from the package until the shipped glossary stands in the new database', async () => {
  const name = crypto.randomUUID();
  const glossary = withPackaged(
    openGlossary(name, () => glossary.doubt()),
    async () => RELEASE,
  );
  await glossary.loadStarter(RELEASE);
  const before = await glossary.stamp();
  await deleteDatabase(name);
  expect((await glossary.lexicon()).labels).toHaveLength(1);
  expect(await glossary.stamp()).toBe('packaged.3');
  await glossary.loadStarter(RELEASE);
  const after = await glossary.stamp();
  expect(after).not.toBe('packaged.3');
  expect(after).not.toBe(before);
});
