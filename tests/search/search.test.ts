import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { createSearch, type Search } from '../../lib/search/search.ts';
import { aConcept, aGlossary, aRelease, stored } from '../glossary/support.ts';

async function found(search: Search, text: string) {
  const { keys, complete } = await search.query(text);
  if (!complete) throw new Error('the index is not there');
  return keys;
}

test('a new, an edited and a removed entry are found as they are at once', async () => {
  const glossary = aGlossary();
  await glossary.loadStarter(
    aRelease(1, [
      { id: 'a', prefLabel: '甲' },
      { id: 'b', prefLabel: '乙' },
    ]),
  );
  const search = createSearch(glossary);
  await search.ready();
  expect(await found(search, '甲')).toEqual(['starter/a']);

  await glossary.save(aConcept({ id: 'mine', prefLabel: '甲方' }));
  const { concept, revision } = await stored(glossary, 'starter/a');
  await glossary.save({ ...concept, prefLabel: '丙' }, { expectedRevision: revision });
  await glossary.remove(['starter/b']);
  expect(await found(search, '甲')).toEqual(['own/mine']);
  expect(await found(search, '丙')).toEqual(['starter/a']);
  expect(await found(search, '乙')).toEqual([]);
});

test('the stored index is used again, with what was changed since', async () => {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'a', prefLabel: '甲' }));
  await createSearch(glossary).ready();
  await glossary.save(aConcept({ id: 'b', prefLabel: '甲乙' }));

  const later = createSearch(glossary);
  let read = 0;
  await later.ready((done) => {
    read += done;
  });
  expect(read).toBe(0);
  expect(await found(later, '甲')).toEqual(['own/a', 'own/b']);
});

test('before the index is there beginnings of labels are found, and the answer says so', async () => {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'a', prefLabel: '甲乙' }));
  const search = createSearch(glossary);
  expect(await search.query('甲')).toEqual({ keys: ['own/a'], total: 1, complete: false });
  await search.ready();
  expect(await search.query('乙')).toEqual({ keys: ['own/a'], total: 1, complete: true });
});

test('an import makes the index anew', async () => {
  const glossary = aGlossary();
  const search = createSearch(glossary, { pinyinOf: () => 'dīng' });
  await search.ready();
  const id = await glossary.beginImport({ glossaryId: 'class', title: 'x' });
  await glossary.stageImport(id, [aConcept({ id: 'd', prefLabel: '丁' })]);
  await glossary.endStaging(id);
  await glossary.applyImport(id, 'add');

  expect((await search.query('丁')).complete).toBe(false);
  await search.ready();
  expect(await found(search, 'ding')).toEqual(['class/d']);
});

test('the first hits come with the number of all, edited entries in their place among them', async () => {
  const glossary = aGlossary();
  await glossary.loadStarter(
    aRelease(
      1,
      ['甲', '甲乙', '丙甲'].map((prefLabel, at) => ({ id: `c${at}`, prefLabel })),
    ),
  );
  const search = createSearch(glossary);
  await search.ready();
  await glossary.save(aConcept({ id: 'mine', prefLabel: '甲丁' }));
  expect(await search.query('甲', { limit: 5 })).toEqual({
    keys: ['starter/c0', 'own/mine', 'starter/c1', 'starter/c2'],
    total: 4,
    complete: true,
  });
  // As many as are wanted: the rest is not looked for.
  expect(await search.query('甲', { limit: 2 })).toEqual({
    keys: ['starter/c0', 'own/mine'],
    complete: true,
  });
});

test('who knows of no newer write is answered from what is there', async () => {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'a', prefLabel: '甲' }));
  const search = createSearch(glossary);
  await search.ready();
  const revision = await glossary.revision();
  await glossary.save(aConcept({ id: 'b', prefLabel: '甲' }));
  expect((await search.query('甲', { revision })).keys).toEqual(['own/a']);
  expect((await search.query('甲', { revision: revision + 1 })).keys).toHaveLength(2);
});

test.each([true, false])(
  'what a list shows comes along as it is now, held in memory: %s',
  async (holdRows) => {
    const glossary = aGlossary();
    await glossary.loadStarter(
      aRelease(
        1,
        ['甲', '甲乙', '丙甲'].map((prefLabel, at) => ({ id: `c${at}`, prefLabel })),
      ),
    );
    await createSearch(glossary).ready();
    const search = createSearch(glossary, { holdRows });
    await search.ready();
    const shown = async () =>
      (await search.query('甲', { rows: 2 })).rows?.map(
        ({ key, concept: { prefLabel, definitions }, edited, state }) => [
          key,
          prefLabel,
          definitions['zh'],
          edited,
          state,
        ],
      );
    expect(await shown()).toEqual([
      ['starter/c0', '甲', 'c0的释义。', false, undefined],
      ['starter/c1', '甲乙', 'c1的释义。', false, undefined],
    ]);

    const { concept, revision } = await stored(glossary, 'starter/c1');
    await glossary.save(
      { ...concept, prefLabel: '甲', definitions: { zh: '改。'.repeat(200) } },
      { expectedRevision: revision },
    );
    await glossary.setState('starter/c0', { state: 'learning' });
    expect(await shown()).toEqual([
      ['starter/c1', '甲', '改。'.repeat(120), true, undefined],
      ['starter/c0', '甲', 'c0的释义。', false, 'learning'],
    ]);
  },
);
