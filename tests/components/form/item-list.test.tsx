// @vitest-environment jsdom
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FormContext } from '../../../components/form/field.tsx';
import { ItemList } from '../../../components/form/item-list.tsx';
import { translator } from '../../../lib/i18n/index.ts';

const t = translator('zh').editor;
const root = document.createElement('div');

function Names({ first }: { readonly first: readonly string[] }) {
  const [items, setItems] = useState(first.map((id) => ({ id })));
  return (
    <FormContext.Provider value={{ t, language: 'zh', problems: [], prefix: 'f' }}>
      <ItemList
        path="names"
        legend="名称"
        items={items}
        nameOf={({ id }) => id}
        create={() => ({ id: 'new' })}
        onChange={setItems}
      >
        {(item) => <input aria-label={item.id} />}
      </ItemList>
    </FormContext.Provider>
  );
}
const show = (...names: string[]) => act(() => render(<Names first={names} />, root));
const button = (name: string) =>
  [...root.querySelectorAll('button')].find((each) => (each.ariaLabel ?? each.textContent) === name);
async function press(name: string): Promise<void> {
  button(name)?.focus();
  await act(() => button(name)?.click());
}
const order = () => [...root.querySelectorAll('input')].map((input) => input.ariaLabel);

beforeEach(() => document.body.append(root));
afterEach(() => {
  render(null, root);
  // Effects of the last drawing wait for a frame, which must come while there is a document.
  return new Promise(requestAnimationFrame);
});

test('the focus goes along with an item that is moved, and its ends stay where they are', async () => {
  await show('甲', '乙', '丙');
  await press(t.items.down('甲'));
  expect(order()).toEqual(['乙', '甲', '丙']);
  expect(document.activeElement).toBe(button(t.items.down('甲')));
  await press(t.items.up('乙'));
  expect(order()).toEqual(['乙', '甲', '丙']);
});

test('after an item is taken away the focus is on the next one, after the last one on the button that adds', async () => {
  await show('甲', '乙');
  await press(t.items.remove('甲'));
  expect((document.activeElement as HTMLElement).ariaLabel).toBe('乙');
  await press(t.items.remove('乙'));
  expect(document.activeElement).toBe(button(t.items.add('名称')));
});
