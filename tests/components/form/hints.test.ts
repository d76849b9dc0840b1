import { describe, expect, test } from 'vitest';
import { hintsFor, numberIn } from '../../../components/form/hints.ts';
import { emptyConcept } from '../../../lib/glossary/empty-concept.ts';
import type { Concept } from '../../../lib/glossary/schema.ts';

const sound: Concept = {
  ...emptyConcept('own', 'a', '2026-01-01T00:00:00.000Z'),
  prefLabel: '整体政府',
  definitions: { zh: '一句话。' },
  sources: [{ id: '1', title: '一份报告' }],
};
const nobody = { owners: new Map<string, readonly string[]>() };
const hints = (part: Partial<Concept>) => hintsFor({ ...sound, ...part }, nobody);

describe('numberIn', () => {
  test.each([
    ['七张问题清单', 7],
    ['“四风”', 4],
    ['两个确立', 2],
    ['双碳', 2],
    ['十大工程', 10],
    ['二十四字', 24],
    ['33条举措', 33],
    ['八八战略', undefined],
    ['三严三实', undefined],
    ['一带一路', undefined],
    ['一把手', undefined],
    ['最多跑一次', undefined],
    ['整体政府', undefined],
  ])('%s announces %s parts', (label, number) => {
    expect(numberIn(label)).toBe(number);
  });
});

describe('hintsFor', () => {
  test('a sound entry gets no advice', () => {
    expect(hints({})).toEqual([]);
  });

  test('a label of two characters is named, unless a condition holds it back', () => {
    expect(hints({ prefLabel: '四风' })).toEqual([{ kind: 'short', label: '四风' }]);
    expect(hints({ prefLabel: '四风', matching: { ambiguous: true } })).toEqual([]);
    const alt = { id: '1', form: '四风', kind: 'short' as const };
    expect(hints({ altLabels: [{ ...alt, matching: { onlyInQuotes: true } }] })).toEqual([]);
  });

  test('a list of parts that does not fit the number in the label is named', () => {
    const components = ['甲', '乙'].map((label) => ({ id: label, label }));
    expect(hints({ prefLabel: '七张问题清单', components })).toEqual([
      { kind: 'number', number: 7, count: 2 },
    ]);
  });

  test('Chinese is measured in characters, other languages in words', () => {
    const definitions = { zh: '字'.repeat(61), en: 'word '.repeat(31) };
    expect(hints({ definitions })).toEqual([
      { kind: 'long', lang: 'zh', length: 61, limit: 60 },
      { kind: 'long', lang: 'en', length: 31, limit: 30 },
    ]);
  });

  test('other owners of a label, a label written twice and a circle are named', () => {
    const altLabels = [{ id: '1', form: '整体政府', kind: 'variant' as const }];
    const around = { owners: new Map([['整体政府', ['整体政府（英）']]]), loop: ['甲', '乙', '甲'] };
    expect(hintsFor({ ...sound, altLabels }, around)).toEqual([
      { kind: 'collision', label: '整体政府', others: ['整体政府（英）'] },
      { kind: 'twice', label: '整体政府' },
      { kind: 'loop', chain: ['甲', '乙', '甲'] },
    ]);
  });

  test('a missing definition and a missing source are named', () => {
    expect(hints({ definitions: {}, sources: [] })).toEqual([{ kind: 'noDefinition' }, { kind: 'noSource' }]);
  });
});
