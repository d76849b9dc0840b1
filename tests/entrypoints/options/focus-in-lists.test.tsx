// @vitest-environment jsdom
/** Items that go by a button of their own: the focus goes on in their list, and is never lost. */
import './browser.ts';
import { useState } from 'preact/hooks';
import { afterEach, expect, test } from 'vitest';
import { HistoryTab } from '../../../entrypoints/options/views/history-tab.tsx';
import { MutedLabels } from '../../../entrypoints/options/views/muted-labels.tsx';
import { SitesOff } from '../../../entrypoints/options/views/sites-off.tsx';
import { StudyView } from '../../../entrypoints/options/views/study-view.tsx';
import { TrashView } from '../../../entrypoints/options/views/trash-view.tsx';
import { translator } from '../../../lib/i18n/index.ts';
import { DEFAULT_SETTINGS, type Settings, type SettingsChange } from '../../../lib/settings/settings.ts';
import { aConcept, aGlossary } from '../../glossary/support.ts';
import { pressIn, type Shown, showInApp, until } from './in-app.tsx';

const t = translator('zh');
let shown: Shown;
afterEach(() => shown.close());

const press = (name: string) => pressIn(shown.root, name);
/** Name of the control that has the focus, or text of the heading. */
const focused = () =>
  document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent;

test('after a muted label is marked again, the focus is on the next one, then on the one before, then on the heading', async () => {
  const glossary = aGlossary();
  for (const label of ['甲甲', '乙乙', '丙丙']) await glossary.muteLabel(label, true);
  shown = await showInApp(glossary, <MutedLabels />);
  const [first = '', second = '', third = ''] = await until(() => {
    const labels = [...shown.root.querySelectorAll('li .label')].map((each) => each.textContent ?? '');
    return labels.length === 3 && labels;
  });
  await press(t.settings.markAgain(second));
  await expect.poll(focused).toBe(t.settings.markAgain(third));
  await press(t.settings.markAgain(third));
  await expect.poll(focused).toBe(t.settings.markAgain(first));
  await press(t.settings.markAgain(first));
  await expect.poll(focused).toBe(t.settings.groups.muted);
});

test('the same holds for sites on which one switched Cezhu off', async () => {
  function Sites() {
    const [settings, setSettings] = useState<Settings>({ ...DEFAULT_SETTINGS, sitesOff: ['a.cn', 'b.cn'] });
    const change = (next: SettingsChange) =>
      setSettings((old) => ({ ...old, ...(typeof next === 'function' ? next(old) : next) }));
    return <SitesOff settings={settings} change={change} />;
  }
  shown = await showInApp(aGlossary(), <Sites />);
  await press(t.settings.openAgain('a.cn'));
  await expect.poll(focused).toBe(t.settings.openAgain('b.cn'));
  await press(t.settings.openAgain('b.cn'));
  await expect.poll(focused).toBe(t.settings.groups.sites);
});

test('entries are taken out of the trash one after the other with one key', async () => {
  const glossary = aGlossary();
  await glossary.saveAll(
    ['甲甲', '乙乙'].map((prefLabel, at) => ({ draft: aConcept({ id: `${at}`, prefLabel }) })),
  );
  await glossary.remove(['own/0', 'own/1']);
  shown = await showInApp(glossary, <TrashView />);
  const [first, second] = await until(() => {
    const buttons = [...shown.root.querySelectorAll('li button')].map((each) =>
      each.getAttribute('aria-label'),
    );
    return buttons.length === 2 && buttons;
  });
  await press(first ?? '');
  await expect.poll(focused).toBe(second);
  await press(second ?? '');
  await expect.poll(focused).toBe(t.knowledge.trash.title);
});

test('after a kept sentence is removed the focus is on the next one of the term, and then on the term', async () => {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'a', prefLabel: '甲甲' }));
  for (const text of ['甲甲一。', '甲甲二。'])
    await glossary.setState('own/a', { state: 'learning', sentence: { text } });
  shown = await showInApp(glossary, <StudyView filters={{}} />);
  await until(() => shown.root.querySelectorAll('blockquote').length === 2);
  await press(t.study.dropSentence('甲甲'));
  await until(() => shown.root.querySelectorAll('blockquote').length === 1);
  await expect.poll(focused).toBe(t.study.dropSentence('甲甲'));
  await press(t.study.dropSentence('甲甲'));
  await expect.poll(focused).toBe(t.knowledge.list.select('甲甲'));
});

test('after an earlier state is brought back the focus goes on in the history', async () => {
  const glossary = aGlossary();
  let expectedRevision: number | undefined;
  for (const prefLabel of ['甲一', '甲二', '甲三'])
    expectedRevision = (await glossary.save(aConcept({ id: 'a', prefLabel }), { expectedRevision })).revision;
  const current = await glossary.concept('own/a');
  function History() {
    const [now, setNow] = useState(current);
    glossary.watch(() => void glossary.concept('own/a').then(setNow), new AbortController().signal);
    return <HistoryTab conceptKey="own/a" current={now} />;
  }
  shown = await showInApp(glossary, <History />);
  await press(t.knowledge.history.restore);
  await until(() => shown.root.querySelectorAll('.history > li').length === 4);
  await expect.poll(focused).toBe(t.knowledge.history.restore);
});
