// @vitest-environment jsdom
import './browser.ts';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';

import { EditorView } from '../../../entrypoints/options/views/editor-view.tsx';
import type { GlossaryRepository } from '../../../lib/glossary/repository.ts';
import { translator } from '../../../lib/i18n/index.ts';
import { aConcept, aGlossary } from '../../glossary/support.ts';
import { buttonNamed, type Shown, showInApp, until } from './in-app.tsx';

const t = translator('zh').editor.page;
let shown: Shown;
afterEach(() => shown.close());

const labelField = () => shown.root.querySelector<HTMLInputElement>('input[name=prefLabel]');
async function edit(glossary: GlossaryRepository, key: string): Promise<void> {
  shown = await showInApp(glossary, <EditorView conceptKey={key} />);
  await until(labelField);
}
async function type(text: string): Promise<void> {
  const field = labelField();
  if (field === null) throw new Error('there is no field');
  field.value = text;
  await act(() => void field.dispatchEvent(new InputEvent('input', { bubbles: true })));
}
async function press(name: string): Promise<void> {
  const button = buttonNamed(shown.root, name);
  if (button === undefined) throw new Error(`there is no button ${name}`);
  await act(() => button.click());
}
const draftOf = (glossary: GlossaryRepository, key: string) => glossary.draft(key);

async function anEntryWithDraft() {
  const glossary = aGlossary();
  const { key, revision } = await glossary.save(aConcept({ id: 'a', prefLabel: '原文' }));
  await glossary.saveDraft({ key, value: aConcept({ id: 'a', prefLabel: '草稿' }), revision });
  return { glossary, key, revision };
}

test('what is typed after a draft was discarded is kept as a draft again', async () => {
  const { glossary, key } = await anEntryWithDraft();
  await edit(glossary, key);
  expect(labelField()?.value).toBe('草稿');
  await press(t.draftDiscard);
  await until(() => labelField()?.value === '原文');
  await type('新稿');
  await until(() => shown.root.textContent?.includes(t.draftKept));
  expect((await draftOf(glossary, key))?.value).toMatchObject({ prefLabel: '新稿' });
});

test('a discarded draft is offered no longer, and what is saved then conflicts with nothing', async () => {
  const { glossary, key, revision } = await anEntryWithDraft();
  await glossary.save(aConcept({ id: 'a', prefLabel: '他处改过' }), { expectedRevision: revision });
  await glossary.saveDraft({ key, value: aConcept({ id: 'a', prefLabel: '草稿' }), revision });
  await edit(glossary, key);
  await press(t.draftDiscard);
  await until(() => labelField()?.value === '他处改过');
  expect(buttonNamed(shown.root, t.draftDiscard)).toBeUndefined();
  await type('再改');
  await act(() => shown.root.querySelector('form')?.requestSubmit());
  await until(() => shown.navigated.length > 0);
  expect((await glossary.concept(key))?.concept.prefLabel).toBe('再改');
});

test('a draft that goes on remembers what it was begun on: what was saved elsewhere is not overwritten unseen', async () => {
  const { glossary, key, revision } = await anEntryWithDraft();
  await glossary.save(aConcept({ id: 'a', prefLabel: '他处改过' }), { expectedRevision: revision });
  await glossary.saveDraft({ key, value: aConcept({ id: 'a', prefLabel: '草稿' }), revision });
  await edit(glossary, key);
  await type('草稿二');
  await until(() => shown.root.textContent?.includes(t.draftKept));
  expect(await draftOf(glossary, key)).toMatchObject({ revision, value: { prefLabel: '草稿二' } });
});

test('the editor of an entry that is not there says so', async () => {
  shown = await showInApp(aGlossary(), <EditorView conceptKey="own/gone" />);
  await until(() => shown.root.textContent === translator('zh').knowledge.concept.notFound);
});

test('Escape leaves the editor, but not while an input method is composing', async () => {
  const { glossary, key } = await anEntryWithDraft();
  await edit(glossary, key);
  const pressEscape = (isComposing: boolean) =>
    act(
      () =>
        void labelField()?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Escape', isComposing, bubbles: true, cancelable: true }),
        ),
    );
  await pressEscape(true);
  expect(shown.navigated).toEqual([]);
  await pressEscape(false);
  expect(shown.navigated).toHaveLength(1);
});

test('a draft without most of its fields is shown', async () => {
  const { glossary, key, revision } = await anEntryWithDraft();
  await glossary.saveDraft({ key, value: { prefLabel: '只有名称', firstUse: { date: '二零' } }, revision });
  await edit(glossary, key);
  expect(labelField()?.value).toBe('只有名称');
});

test('a draft of another shape than an entry is said to be damaged, and the entry is shown', async () => {
  const { glossary, key, revision } = await anEntryWithDraft();
  await glossary.saveDraft({ key, value: { prefLabel: '草稿', altLabels: { length: 1 } }, revision });
  await edit(glossary, key);
  expect(labelField()?.value).toBe('原文');
  expect(shown.root.textContent).toContain(t.draftDamaged);
});

test('a draft that says it is another entry is saved where it is edited', async () => {
  const { glossary, key, revision } = await anEntryWithDraft();
  await glossary.save(aConcept({ id: 'b', prefLabel: '别条' }));
  await glossary.saveDraft({ key, value: aConcept({ id: 'b', prefLabel: '冒名' }), revision });
  await edit(glossary, key);
  await act(() => shown.root.querySelector('form')?.requestSubmit());
  await until(() => shown.navigated.length > 0);
  expect((await glossary.concept('own/b'))?.concept.prefLabel).toBe('别条');
  expect((await glossary.concept(key))?.concept.prefLabel).toBe('冒名');
});

test('what is typed while a save waits for its turn is not lost with the editor', async () => {
  const { glossary, key } = await anEntryWithDraft();
  await edit(glossary, key);
  // An import that writes: whoever saves waits for it.
  const { promise: through, resolve: letGo } = Promise.withResolvers<void>();
  const importing = navigator.locks.request('cezhu-glossary', () => through);
  await act(() => shown.root.querySelector('form')?.requestSubmit());
  await type('接着写');
  letGo();
  await importing;
  await until(() => shown.notices.length > 0);
  expect((await glossary.concept(key))?.concept.prefLabel).toBe('草稿');
  await until(() => shown.root.textContent?.includes(t.draftKept));
  expect(shown.navigated).toEqual([]);
  expect(labelField()?.value).toBe('接着写');
  await act(() => shown.root.querySelector('form')?.requestSubmit());
  await until(() => shown.navigated.length > 0);
  expect((await glossary.concept(key))?.concept.prefLabel).toBe('接着写');
  expect(await draftOf(glossary, key)).toBeUndefined();
});
