// @vitest-environment jsdom
/** Faults of the storage where one reads, and what is no value where one chooses: both are said. */
import './browser.ts';
import type { ComponentChildren } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { FormContext } from '../../../components/form/field.tsx';
import { EntryCard } from '../../../entrypoints/options/parts/entry-card.tsx';
import { CardSettings } from '../../../entrypoints/options/views/card-settings.tsx';
import { GraphTab } from '../../../entrypoints/options/views/graph-tab.tsx';
import { HistoryTab } from '../../../entrypoints/options/views/history-tab.tsx';
import { MutedLabels } from '../../../entrypoints/options/views/muted-labels.tsx';
import { GlossaryError } from '../../../lib/glossary/errors.ts';
import type { GlossaryRepository } from '../../../lib/glossary/repository.ts';
import { translator } from '../../../lib/i18n/index.ts';
import { DEFAULT_SETTINGS, type SettingsChange } from '../../../lib/settings/settings.ts';
import { aGlossary } from '../../glossary/support.ts';
import { type Shown, showInApp, until } from './in-app.tsx';

const t = translator('zh');
let shown: Shown;
afterEach(() => shown.close());

/** A database that opens, and of which one thing cannot be read. */
function damagedIn(name: keyof GlossaryRepository): GlossaryRepository {
  const fail = async () => {
    throw new GlossaryError('deleted', 'the browser removed it');
  };
  return { ...aGlossary(), [name]: fail };
}

test.each<[string, keyof GlossaryRepository, ComponentChildren]>([
  ['history', 'revisionsOf', <HistoryTab conceptKey="own/a" current={undefined} />],
  ['graph', 'detail', <GraphTab conceptKey="own/a" />],
  ['card', 'detail', <EntryCard conceptKey="own/a" />],
  ['list of muted labels', 'states', <MutedLabels />],
])(
  'the %s that cannot be read says what is wrong, and not that it is loading or empty',
  async (_name, read, view) => {
    shown = await showInApp(damagedIn(read), view);
    await until(() => shown.root.textContent?.includes(t.knowledge.error.deleted));
    expect(shown.root.textContent).not.toContain(t.knowledge.loading);
    expect(shown.root.textContent).not.toContain(t.settings.noMuted);
  },
);

test('what is no delay is said beside its field, and the delay that was stays', async () => {
  const changes: SettingsChange[] = [];
  shown = await showInApp(
    aGlossary(),
    <FormContext.Provider value={{ t: t.editor, language: 'zh', problems: [], prefix: 's' }}>
      <CardSettings settings={DEFAULT_SETTINGS} change={(part) => changes.push(part)} />
    </FormContext.Provider>,
  );
  const field = shown.root.querySelector<HTMLInputElement>('input[name=hoverDelay]');
  if (field === null) throw new Error('there is no field');
  const type = async (text: string) => {
    field.value = text;
    await act(() => void field.dispatchEvent(new InputEvent('input', { bubbles: true })));
    await act(() => void field.dispatchEvent(new FocusEvent('focusout', { bubbles: true })));
  };
  const said = () => shown.root.querySelector(`#${field.getAttribute('aria-describedby')}`)?.textContent;
  for (const text of ['快一点', '3001', '-1', '', 'NaN']) {
    await type(text);
    expect(field.getAttribute('aria-invalid')).toBe('true');
    expect(said()).toBe(t.settings.hoverDelayProblem(3_000, DEFAULT_SETTINGS.hoverDelay));
    expect(field.value).toBe(text);
  }
  expect(changes).toEqual([]);
  await type('５００');
  expect(field.hasAttribute('aria-invalid')).toBe(false);
  expect(changes).toEqual([{ hoverDelay: 500 }]);
});
