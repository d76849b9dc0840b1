import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import type { Concept } from '../../lib/glossary/schema.ts';
import { aConcept, aGlossary, aRelease, stored } from './support.ts';

async function importInto(
  glossary: GlossaryRepository,
  glossaryId: string,
  concepts: readonly (Partial<Concept> & { id: string })[],
) {
  const job = await glossary.beginImport({ glossaryId, title: glossaryId });
  await glossary.stageImport(job, concepts.map(aConcept));
  await glossary.endStaging(job);
  return glossary.applyImport(job, 'merge');
}

/** An entry of the reader's own, a shipped one that it refers to, and a glossary to move them to. */
async function filled(): Promise<GlossaryRepository> {
  const glossary = aGlossary();
  await glossary.loadStarter(
    aRelease(1, [{ id: 'whole', prefLabel: '整体', broader: ['top'] }, { id: 'top' }]),
  );
  await glossary.save(aConcept({ id: 'part', prefLabel: '部分', broader: ['starter/whole'] }));
  await glossary.save(
    aConcept({
      id: 'other',
      prefLabel: '另外',
      related: ['part'],
      components: [{ id: '1', label: '部分', conceptId: 'part' }],
    }),
  );
  await importInto(glossary, 'class', [{ id: 'there' }, { id: 'whole', prefLabel: '同名' }]);
  return glossary;
}

test('a moved entry is in its new glossary alone, with its study state, and others refer to it there', async () => {
  const glossary = await filled();
  await glossary.setState('own/part', { state: 'learning' });
  await glossary.move(['own/part'], 'class');

  expect((await glossary.listKeys({})).toSorted()).toEqual([
    'class/part',
    'class/there',
    'class/whole',
    'own/other',
    'starter/top',
    'starter/whole',
  ]);
  expect((await stored(glossary, 'class/part')).concept.broader).toEqual(['starter/whole']);
  const other = (await stored(glossary, 'own/other')).concept;
  expect([other.related, other.components?.[0]?.conceptId]).toEqual([['class/part'], 'class/part']);
  expect(await glossary.statesOf(['own/part', 'class/part'])).toEqual({ 'class/part': 'learning' });
  expect(await glossary.ownersOf('部分')).toEqual([{ key: 'class/part', prefLabel: '部分' }]);
  expect(await glossary.trash()).toEqual([]);
});

test('an id that is taken gives way, short references are written out, and a shipped entry leaves an edit behind', async () => {
  const glossary = await filled();
  await glossary.move(['starter/whole', 'own/part'], 'class');
  const moved = (await stored(glossary, 'class/whole-2')).concept;
  expect([moved.prefLabel, moved.broader]).toEqual(['整体', ['starter/top']]);
  expect((await stored(glossary, 'class/part')).concept.broader).toEqual(['class/whole-2']);
  expect((await stored(glossary, 'class/whole')).concept.prefLabel).toBe('同名');
  expect(await glossary.concept('starter/whole')).toBeUndefined();
});

test('a move is one step, which can be taken back and done again', async () => {
  const glossary = await filled();
  await glossary.setState('own/part', { state: 'known' });
  const before = (await glossary.listKeys({})).toSorted();
  const revision = await glossary.move(['own/part', 'starter/whole'], 'class');
  const undone = await glossary.undo(revision);
  expect((await glossary.listKeys({})).toSorted()).toEqual(before);
  expect((await stored(glossary, 'own/other')).concept.related).toEqual(['part']);
  expect(await glossary.statesOf(['own/part'])).toEqual({ 'own/part': 'known' });
  expect(await glossary.trash()).toEqual([]);

  await glossary.undo(undone);
  expect(await glossary.concept('own/part')).toBeUndefined();
  expect((await stored(glossary, 'class/part')).concept.prefLabel).toBe('部分');
});

test('moving back to the own glossary and on again ends where it should', async () => {
  const glossary = await filled();
  await glossary.move(['own/part'], 'class');
  await glossary.move(['class/part'], 'own');
  expect((await stored(glossary, 'own/part')).concept.prefLabel).toBe('部分');
  await glossary.move(['own/part'], 'class');
  expect((await stored(glossary, 'class/part')).concept.broader).toEqual(['starter/whole']);
  expect(await glossary.concept('own/part')).toBeUndefined();
});

test('the shipped glossary takes no entries, and an unknown one is named', async () => {
  const glossary = await filled();
  await expect(glossary.move(['own/part'], 'starter')).rejects.toMatchObject({ code: 'invalid' });
  await expect(glossary.move(['own/part'], 'nowhere')).rejects.toMatchObject({ code: 'not-found' });
  expect(await glossary.concept('own/part')).toBeDefined();
});

test('an import is not taken back over entries that were moved to its glossary since; a later one keeps them', async () => {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'part' }));
  const first = await importInto(glossary, 'class', [{ id: 'there' }]);
  await glossary.move(['own/part'], 'class');
  await expect(glossary.undo(first)).rejects.toMatchObject({ code: 'not-undoable' });
  await importInto(glossary, 'class', [{ id: 'new' }]);
  expect((await glossary.listKeys({})).toSorted()).toEqual(['class/new', 'class/part', 'class/there']);
});

test('a backup holds moved entries where they are', async () => {
  const glossary = await filled();
  await glossary.move(['own/part'], 'class');
  let text = '';
  for await (const piece of await glossary.exportBackup()) text += piece;
  const other = aGlossary();
  await other.restoreBackup(
    (async function* () {
      yield text;
    })(),
  );
  expect((await stored(other, 'class/part')).concept.prefLabel).toBe('部分');
  expect(await other.concept('own/part')).toBeUndefined();
});

test('the labels in force are those of one moment, however often an entry is moved meanwhile', async () => {
  const glossary = await filled();
  let moving = true;
  const counts = (async () => {
    const found: number[] = [];
    while (moving) found.push((await glossary.lexicon()).labels.filter(({ form }) => form === '部分').length);
    return found;
  })();
  for (let round = 0; round < 15; round += 1) {
    await glossary.move(['own/part'], 'class');
    await glossary.move(['class/part'], 'own');
  }
  moving = false;
  expect(new Set(await counts)).toEqual(new Set([1]));
});
