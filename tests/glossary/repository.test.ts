import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { openGlossary } from '../../lib/glossary/repository.ts';
import { aConcept, aGlossary, aRelease, stored } from './support.ts';

const forms = (labels: readonly { form: string }[]) => labels.map(({ form }) => form).sort();

test('a saved entry is found, listed and among the labels in force', async () => {
  const glossary = aGlossary();
  await glossary.save(
    aConcept({
      id: 'bbzl',
      prefLabel: '八八战略',
      altLabels: [{ id: '1', form: '“八八战略”', kind: 'quoted' }],
    }),
  );

  expect((await stored(glossary, 'own/bbzl')).concept.prefLabel).toBe('八八战略');
  expect(await glossary.listKeys({})).toEqual(['own/bbzl']);
  expect(forms((await glossary.lexicon()).labels)).toEqual(['“八八战略”', '八八战略'].sort());
  expect(await glossary.ownersOf('八八 战略')).toEqual([{ key: 'own/bbzl', prefLabel: '八八战略' }]);
});

test('an entry that does not fit is refused with the place of every fault', async () => {
  const glossary = aGlossary();
  const draft = {
    ...aConcept({ id: 'x' }),
    prefLabel: ' ',
    sources: [{ id: '1', title: 'a', url: 'javascript:0' }],
  };

  const error = await glossary.save(draft).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code: 'invalid' });
  expect((error as { issues: { path: string }[] }).issues.map(({ path }) => path)).toEqual(
    expect.arrayContaining(['prefLabel', 'sources.0.url']),
  );
  expect(await glossary.concept('own/x')).toBeUndefined();
});

test('a label that another entry owns is named, and both entries stay', async () => {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'a', prefLabel: '两新' }));
  await glossary.save(aConcept({ id: 'b', prefLabel: '两新' }));

  expect(await glossary.ownersOf('两新')).toEqual([
    { key: 'own/a', prefLabel: '两新' },
    { key: 'own/b', prefLabel: '两新' },
  ]);
  expect((await glossary.lexicon()).labels).toHaveLength(2);
});

test('of several owners of a label those of the glossary that stands first are named first', async () => {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'mine', prefLabel: '两新' }));
  const job = await glossary.beginImport({ glossaryId: 'class', title: '课上' });
  await glossary.stageImport(job, [aConcept({ id: 'theirs', prefLabel: '两新' })]);
  await glossary.endStaging(job);
  await glossary.applyImport(job, 'add');
  const owners = async () => (await glossary.ownersOf('两新')).map(({ key }) => key);

  await glossary.orderGlossaries(['own', 'class']);
  expect(await owners()).toEqual(['own/mine', 'class/theirs']);
  await glossary.orderGlossaries(['class', 'own']);
  expect(await owners()).toEqual(['class/theirs', 'own/mine']);
});

test('of two tabs that edit one entry the second is told, with both versions', async () => {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'x' }));
  const { concept, revision } = await stored(glossary, 'own/x');
  await glossary.save({ ...concept, pinyin: 'yī' }, { expectedRevision: revision });

  const late = glossary.save({ ...concept, pinyin: 'èr' }, { expectedRevision: revision });
  await expect(late).rejects.toMatchObject({
    code: 'edit-conflict',
    mine: { pinyin: 'èr' },
    stored: { pinyin: 'yī' },
  });
  expect((await stored(glossary, 'own/x')).concept.pinyin).toBe('yī');
});

test('a new entry does not overwrite one that has its id', async () => {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'x', prefLabel: '甲' }));
  await expect(glossary.save(aConcept({ id: 'x', prefLabel: '乙' }))).rejects.toMatchObject({
    code: 'edit-conflict',
  });
});

test('an edit of a shipped entry is kept beside it and can be taken back', async () => {
  const glossary = aGlossary();
  await glossary.loadStarter(aRelease(1, [{ id: 'x', prefLabel: '甲' }]));
  const { concept, revision } = await stored(glossary, 'starter/x');
  await glossary.save({ ...concept, prefLabel: '乙' }, { expectedRevision: revision });

  expect(await stored(glossary, 'starter/x')).toMatchObject({
    edited: true,
    concept: { prefLabel: '乙' },
    base: { prefLabel: '甲' },
  });
  expect(forms((await glossary.lexicon()).labels)).toEqual(['乙']);

  await glossary.resetToBase('starter/x');
  expect(await stored(glossary, 'starter/x')).toMatchObject({ edited: false, concept: { prefLabel: '甲' } });
  expect(forms((await glossary.lexicon()).labels)).toEqual(['甲']);
});

