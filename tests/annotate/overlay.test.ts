import fc from 'fast-check';
import { expect, test } from 'vitest';
import { annotate } from '../../lib/annotate/annotate.ts';
import { compileLexicon, type Lexicon } from '../../lib/annotate/lexicon.ts';
import { overlayLexicon } from '../../lib/annotate/overlay.ts';
import type { LexiconEntry } from '../../lib/annotate/types.ts';
import { overlayFindsTheSame } from './overlay-property.ts';

const entry = (concept: string, form: string): LexiconEntry => ({ concept, form, generic: false });
const base = compileLexicon([
  entry('starter/eight', '八八战略'),
  entry('starter/window', '重要窗口'),
  entry('own/digits', '88战略'),
]);
const found = (text: string, lexicon: Lexicon) =>
  annotate([{ id: 0, text }], lexicon).matches.map(({ start, end, concept }) => [
    text.slice(start, end),
    concept,
  ]);
const changed = (concept: string, ...forms: string[]) =>
  overlayLexicon(base, {
    concepts: new Set([concept]),
    entries: forms.map((form) => entry(concept, form)),
    glossaries: ['starter', 'own'],
  });

test('an entry just added is found beside all others', () => {
  expect(found('八八战略、新添的词', changed('own/new', '新添的词'))).toEqual([
    ['八八战略', 'starter/eight'],
    ['新添的词', 'own/new'],
  ]);
});

test('an edited entry is found by its new label and no longer by its old one', () => {
  expect(found('八八战略、重要窗口、窗口', changed('starter/window', '窗口'))).toEqual([
    ['八八战略', 'starter/eight'],
    ['窗口', 'starter/window'],
    ['窗口', 'starter/window'],
  ]);
});

test('a removed entry gives its label back to the entry of which it is another spelling', () => {
  expect(found('88战略', base)).toEqual([['88战略', 'own/digits']]);
  expect(found('88战略', changed('own/digits'))).toEqual([['88战略', 'starter/eight']]);
});

test('whatever is added, edited or removed, an overlay finds what compiling anew finds', () => {
  const { failed, counterexample, numRuns } = fc.check(overlayFindsTheSame, {
    numRuns: 500,
    seed: 20_261_126,
  });
  expect(counterexample).toBeNull();
  expect([failed, numRuns]).toEqual([false, 500]);
});
