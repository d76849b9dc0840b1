// @vitest-environment jsdom
import './browser.ts';
import { act } from 'preact/test-utils';
import { expect, test } from 'vitest';
import { ReviewView } from '../../../entrypoints/options/views/review-view.tsx';
import { translator } from '../../../lib/i18n/index.ts';
import { aConcept, aGlossary } from '../../glossary/support.ts';
import { buttonNamed, showInApp, until } from './in-app.tsx';

test('an answer that is taken back takes along no sentence that was kept since', async () => {
  const glossary = aGlossary();
  const { key } = await glossary.save(aConcept({ id: 'a', prefLabel: '甲' }));
  await glossary.setState(key, { state: 'learning' });
  const shown = await showInApp(glossary, <ReviewView />);
  const t = translator('zh').study.cards;
  const press = async (key: string) => {
    await act(() => void document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true })));
  };
  await until(() => buttonNamed(shown.root, t.show));
  await press(' ');
  await press('2');
  await until(() => shown.root.textContent?.includes(t.done));

  // In an article, meanwhile.
  await glossary.keepSentence(key, { text: '甲在此。' });
  await act(() => buttonNamed(shown.root, t.undo)?.click());
  await until(() => buttonNamed(shown.root, t.show));
  expect(await glossary.states()).toMatchObject([{ key, sentences: [{ text: '甲在此。' }] }]);
  expect((await glossary.states())[0]?.review).toBeUndefined();
  await shown.close();
});

test('at its end a round says how many terms were known at once, and the focus goes on from there', async () => {
  const glossary = aGlossary();
  for (const id of ['a', 'b', 'c']) {
    const { key } = await glossary.save(aConcept({ id, prefLabel: `词${id}` }));
    await glossary.setState(key, { state: 'learning' });
  }
  const shown = await showInApp(glossary, <ReviewView />);
  const t = translator('zh').study.cards;
  // One term is asked three times.
  for (const grade of ['again', 'good', 'good', 'again', 'good'] as const) {
    const show = await until(() => buttonNamed(shown.root, t.show));
    await act(() => show.click());
    const answers = await until(() => {
      const buttons = [...shown.root.querySelectorAll<HTMLElement>('.review-buttons button')];
      return buttons.length === 3 && buttons;
    });
    await act(() => answers[grade === 'again' ? 0 : 1]?.click());
  }
  const end = await until(() => shown.root.querySelector('.state'));
  expect(end.textContent).toBe(t.done + t.result(2, 1));
  expect(document.activeElement).toBe(end);
  await shown.close();
});
