import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildLabelIndex } from '../../lib/match/build.ts';
import { emptyHits, scan } from '../../lib/match/label-index.ts';
import { packSections, unpackSections } from '../../lib/match/sections.ts';
import { compareSearches, findAll, slowSearch } from './slow-search.ts';

test('finds every label that begins at a position, the shorter before the longer', () => {
  const labels = ['全过程', '全过程人民民主', '人民', '人民民主', '民主'];
  expect(findAll(labels, '全过程人民民主')).toEqual([
    [0, 3, 0],
    [0, 7, 1],
    [3, 5, 2],
    [3, 7, 3],
    [5, 7, 4],
  ]);
});

test('labels of one unit are found at every place, also at the end', () => {
  expect(findAll(['甲'], '甲乙甲')).toEqual([
    [0, 1, 0],
    [2, 3, 0],
  ]);
});

test('an empty list of labels finds nothing', () => {
  expect(findAll([], '全过程人民民主')).toEqual([]);
});

test('an empty label is refused', () => {
  expect(() => buildLabelIndex(['甲', ''])).toThrow(RangeError);
});

test('many labels with one beginning are told apart', () => {
  const labels = Array.from({ length: 500 }, (_, index) => `共同${String.fromCharCode(0x4e00 + index)}富裕`);
  const text = labels.slice(100, 110).join('，');
  expect(findAll(labels, text)).toEqual(slowSearch(labels, text));
  expect(findAll(labels, text)).toHaveLength(10);
});

test('labels that share more and more units are told apart, as is a text that ends within them', () => {
  const labels = Array.from({ length: 200 }, (_, index) =>
    '习近平新时代中国特色社会主义思想'.repeat(10).slice(0, index + 1),
  );
  const text = (labels.at(-1) ?? '').slice(0, 150);
  expect(findAll(labels, text)).toEqual(slowSearch(labels, text));
});

test('agrees with the obvious slow search on 20,000 random cases', () => {
  expect(compareSearches(20_000, 20_261_126)).toBeGreaterThan(100_000);
}, 60_000);

test('agrees with the slow search on any text', () => {
  const word = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 6 })
    .filter((text) => !text.includes('\0'));
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 20 }), fc.array(word), (labels, parts) => {
      const text = [...parts, ...labels].join('');
      expect(findAll(labels, text)).toEqual(slowSearch(labels, text));
    }),
    { numRuns: 500 },
  );
}, 30_000);

test('a search between two bounds sees nothing outside them', () => {
  const index = buildLabelIndex(['甲乙']);
  const units = Uint16Array.from('甲乙\0甲乙\0', (character) => character.charCodeAt(0));
  const hits = emptyHits();
  scan(index, units, 3, 5, hits);
  expect([...hits.values.subarray(0, hits.length)]).toEqual([3, 5, 0]);
});

test('sections come back from a buffer as they went in, and another format is refused', () => {
  const sections = [Int32Array.of(-1, 2), Uint16Array.of(7), Uint32Array.of(2 ** 31), new Uint8Array(3)];
  const buffer = packSections(sections, 5);
  expect(unpackSections(buffer, 5)).toEqual(sections);
  expect(unpackSections(buffer, 6)).toBeUndefined();
  expect(unpackSections(new ArrayBuffer(2), 5)).toBeUndefined();
});
