import { expect, test } from 'vitest';
import { fitLine } from '../../scripts/support/slope.ts';

test('points on a line give its slope and no doubt', () => {
  const { slope, low, high } = fitLine([0, 1, 2, 3].map((x) => [x, 5 - 2 * x]));
  expect(slope).toBeCloseTo(-2);
  expect(high - low).toBeCloseTo(0);
});

test('points that scatter around a level give an interval that holds zero', () => {
  const { low, high } = fitLine([4, 6, 5, 4, 6, 5, 6, 4, 5, 5, 6, 4].map((y, x) => [x, y]));
  expect(low).toBeLessThan(0);
  expect(high).toBeGreaterThan(0);
});

test('the interval is that of the textbook', () => {
  // Five points, three degrees of freedom: 0.6 ± 3.182 × 0.2828.
  const { slope, low, high } = fitLine([2, 4, 5, 4, 5].map((y, at) => [at + 1, y]));
  expect([slope, low, high].map((value) => value.toFixed(2))).toEqual(['0.60', '-0.30', '1.50']);
});

test('two points are no trend', () => {
  expect(() =>
    fitLine([
      [0, 1],
      [1, 2],
    ]),
  ).toThrow('three points');
});
