import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { aConcept, aGlossary, aRelease } from './support.ts';

/** More than one page of keys; most of them share one place in the order, as entries of one label and sound do. */
const many = Array.from({ length: 4_500 }, (_, index) => ({
  id: `c${String(index).padStart(4, '0')}`,
  prefLabel: index < 300 ? `a${String(index).padStart(4, '0')}` : index < 4_400 ? 'b' : `c${index}`,
}));

test('a list longer than a page of keys holds every entry once, in order, also where all share one place', async () => {
  const glossary = aGlossary();
  await glossary.loadStarter(aRelease(1, many));
  const ids = (await glossary.listKeys({})).map((key) => key.slice('starter/'.length));
  expect(ids).toEqual(many.map(({ id }) => id));
});

test('the first keys are those of the whole list, and stand aside where only the whole list can tell', async () => {
  const glossary = aGlossary();
  await glossary.loadStarter(aRelease(1, many.slice(0, 300)));
  await glossary.save(aConcept({ id: 'mine', prefLabel: 'zz' }));
  const all = await glossary.listKeys({});
  expect(await glossary.firstKeys({}, 40)).toEqual(all.slice(0, 40));
  const newest = { sort: 'updated', descending: true } as const;
  expect((await glossary.firstKeys(newest, 1)) ?? []).toEqual(['own/mine']);
  expect(await glossary.firstKeys({ filters: { glossaryId: 'own' } }, 40)).toEqual(['own/mine']);
  expect(await glossary.firstKeys({ filters: { edited: true } }, 40)).toBeUndefined();
  expect(await glossary.firstKeys({ within: all }, 40)).toBeUndefined();
});

test('a study state that was set since the list was read does not keep it from being read', async () => {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'a' }));
  expect(await glossary.listKeys({})).toEqual(['own/a']);
  await glossary.save(aConcept({ id: 'b' }));
  await glossary.setState('own/a', { state: 'learning' });
  expect(await glossary.listKeys({})).toEqual(['own/a', 'own/b']);
});
