// @vitest-environment jsdom
/** Where the focus is after something was done to many: on the list, never lost. */
import './browser.ts';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { ListView } from '../../../entrypoints/options/views/list-view.tsx';
import { StudyView } from '../../../entrypoints/options/views/study-view.tsx';
import { translator } from '../../../lib/i18n/index.ts';
import { aConcept, aGlossary } from '../../glossary/support.ts';
import { buttonNamed, pressIn, type Shown, showInApp, until } from './in-app.tsx';

const t = translator('zh');
let shown: Shown;
afterEach(() => shown.close());

// jsdom lays nothing out.
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe() {}
    disconnect() {}
  },
);

const names = (count: number) => Array.from({ length: count }, (_, at) => `词${String(at).padStart(3, '0')}`);

async function aList(count: number) {
  const glossary = aGlossary();
  await glossary.saveAll(
    names(count).map((prefLabel) => ({ draft: aConcept({ id: prefLabel.slice(1), prefLabel }) })),
  );
  return glossary;
}
async function showList(count: number) {
  const glossary = await aList(count);
  shown = await showInApp(glossary, <ListView filters={{}} />);
  await until(() => shown.root.querySelector('.select-all:not([hidden])'));
  return glossary;
}
const box = (label: string) =>
  shown.root.querySelector<HTMLInputElement>(`input[aria-label="${t.knowledge.list.select(label)}"]`);
async function select(...labels: readonly string[]) {
  for (const label of labels) {
    const input = await until(() => box(label));
    await act(() => {
      input.focus();
      input.click();
    });
  }
}
const press = (name: string) => pressIn(shown.root, name);
const focused = () => document.activeElement?.textContent;

test('after a deletion the focus is on the entry behind those that went', async () => {
  await showList(20);
  await select('词003', '词004', '词005');
  // jsdom knows no modal dialogs: fewer than are asked for.
  await press(t.knowledge.list.bulk.remove);
  await until(() => focused() === '词006');
  expect(box('词004')).toBeNull();
});

test('after the last entries went the focus is on the last that is left; where none is, in the search box', async () => {
  await showList(4);
  await select('词002', '词003');
  await press(t.knowledge.list.bulk.remove);
  await until(() => focused() === '词001');
  await press(t.knowledge.list.selectAll);
  await press(t.knowledge.list.bulk.remove);
  await until(() => document.activeElement?.id === 'search');
});

test('after entries were muted, tagged or unselected the focus is on the one that was touched last', async () => {
  await showList(10);
  await select('词007', '词002');
  await press(t.knowledge.list.bulk.mute);
  await until(() => focused() === '词002');

  await select('词004');
  await press(t.knowledge.list.bulk.tag);
  await press(t.editor.page.cancel);
  expect(document.activeElement).toBe(buttonNamed(shown.root, t.knowledge.list.bulk.tag));
  await press(t.knowledge.list.unselect);
  expect(focused()).toBe('词004');
});

test('the focus is not taken from where one went while the entries were deleted', async () => {
  const glossary = await showList(6);
  await select('词001');
  const search = shown.root.querySelector<HTMLInputElement>('#search');
  const remove = buttonNamed(shown.root, t.knowledge.list.bulk.remove);
  await act(() => {
    remove?.click();
    search?.focus();
  });
  await until(() => box('词001') === null);
  expect(await glossary.concept('own/001')).toBeUndefined();
  expect(document.activeElement).toBe(search);
});

test('a list that is read anew stays whole meanwhile, so that one stays where one was', async () => {
  const glossary = await showList(60);
  const sizes = new Set<string | null>();
  const seen = new MutationObserver(() => {
    sizes.add(shown.root.querySelector('.virtual-list li')?.getAttribute('aria-setsize') ?? null);
  });
  seen.observe(shown.root, { subtree: true, childList: true, attributes: true });
  await glossary.remove(['own/059']);
  await until(() => shown.root.querySelector('.virtual-list li')?.getAttribute('aria-setsize') === '59');
  seen.disconnect();
  expect([...sizes].filter((size) => size !== '60' && size !== '59')).toEqual([]);
});

test('after terms of the learning list went to another state the focus is on the next one, and at last on the states', async () => {
  const glossary = await aList(4);
  for (const name of names(4)) await glossary.setState(`own/${name.slice(1)}`, { state: 'learning' });
  shown = await showInApp(glossary, <StudyView filters={{}} />);
  await until(() => shown.root.querySelectorAll('.studied > li').length === 4);
  const [first = '', second = '', third = '', fourth = ''] = [
    ...shown.root.querySelectorAll('.studied .label'),
  ].map((label) => label.textContent ?? '');
  await select(second);
  await press(t.knowledge.list.unselect);
  expect(document.activeElement).toBe(box(second));
  await select(first, third);
  await press(t.study.bulk.known);
  await until(() => shown.root.querySelectorAll('.studied > li').length === 2);
  await until(() => document.activeElement === box(fourth));
  await press(t.knowledge.list.selectAll);
  await press(t.study.bulk.known);
  await until(() => document.activeElement?.getAttribute('aria-current') === 'page');
});
