// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { type Selection, useSelection } from '../../../entrypoints/options/use-selection.ts';

const root = document.createElement('div');
afterEach(() => render(null, root));

let selection: Selection | undefined;
function Listing({ listed, whole }: { readonly listed: readonly string[]; readonly whole: boolean }) {
  selection = useSelection(listed, whole);
  return null;
}
const show = (listed: readonly string[], whole: boolean) =>
  act(() => render(<Listing listed={listed} whole={whole} />, root));
const selected = () => [...(selection?.keys ?? [])];

test('all that are listed are selected, also those that were not known yet when all were asked for', async () => {
  await show(['a', 'b'], false);
  await act(() => selection?.all());
  expect([selected(), selection?.waiting]).toEqual([[], true]);
  await show(['a', 'b', 'c'], true);
  expect([selected(), selection?.waiting]).toEqual([['a', 'b', 'c'], false]);
});

test('who takes it back before all are known has nothing selected', async () => {
  await show(['a', 'b'], false);
  await act(() => selection?.all());
  await act(() => selection?.clear());
  await show(['a', 'b', 'c'], true);
  expect(selected()).toEqual([]);
});
