import { describe, expect, test } from 'vitest';
import { problemsOf, tidy } from '../../../components/form/model.ts';
import { emptyConcept } from '../../../lib/glossary/empty-concept.ts';
import type { Concept } from '../../../lib/glossary/schema.ts';

const blank = emptyConcept('own', 'a', '2026-01-01T00:00:00.000Z');
const aConcept = (part: Partial<Concept>): Concept => ({ ...blank, prefLabel: '整体政府', ...part });

describe('tidy', () => {
  test('what was left empty is absent, and texts lose the blanks around them', () => {
    const tidied = tidy(
      aConcept({
        prefLabel: ' 整体政府 ',
        pinyin: '',
        definitions: { zh: ' 一句话。', en: '' },
        components: [],
        firstUse: { date: '', occasion: '' },
        matching: { ambiguous: undefined, notBefore: [] },
        tags: ['', '改革 '],
        category: '  ',
      }),
    );
    expect(tidied).toEqual({
      ...blank,
      prefLabel: '整体政府',
      definitions: { zh: '一句话。' },
      tags: ['改革'],
    });
    expect(problemsOf(tidied)).toEqual([]);
  });

  test('an item that lacks what it needs stays, so that it is complained about', () => {
    const tidied = tidy(aConcept({ sources: [{ id: '1', title: '', date: '', url: '' }] }));
    expect(tidied.sources).toEqual([{ id: '1', title: '' }]);
    expect(problemsOf(tidied)).toEqual([{ path: 'sources.0.title', kind: 'empty', limit: 1 }]);
  });
});

describe('problemsOf', () => {
  const cases: readonly (readonly [string, Partial<Concept>, string, string])[] = [
    ['an empty label', { prefLabel: '' }, 'prefLabel', 'empty'],
    ['a label of 201 characters', { prefLabel: '长'.repeat(201) }, 'prefLabel', 'tooLong'],
    ['a date of another form', { firstUse: { date: '2003年' } }, 'firstUse.date', 'date'],
    ['a day that does not exist', { firstUse: { date: '2022-02-30' } }, 'firstUse.date', 'day'],
    [
      'an address that is none',
      { sources: [{ id: '1', title: '甲', url: '甲' }] },
      'sources.0.url',
      'address',
    ],
    [
      'an address of another scheme',
      { sources: [{ id: '1', title: '甲', url: 'ftp://a.cn' }] },
      'sources.0.url',
      'web',
    ],
    ['a language that is none', { notes: { 中文: '说明' } }, 'notes.中文', 'language'],
    ['a reference with blanks', { broader: ['a b'] }, 'broader.0', 'reference'],
    ['half of a character', { issuer: '\ud800' }, 'issuer', 'character'],
    ['an empty version', { versions: [{ id: '1', from: '', what: '' }] }, 'versions.0.from', 'empty'],
  ];
  test.each(cases)('%s is found at its field', (_name, part, path, kind) => {
    expect(problemsOf(aConcept(part))).toContainEqual(expect.objectContaining({ path, kind }));
  });

  test('each field is complained about once', () => {
    const paths = problemsOf(aConcept({ sources: [{ id: '1', title: '甲', url: '甲' }] })).map(
      ({ path }) => path,
    );
    expect(paths).toEqual(['sources.0.url']);
  });
});
