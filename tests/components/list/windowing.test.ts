import { expect, test } from 'vitest';
import { scrollFor, windowOf } from '../../../components/list/windowing.ts';

test('only the rows in sight and a few on either side are drawn', () => {
  expect(windowOf(0, 600, 60, 100_000)).toEqual({ first: 0, end: 18 });
  expect(windowOf(60_000, 600, 60, 100_000)).toEqual({ first: 992, end: 1_018 });
  expect(windowOf(6_000_000, 600, 60, 100_000)).toEqual({ first: 99_992, end: 100_000 });
});

test('a list that shrank under the scroll still draws its last rows', () => {
  expect(windowOf(60_000, 600, 60, 5)).toEqual({ first: 4, end: 5 });
  expect(windowOf(0, 600, 60, 0)).toEqual({ first: 0, end: 0 });
});

test('a row is scrolled to only as far as it takes to see it', () => {
  expect(scrollFor(3, 0, 600, 60)).toBe(0);
  expect(scrollFor(10, 0, 600, 60)).toBe(60);
  expect(scrollFor(2, 600, 600, 60)).toBe(120);
});
