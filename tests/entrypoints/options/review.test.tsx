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
