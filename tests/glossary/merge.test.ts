import fc from 'fast-check';
import { expect, test } from 'vitest';
import { merge3 } from '../../lib/glossary/merge.ts';
import {
  keepsOrder,
  leadsThere,
  lostParts,
  patchesSuffice,
  type Versions,
  versions,
} from './merge-properties.ts';
import { aConcept } from './support.ts';

const always = (check: (three: Versions) => void) =>
  fc.assert(
    fc.property(versions, (three) => {
      check(three);
    }),
    { numRuns: 300 },
  );

test('the difference of two concepts leads from one to the other', () => {
  always((three) => expect(leadsThere(three)).toBe(true));
});

test("no side's change is lost: it stands in the result, or in a conflict together with the other's", () => {
  always((three) => expect(lostParts(three)).toEqual([]));
});

test('what one side put in order stays in that order, wherever the other side adds or removes', () => {
  always((three) => expect(keepsOrder(three)).toBe(true));
});

test('the patches of a merge are what still differs from the newer base', () => {
  always((three) => expect(patchesSuffice(three)).toBe(true));
});

test('an edit that the newer release made as well leaves nothing to keep', () => {
  const base = aConcept({ id: 'x' });
  const mine = aConcept({ id: 'x', pinyin: 'yī' });
  expect(merge3(base, mine, mine)).toMatchObject({ patches: [], conflicts: [] });
});
