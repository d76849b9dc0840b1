// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FormContext } from '../../../components/form/field.tsx';
import { RelationField } from '../../../components/form/relation-field.tsx';
import { translator } from '../../../lib/i18n/index.ts';

const t = translator('zh').editor;
const root = document.createElement('div');
const found = [
  { key: 'own/a', prefLabel: '八八战略' },
  { key: 'own/b', prefLabel: '八项规定' },
];
const finder = {
  find: async () => found,
  name: async (key: string) => found.find((link) => link.key === key)?.prefLabel,
};
let chosen: string[] = [];
const show = (refs: readonly string[]) =>
  act(async () =>
    render(
      <FormContext.Provider value={{ t, language: 'zh', problems: [], prefix: 'f' }}>
        <RelationField
          path="related"
          label="相关"
          refs={refs}
          finder={finder}
          glossaryId="own"
          onChange={(next) => {
            chosen = next;
          }}
        />
      </FormContext.Provider>,
      root,
    ),
  );
const box = () => root.querySelector('input') as HTMLInputElement;
const press = (key: string, isComposing = false) =>
  act(() => void box().dispatchEvent(new KeyboardEvent('keydown', { key, isComposing, bubbles: true })));
async function type(text: string): Promise<void> {
  box().value = text;
  await act(async () => void box().dispatchEvent(new InputEvent('input', { bubbles: true })));
}

beforeEach(() => document.body.append(root));
afterEach(() => {
  render(null, root);
  chosen = [];
  // Effects of the last drawing wait for a frame, which must come while there is a document.
  return new Promise(requestAnimationFrame);
});

test('Enter chooses what is found, but not while an input method is composing', async () => {
  await show([]);
  await type('ba');
  await press('Enter', true);
  expect([chosen, box().value]).toEqual([[], 'ba']);
  await press('ArrowDown');
  await press('Enter');
  expect([chosen, box().value]).toEqual([['b'], '']);
});

test('who takes a chosen concept away by keyboard goes on in the search box', async () => {
  await show(['a']);
  const remove = root.querySelector<HTMLButtonElement>('.chosen button');
  remove?.focus();
  await act(() => remove?.click());
  await show([]);
  expect(document.activeElement).toBe(box());
});
