import { expect, test } from 'vitest';
import { readAddress, type View, writeAddress } from '../../../entrypoints/options/address.ts';
import { queryOf } from '../../../entrypoints/options/list-query.ts';

const views: readonly (readonly [string, View])[] = [
  ['#/concepts?q=%E6%B2%BB%E7%90%86&category=a', { name: 'concepts', filters: { q: '治理', category: 'a' } }],
  [
    '#/concept/starter/babazhanlve',
    { name: 'concept', key: { glossaryId: 'starter', conceptId: 'babazhanlve' }, tab: 'view' },
  ],
  ['#/concept/own/x/edit', { name: 'concept', key: { glossaryId: 'own', conceptId: 'x' }, tab: 'edit' }],
  ['#/study', { name: 'study', filters: {} }],
  ['#/study?state=known&q=a', { name: 'study', filters: { state: 'known', q: 'a' } }],
  ['#/study/review', { name: 'review' }],
  ['#/trash', { name: 'trash' }],
  ['#/settings', { name: 'settings' }],
];
test.each(views)('%s is read and written as the same view', (hash, view) => {
  expect(readAddress(hash)).toEqual(view);
  expect(writeAddress(view)).toBe(hash);
});

test('a selection on a page becomes the beginning of a new entry', () => {
  const query = new URLSearchParams({ label: '七张清单', url: 'https://a.cn/?b=1&c=2', date: '2022-03-11' });
  expect(readAddress(`#/new?${query}`)).toEqual({
    name: 'new',
    entry: { label: '七张清单', url: 'https://a.cn/?b=1&c=2', date: '2022-03-11' },
  });
});

test.each(['', '#', '#/', '#/nowhere', '#/concept/own', '#/concept', '#/%E0%A4%A'])(
  'the hash “%s” leads to the list',
  (hash) => {
    expect(readAddress(hash).name).toBe('concepts');
  },
);

test('filters of the address become a query, and unknown values no filter', () => {
  expect(queryOf({ category: '治理', has: 'noSources', state: 'muted', scope: 'city' }, undefined)).toEqual({
    within: undefined,
    sort: 'label',
    descending: false,
    filters: { category: '治理', sources: false, state: 'muted', scope: 'city' },
  });
  expect(queryOf({ has: '__proto__', state: 'constructor', scope: 'moon' }, ['own/a'])).toEqual({
    within: ['own/a'],
    sort: 'rank',
    descending: false,
    filters: { scope: undefined },
  });
});
