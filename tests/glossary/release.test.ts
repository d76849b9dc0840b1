import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { GlossaryDatabase } from '../../lib/glossary/database.ts';
import { type GlossaryRepository, openGlossary } from '../../lib/glossary/repository.ts';
import type { Concept } from '../../lib/glossary/schema.ts';
import { aConcept, aGlossary, aRelease, stored } from './support.ts';
import { histories, keepsTheReadersOwn } from './update-properties.ts';

const edit = async (glossary: GlossaryRepository, key: string, change: Partial<Concept>) => {
  const { concept, revision } = await stored(glossary, key);
  await glossary.save({ ...concept, ...change }, { expectedRevision: revision });
};
const many = (count: number) => Array.from({ length: count }, (_, index) => ({ id: `c${index}` }));
const keys = async (glossary: GlossaryRepository) => (await glossary.listKeys({})).toSorted();

test.each([1, 2])(
  'loading cut off after step %i goes on there; nothing is lost, doubled or shown early',
  async (cutAt) => {
    const release = aRelease(1, many(1_500));
    const glossary = aGlossary();
    let steps = 0;
    const dying = glossary.loadStarter(release, () => {
      steps += 1;
      if (steps === cutAt) throw new Error('killed');
    });
    await expect(dying).rejects.toThrow('killed');
    expect(await glossary.status()).toMatchObject({ phase: 'loading', loaded: cutAt === 1 ? 1_000 : 1_500 });
    expect(await glossary.listKeys({})).toEqual([]);
    expect((await glossary.lexicon()).labels).toEqual([]);

    await glossary.loadStarter(release);
    expect(await glossary.status()).toMatchObject({ phase: 'ready' });
    expect(await keys(glossary)).toEqual(release.concepts.map(({ id }) => `starter/${id}`).sort());
    expect((await glossary.lexicon()).labels).toHaveLength(1_500);
  },
);

test('labels that a clearing left behind when it was cut off are not taken over by a new layer', async () => {
  const name = crypto.randomUUID();
  const glossary = openGlossary(name);
  await glossary.status();
  const db = new GlossaryDatabase(name);
  await db.open();
  const ghost = { layer: 'starter:1', conceptId: 'ghost', prefLabel: '旧', normals: ['旧'], generic: false };
  await db.labels.put({ ...ghost, forms: [{ form: '旧' }] });
  db.close();
  await glossary.loadStarter(aRelease(1, [{ id: 'a', prefLabel: '新' }]));
  expect((await glossary.lexicon()).labels.map(({ form }) => form)).toEqual(['新']);
});

test('two that load at the same time load it once', async () => {
  const glossary = aGlossary();
  const release = aRelease(1, many(1_500));
  await Promise.all([glossary.loadStarter(release), glossary.loadStarter(release)]);
  expect(await glossary.listKeys({})).toHaveLength(1_500);
  expect((await glossary.revisions()).filter(({ kind }) => kind === 'release')).toHaveLength(1);
}, 30_000);

test('a load of another release that was cut off leaves nothing behind', async () => {
  const glossary = aGlossary();
  const cut = glossary.loadStarter(aRelease(1, many(1_500)), () => {
    throw new Error('killed');
  });
  await expect(cut).rejects.toThrow('killed');
  await glossary.loadStarter(aRelease(2, many(3)));
  expect(await keys(glossary)).toEqual(['starter/c0', 'starter/c1', 'starter/c2']);
  expect((await glossary.lexicon()).labels).toHaveLength(3);
}, 30_000);

test('the version of the package is remembered once its release is whole, and not before', async () => {
  const glossary = aGlossary();
  const dying = glossary.loadStarter(
    aRelease(1, many(3)),
    () => {
      throw new Error('killed');
    },
    '1.0.0',
  );
  await expect(dying).rejects.toThrow('killed');
  expect(await glossary.loadedPackage()).toBeUndefined();
  await glossary.loadStarter(aRelease(1, many(3)), () => {}, '1.0.0');
  expect(await glossary.loadedPackage()).toBe('1.0.0');
}, 30_000);

