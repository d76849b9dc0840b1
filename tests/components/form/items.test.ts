import { expect, test } from 'vitest';
import { moved, replaced, without } from '../../../components/form/items.ts';

test('an item moves up or down, and nowhere beyond the ends', () => {
  expect(moved(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 2)).toEqual(['a', 'b']);
});

test('changes leave the list given as it was', () => {
  const items = ['a', 'b'];
  expect(without(items, 0)).toEqual(['b']);
  expect(replaced(items, 1, 'c')).toEqual(['a', 'c']);
  expect(items).toEqual(['a', 'b']);
});
