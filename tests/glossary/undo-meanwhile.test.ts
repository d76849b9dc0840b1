/** Something is taken back while somebody else writes. */
import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openGlossary } from '../../lib/glossary/repository.ts';
import { aConcept } from './support.ts';

test('an import into one’s own entries is not undone over an edit that was saved first, though it was asked for before', async () => {
  const name = crypto.randomUUID();
  const [page, other] = [openGlossary(name), openGlossary(name)];
  const id = await page.beginImport({ glossaryId: 'own', title: 'x' });
  await page.stageImport(id, [aConcept({ id: 'brought' })]);
  await page.endStaging(id);
  const revision = await page.applyImport(id, 'add');

  // An import somewhere else holds the lock: both have to wait.
  const { promise: over, resolve: end } = Promise.withResolvers<void>();
  const held = navigator.locks.request('cezhu-glossary', () => over);
  const saving = other.save(aConcept({ id: 'mine' }));
  await expect.poll(async () => (await navigator.locks.query()).pending).toHaveLength(1);
  const undoing = expect(page.undo(revision)).rejects.toMatchObject({ code: 'not-undoable' });
  await expect.poll(async () => (await navigator.locks.query()).pending).toHaveLength(2);
  end();
  await Promise.all([held, saving, undoing]);
  expect([...(await page.listKeys({}))].sort()).toEqual(['own/brought', 'own/mine']);
});
