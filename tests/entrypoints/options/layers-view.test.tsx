// @vitest-environment jsdom
import './browser.ts';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { LayersView } from '../../../entrypoints/options/views/layers-view.tsx';
import { translator } from '../../../lib/i18n/index.ts';
import { aConcept, aGlossary } from '../../glossary/support.ts';
import { buttonNamed, type Shown, showInApp, until } from './in-app.tsx';

const t = translator('zh');
let shown: Shown;
afterEach(() => shown.close());

async function threeGlossaries() {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'mine' }));
  for (const id of ['one', 'two']) {
    const job = await glossary.beginImport({ glossaryId: id, title: id });
    await glossary.stageImport(job, [aConcept({ id: 'a' })]);
    await glossary.endStaging(job);
    await glossary.applyImport(job, 'add');
  }
  return { glossary, order: async () => (await glossary.glossaries()).map(({ id }) => id) };
}

test('the first glossary cannot go up, nor the last one down', async () => {
  const { glossary, order } = await threeGlossaries();
  const before = await order();
  const revision = await glossary.revision();
  shown = await showInApp(glossary, <LayersView />);
  const titles = await until(() => {
    const found = [...shown.root.querySelectorAll('.layers .label')].map((each) => each.textContent);
    return found.length === before.length && found;
  });
  const press = (name: string) => act(async () => buttonNamed(shown.root, name)?.click());
  await press(t.editor.items.up(titles[0] ?? ''));
  await press(t.editor.items.down(titles.at(-1) ?? ''));
  await press(t.editor.items.down(titles[0] ?? ''));
  await until(() => shown.notices.length > 0);
  expect(shown.notices).toHaveLength(1);
  expect(await order()).toEqual([before[1], before[0], ...before.slice(2)]);
  expect(await glossary.revision()).toBe(revision + 1);
});

test('each button that takes a change back says which change', async () => {
  const glossary = aGlossary();
  for (const id of ['first', 'second']) await glossary.save(aConcept({ id }));
  shown = await showInApp(glossary, <LayersView />);
  const described = () =>
    [...shown.root.querySelectorAll('[aria-describedby]')].map(
      (button) => document.getElementById(button.getAttribute('aria-describedby') ?? '')?.textContent ?? '',
    );
  const [newest, older] = await until(() => described().length === 2 && described());
  expect(newest).toContain('second');
  expect(older).toContain('first');
});
