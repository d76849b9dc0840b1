import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diff } from '../../lib/glossary/merge.ts';
import { fitsPart } from '../../lib/glossary/part-schema.ts';
import type { Path } from '../../lib/glossary/parts.ts';
import { concepts } from '../exchange/random-concepts.ts';

test('whatever an edit changes fits: its values before and after', () => {
  fc.assert(
    fc.property(concepts, concepts, (base, mine) => {
      for (const { before, after, ...path } of diff(base, mine)) {
        expect(fitsPart(path, after), JSON.stringify({ path, after })).toBe(true);
        if (before !== undefined) expect(fitsPart(path, before), JSON.stringify({ path, before })).toBe(true);
      }
    }),
    { numRuns: 300, seed: 20_261_127 },
  );
});

test.each<[string, Path, unknown]>([
  ['an object for a text', { field: 'pinyin', part: 'whole' }, { toString: 1 }],
  ['no label', { field: 'prefLabel', part: 'whole' }, undefined],
  ['a whole list', { field: 'tags', part: 'whole' }, ['a']],
  ['an item of a text', { field: 'pinyin', part: 'item', item: '0' }, 'a'],
  ['an item without a name', { field: 'tags', part: 'item' }, 'a'],
  ['a form without its text', { field: 'altLabels', part: 'item', item: '1' }, { id: '1', kind: 'short' }],
  ['a number among relations', { field: 'broader', part: 'item', item: '1' }, 1],
  [
    'a script for an address',
    { field: 'sources', part: 'item', item: '1' },
    { id: '1', title: 'a', url: 'javascript:1' },
  ],
  ['a hint that is none', { field: 'matching', part: 'item', item: 'always' }, true],
  ['a language that is none', { field: 'definitions', part: 'item', item: '第一' }, 'a'],
  ['the prototype for a language', { field: 'definitions', part: 'item', item: '__proto__' }, { a: 1 }],
  ['an order of a map', { field: 'definitions', part: 'order' }, ['zh']],
  ['a number for an order', { field: 'broader', part: 'order' }, 3],
])('%s does not fit', (_name, path, value) => {
  expect(fitsPart(path, value)).toBe(false);
});