test.each(['own', 'starter'])(
  'a removed entry of %s is gone everywhere and comes back from the trash',
  async (id) => {
    const glossary = aGlossary();
    await glossary.loadStarter(aRelease(1, [{ id: 'x' }]));
    await glossary.save(aConcept({ id: 'x' }));
    const key = `${id}/x`;
    const before = await stored(glossary, key);
    await glossary.remove([key]);

    expect(await glossary.concept(key)).toBeUndefined();
    expect((await glossary.lexicon()).labels).toHaveLength(1);
    expect(await glossary.listKeys({})).toHaveLength(1);
    expect((await glossary.trash()).map((row) => row.key)).toEqual([key]);

    await glossary.restoreFromTrash([key]);
    expect((await stored(glossary, key)).concept.definitions).toEqual(before.concept.definitions);
    expect((await glossary.lexicon()).labels).toHaveLength(2);
    expect(await glossary.trash()).toEqual([]);
  },
);

test('undo takes a revision back, and refuses where the entry was changed again', async () => {
  const glossary = aGlossary();
  const first = await glossary.save(aConcept({ id: 'x', pinyin: 'yī' }));
  const second = await glossary.save(aConcept({ id: 'x', pinyin: 'èr' }), {
    expectedRevision: first.revision,
  });

  await expect(glossary.undo(first.revision)).rejects.toMatchObject({ code: 'not-undoable' });
  await glossary.undo(second.revision);
  expect((await stored(glossary, 'own/x')).concept.pinyin).toBe('yī');
  const removal = await glossary.remove(['own/x']);
  await glossary.undo(removal);
  expect((await stored(glossary, 'own/x')).concept.pinyin).toBe('yī');
  expect((await glossary.revisionsOf('own/x')).map(({ kind }) => kind)).toEqual([
    'undo',
    'remove',
    'undo',
    'save',
    'save',
  ]);
});

test('any revision of an entry can be restored', async () => {
  const glossary = aGlossary();
  const first = await glossary.save(aConcept({ id: 'x', pinyin: 'yī' }));
  await glossary.save(aConcept({ id: 'x', pinyin: 'èr' }), { expectedRevision: first.revision });
  await glossary.restoreRevision('own/x', first.revision);
  expect((await stored(glossary, 'own/x')).concept.pinyin).toBe('yī');
});

test('muted concepts and labels are not in force, and the stamp tells', async () => {
  const glossary = aGlossary();
  await glossary.save(
    aConcept({ id: 'a', prefLabel: '甲', altLabels: [{ id: '1', form: '甲乙', kind: 'full' }] }),
  );
  await glossary.save(aConcept({ id: 'b', prefLabel: '丙' }));
  const before = await glossary.stamp();

  await glossary.setState('own/b', { state: 'known' });
  expect(await glossary.stamp()).toBe(before);
  expect(await glossary.statesOf(['own/a', 'own/b'])).toEqual({ 'own/b': 'known' });

  await glossary.setState('own/b', { state: 'muted' });
  await glossary.muteLabel('甲乙', true);
  expect(forms((await glossary.lexicon()).labels)).toEqual(['甲']);
  expect(await glossary.stamp()).not.toBe(before);

  await glossary.setState('own/b', {});
  await glossary.muteLabel('甲乙', false);
  expect((await glossary.lexicon()).labels).toHaveLength(3);
});

test('a glossary that is switched off is not searched for, but can still be listed', async () => {
  const glossary = aGlossary();
  await glossary.loadStarter(aRelease(1, [{ id: 'x' }]));
  await glossary.changeGlossary('starter', { enabled: false });

  expect((await glossary.lexicon()).labels).toEqual([]);
  expect(await glossary.listKeys({})).toHaveLength(1);
});

test('the card sees relations from both ends, over the edge of a glossary', async () => {
  const glossary = aGlossary();
  await glossary.loadStarter(
    aRelease(1, [
      { id: 'whole', components: [{ id: '1', label: '部分', conceptId: 'part' }] },
      { id: 'part' },
      { id: 'old', replacedBy: ['whole'] },
    ]),
  );
  await glossary.save(aConcept({ id: 'mine', broader: ['starter/whole'], related: ['starter/part'] }));

  expect(await glossary.detail('starter/whole')).toMatchObject({
    narrower: [{ key: 'own/mine' }],
    replaces: [{ key: 'starter/old' }],
    parts: { '1': { key: 'starter/part', prefLabel: 'part' } },
  });
  expect(await glossary.detail('starter/part')).toMatchObject({
    broader: [{ key: 'starter/whole' }],
    related: [{ key: 'own/mine' }],
  });
});

test('the card sees the whole way up from a concept, and a circle ends where it closes', async () => {
  const glossary = aGlossary();
  await glossary.loadStarter(
    aRelease(1, [
      { id: 'top' },
      { id: 'system', broader: ['top'] },
      { id: 'part', components: [{ id: '1', label: '小', conceptId: 'leaf' }], broader: ['system'] },
      { id: 'leaf' },
      { id: 'egg', broader: ['hen'] },
      { id: 'hen', broader: ['egg'] },
    ]),
  );
  expect(await glossary.detail('starter/leaf')).toMatchObject({
    broader: [{ key: 'starter/part' }],
    above: { 'starter/part': [{ key: 'starter/top' }, { key: 'starter/system' }] },
  });
  expect(await glossary.detail('starter/egg')).toMatchObject({ above: { 'starter/hen': [] } });
});

