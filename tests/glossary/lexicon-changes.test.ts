import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import { aConcept, aGlossary, aRelease, stored } from './support.ts';

const RELEASE = aRelease(1, [
  { id: 'eight', prefLabel: '八八战略' },
  { id: 'double', prefLabel: '两新' },
  { id: 'window', prefLabel: '重要窗口' },
]);

async function shipped(): Promise<GlossaryRepository> {
  const glossary = aGlossary();
  await glossary.loadStarter(RELEASE);
  return glossary;
}

const edits: readonly [string, (glossary: GlossaryRepository) => Promise<unknown>, readonly string[]][] = [
  ['adding', (g) => g.save(aConcept({ id: 'new', prefLabel: '新词' })), ['own/new']],
  [
    'editing',
    async (g) => {
      const { concept, revision } = await stored(g, 'starter/window');
      await g.save({ ...concept, prefLabel: '窗口' }, { expectedRevision: revision });
    },
    ['starter/window'],
  ],
  ['removing', (g) => g.remove(['starter/double', 'starter/eight']), ['starter/double', 'starter/eight']],
  ['muting an entry', (g) => g.setState('starter/eight', { state: 'muted' }), ['starter/eight']],
  ['muting a label', (g) => g.muteLabel('“两新”', true), ['starter/double']],
  [
    'taking a mute back',
    async (g) => g.undo(await g.setState('starter/eight', { state: 'muted' })),
    ['starter/eight'],
  ],
];

test.each(edits)('%s is told as changes of single entries', async (_, edit, keys) => {
  const glossary = await shipped();
  const [stamp, before] = [await glossary.stamp(), (await glossary.lexicon()).labels];
  await edit(glossary);

  const changes = await glossary.lexiconSince(stamp);
  expect([...(changes?.concepts ?? [])].sort()).toEqual(keys);
  expect(changes?.stamp).toBe(await glossary.stamp());
  const isChanged = ({ concept }: { concept: string }) => changes?.concepts.has(concept) === true;
  const after = (await glossary.lexicon()).labels;
  expect(changes?.entries).toEqual(after.filter(isChanged));
  expect(after.filter((entry) => !isChanged(entry))).toEqual(before.filter((entry) => !isChanged(entry)));
});

test('a mute that was taken back between two compilations is not forgotten', async () => {
  const glossary = await shipped();
  const revision = await glossary.setState('starter/eight', { state: 'muted' });
  const stamp = await glossary.stamp();
  await glossary.undo(revision);

  const changes = await glossary.lexiconSince(stamp);
  expect(changes?.entries.map(({ form }) => form)).toEqual(['八八战略']);
});

test('changed entries are told in the order of the glossary', async () => {
  const glossary = await shipped();
  const stamp = await glossary.stamp();
  for (const key of ['starter/window', 'starter/double']) {
    const { concept, revision } = await stored(glossary, key);
    await glossary.save({ ...concept, pinyin: 'x' }, { expectedRevision: revision });
    await glossary.save(aConcept({ id: key.replace('/', '-'), prefLabel: key }));
  }

  const changes = await glossary.lexiconSince(stamp);
  const forms = (entries: readonly { form: string }[] = []) => entries.map(({ form }) => form);
  const whole = (await glossary.lexicon()).labels;
  expect(forms(changes?.entries)).toEqual(forms(whole.filter(({ concept }) => concept !== 'starter/eight')));
  expect(changes?.glossaries).toEqual((await glossary.glossaries()).map(({ id }) => id));
});

test.each([
  ['a glossary is switched off', (g: GlossaryRepository) => g.changeGlossary('starter', { enabled: false })],
  ['glossaries change their order', (g: GlossaryRepository) => g.orderGlossaries(['own', 'starter'])],
  ['a new release comes', (g: GlossaryRepository) => g.loadStarter({ ...RELEASE, revision: 2 })],
  [
    'hundreds of entries are added',
    (g: GlossaryRepository) =>
      g.saveAll(Array.from({ length: 301 }, (_, id) => ({ draft: aConcept({ id: `n${id}` }) }))),
  ],
])('where %s the whole lexicon is to be read', async (_, change) => {
  const glossary = await shipped();
  const stamp = await glossary.stamp();
  await change(glossary);
  expect(await glossary.lexiconSince(stamp)).toBeUndefined();
});

test('of another database, or of one that was wiped, nothing can be told', async () => {
  const other = await (await shipped()).stamp();
  expect(await (await shipped()).lexiconSince(other)).toBeUndefined();
});