test('an older release does not replace a newer one', async () => {
  const glossary = aGlossary();
  await glossary.loadStarter(aRelease(2, [{ id: 'x', prefLabel: '新' }]));
  await glossary.loadStarter(aRelease(1, [{ id: 'x', prefLabel: '旧' }]));
  expect((await stored(glossary, 'starter/x')).concept.prefLabel).toBe('新');
});

test('a newer release is merged with what the reader edited, removed, muted and added', async () => {
  const glossary = aGlossary();
  await glossary.loadStarter(
    aRelease(1, [{ id: 'edited', pinyin: 'jiù' }, { id: 'removed' }, { id: 'muted' }, { id: 'same' }]),
  );
  await edit(glossary, 'starter/edited', { definitions: { zh: '我的释义。' } });
  await glossary.remove(['starter/removed']);
  await glossary.setState('starter/muted', { state: 'muted' });
  await glossary.save(aConcept({ id: 'added' }));

  await glossary.loadStarter(
    aRelease(2, [
      { id: 'edited', pinyin: 'xīn' },
      { id: 'removed', pinyin: 'x' },
      { id: 'muted' },
      { id: 'fresh' },
    ]),
  );

  const edited = await stored(glossary, 'starter/edited');
  expect(edited.concept).toMatchObject({ pinyin: 'xīn', definitions: { zh: '我的释义。' } });
  expect(edited.conflicts).toEqual([]);
  expect(await keys(glossary)).toEqual(['own/added', 'starter/edited', 'starter/fresh', 'starter/muted']);
  expect((await glossary.lexicon()).labels.map(({ concept }) => concept).sort()).toEqual([
    'own/added',
    'starter/edited',
    'starter/fresh',
  ]);
  await glossary.restoreFromTrash(['starter/removed']);
  expect((await stored(glossary, 'starter/removed')).concept.prefLabel).toBe('removed');
});

test('where both sides changed the same item the reader keeps theirs and sees both', async () => {
  const glossary = aGlossary();
  await glossary.loadStarter(aRelease(1, [{ id: 'x', prefLabel: '甲', pinyin: 'jiǎ' }]));
  await edit(glossary, 'starter/x', { prefLabel: '乙', pinyin: 'yǐ' });
  await glossary.loadStarter(aRelease(2, [{ id: 'x', prefLabel: '丙', pinyin: 'yǐ' }]));

  const { concept, conflicts, base } = await stored(glossary, 'starter/x');
  expect(concept).toMatchObject({ prefLabel: '乙', pinyin: 'yǐ' });
  expect(base).toMatchObject({ prefLabel: '丙' });
  expect(conflicts).toEqual([{ field: 'prefLabel', part: 'whole', before: '甲', after: '乙', theirs: '丙' }]);
  expect(await glossary.listKeys({ filters: { conflicting: true } })).toEqual(['starter/x']);
});

test('an edited entry that the newer release dropped stays until the reader decides', async () => {
  const glossary = aGlossary();
  await glossary.loadStarter(aRelease(1, [{ id: 'x' }, { id: 'y' }]));
  await edit(glossary, 'starter/x', { pinyin: 'wǒ' });
  await glossary.loadStarter(aRelease(2, [{ id: 'z' }]));
  await glossary.loadStarter(aRelease(3, [{ id: 'z' }]));

  expect(await keys(glossary)).toEqual(['starter/x', 'starter/z']);
  expect((await stored(glossary, 'starter/x')).concept.pinyin).toBe('wǒ');
  expect(await glossary.listKeys({ filters: { conflicting: true } })).toEqual(['starter/x']);
});

test('whatever the reader does between updates, every edit, removal and mute outlives them, and nothing is doubled', async () => {
  const result = await fc.check(fc.asyncProperty(histories, keepsTheReadersOwn), { numRuns: 60 });
  expect(result.counterexample).toBeNull();
});