test('the list is in the order of pinyin and every filter narrows it', async () => {
  const glossary = aGlossary();
  await glossary.loadStarter(
    aRelease(1, [
      { id: 'a', prefLabel: '最多跑一次', pinyin: 'zuì duō pǎo yī cì', scope: 'province' },
      {
        id: 'b',
        prefLabel: '八八战略',
        pinyin: 'bā bā zhàn lüè',
        category: '发展',
        components: [{ id: '1', label: '一' }],
      },
      {
        id: 'c',
        prefLabel: '清廉浙江',
        pinyin: 'qīng lián zhè jiāng',
        definitions: { zh: '略', en: 'clean' },
      },
    ]),
  );
  await glossary.save(
    { ...(await stored(glossary, 'starter/a')).concept, tags: ['课上'] },
    { expectedRevision: (await stored(glossary, 'starter/a')).revision },
  );
  await glossary.setState('starter/c', { state: 'learning' });
  const ids = async (filters: Parameters<typeof glossary.listKeys>[0]['filters']) =>
    (await glossary.listKeys({ filters })).map((key) => key.slice(-1));

  expect(await ids({})).toEqual(['b', 'c', 'a']);
  expect(await ids({ components: true })).toEqual(['b']);
  expect(await ids({ components: false })).toEqual(['c', 'a']);
  expect(await ids({ scope: 'province' })).toEqual(['a']);
  expect(await ids({ english: true, sources: false })).toEqual(['c']);
  expect(await ids({ category: '发展' })).toEqual(['b']);
  expect(await ids({ tag: '课上' })).toEqual(['a']);
  expect(await ids({ edited: true })).toEqual(['a']);
  expect(await ids({ state: 'learning' })).toEqual(['c']);
  expect(await ids({ glossaryId: 'own' })).toEqual([]);
  expect(await glossary.listKeys({ within: ['starter/c', 'starter/b'], sort: 'rank' })).toEqual([
    'starter/c',
    'starter/b',
  ]);
});

test('a list that was read before stands as a list read anew, after edits, removals and returns', async () => {
  const name = crypto.randomUUID();
  const glossary = openGlossary(name);
  await glossary.loadStarter(
    aRelease(
      1,
      [...'abcdefgh'].map((id) => ({ id, prefLabel: id, category: '旧' })),
    ),
  );
  const queries = [
    {},
    { sort: 'updated', descending: true },
    { filters: { category: '旧' } },
    { filters: { edited: true } },
  ] as const;
  const read = (from: typeof glossary) => Promise.all(queries.map((query) => from.listKeys(query)));
  await read(glossary);
  const steps = [
    () => glossary.save(aConcept({ id: 'own', prefLabel: 'cc', category: '旧' })),
    () => edit('starter/a', { prefLabel: 'zz' }),
    () => edit('starter/h', { prefLabel: 'b', category: '新' }),
    () => glossary.remove(['starter/c', 'own/own']),
    () => glossary.restoreFromTrash(['starter/c']),
    () => glossary.resetToBase('starter/a'),
  ];
  const edit = async (key: string, change: object) => {
    const { concept, revision } = await stored(glossary, key);
    return glossary.save({ ...concept, ...change }, { expectedRevision: revision });
  };
  for (const step of steps) {
    await step();
    expect(await read(glossary)).toEqual(await read(openGlossary(name)));
  }
});

test('drafts survive until they are saved', async () => {
  const glossary = aGlossary();
  await glossary.saveDraft({ key: 'own/x', value: { prefLabel: '' } });
  expect(await glossary.draft('own/x')).toMatchObject({ value: { prefLabel: '' } });
  await glossary.save(aConcept({ id: 'x' }));
  expect(await glossary.draft('own/x')).toBeUndefined();
});

test('an index is given back with the stamp that it was stored with', async () => {
  const glossary = aGlossary();
  const data = new Uint8Array([1, 2]).buffer;
  await glossary.writeIndex('automaton', 's1', data);
  expect(await glossary.readStampedIndex('automaton')).toMatchObject({ stamp: 's1', data });
});

test('several entries are saved as one revision, or none', async () => {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'b' }));
  const batch = glossary.saveAll([{ draft: aConcept({ id: 'a' }) }, { draft: aConcept({ id: 'b' }) }]);
  await expect(batch).rejects.toMatchObject({ code: 'edit-conflict', key: 'own/b' });
  expect(await glossary.concept('own/a')).toBeUndefined();
});
