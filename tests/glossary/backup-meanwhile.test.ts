/** What others write while a backup is being made or restored. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { GlossaryDatabase } from '../../lib/glossary/database.ts';
import { openGlossary } from '../../lib/glossary/repository.ts';
import { aConcept, aGlossary, aRelease, stored } from './support.ts';

test('a backup whose entries were dropped before they were read fails, rather than leave them out', async () => {
  const glossary = aGlossary();
  const replace = async (label: string) => {
    const job = await glossary.beginImport({ glossaryId: 'class', title: 'class' });
    await glossary.stageImport(job, [aConcept({ id: 'x', prefLabel: label })]);
    await glossary.endStaging(job);
    await glossary.applyImport(job, 'replace');
  };
  await replace('一');
  const pieces = (await glossary.exportBackup())[Symbol.asyncIterator]();
  await pieces.next();
  // Two snapshots of a glossary are kept; the rows of what was in force at the beginning go with the third.
  for (const label of ['二', '三', '四']) await replace(label);
  const rest = async () => {
    while ((await pieces.next()).done !== true) {
      // Only whether it comes to its end counts.
    }
  };
  await expect(rest()).rejects.toMatchObject({ code: 'not-found' });
});

test('a backup with an older release that comes into force while the package’s is being loaded is brought up to date', async () => {
  const name = crypto.randomUUID();
  const glossary = openGlossary(name);
  const release = (revision: number, prefLabel: string) => aRelease(revision, [{ id: 'x', prefLabel }]);
  await glossary.loadStarter(release(1, '旧'), () => {}, '1.0');
  const older = await collect(await glossary.exportBackup());
  await glossary.loadStarter(release(2, '新'), () => {}, '2.0');
  const restored = await glossary.restoreBackup(older);
  await glossary.undo(restored.revision);
  // Rows that nobody needs any more: loading takes them away at its end, with the lock.
  const db = new GlossaryDatabase(name);
  await db.open();
  await db.concepts.put({ ...(await db.concepts.toArray())[0], layer: 'none:1', conceptId: 'x' } as never);
  db.close();

  const { promise: through, resolve: letGo } = Promise.withResolvers<void>();
  const held = navigator.locks.request('cezhu-glossary', () => through);
  const [back] = await glossary.wholeSnapshots();
  const goingBack = glossary.undo(Number(back?.id.split('@')[1]));
  const loading = glossary.loadStarter(release(2, '新'), () => {}, '2.0');
  letGo();
  await Promise.all([held, goingBack, loading]);
  expect((await stored(glossary, 'starter/x')).concept.prefLabel).toBe('旧');
  expect(await glossary.loadedPackage()).toBeUndefined();
});

const collect = async (pieces: AsyncIterable<string>) => {
  const all: string[] = [];
  for await (const piece of pieces) all.push(piece);
  return (async function* () {
    yield* all;
  })();
};
