// @vitest-environment jsdom
/** What the form has to load first: where that fails it says so, and may be asked again. */
import { render } from 'preact';
import { useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { FormContext } from '../../../components/form/field.tsx';
import { LabelSection } from '../../../components/form/sections/label-section.tsx';
import { TryIt } from '../../../components/form/try-it.tsx';
import { translator } from '../../../lib/i18n/index.ts';
import { aConcept } from '../../glossary/support.ts';

const t = translator('zh').editor;
const root = document.createElement('div');
beforeEach(() => document.body.append(root));
afterEach(() => {
  render(null, root);
  // Effects of the last drawing wait for a frame, which must come while there is a document.
  return new Promise(requestAnimationFrame);
});

const AMBIGUOUS = aConcept({ id: 'a', prefLabel: '一把手', matching: { ambiguous: true } });
const frame = { t, language: 'zh', problems: [], prefix: 'f' } as const;
const alert = () => root.querySelector('[role=alert]')?.textContent;
const press = (name: string) =>
  act(async () => {
    const button = [...root.querySelectorAll('button')].find((each) => each.textContent === name);
    button?.focus();
    button?.click();
  });

/** Fails the first time. */
function failingOnce<T>(value: T): () => Promise<T> {
  let calls = 0;
  return async () => {
    calls += 1;
    if (calls === 1) throw new TypeError('Failed to fetch');
    return value;
  };
}

test('where the segmenter cannot be loaded the text to try says so, until it is loaded or the text is another', async () => {
  const judge = failingOnce([
    { block: 0, start: 0, end: 3, concept: 'a', form: '一把手', generic: false, why: 'segmenter' },
  ] as never[]);
  await act(() =>
    render(
      <FormContext.Provider value={frame}>
        <TryIt concept={AMBIGUOUS} judge={judge} />
      </FormContext.Provider>,
      root,
    ),
  );
  const type = (text: string) => {
    const area = root.querySelector('textarea');
    if (area === null) throw new Error('there is no text to try');
    area.value = text;
    return act(() => void area.dispatchEvent(new InputEvent('input', { bubbles: true })));
  };
  await type('一把手讲话');
  expect(alert()).toBeUndefined();
  await press(t.tryIt.judge);
  expect(alert()).toBe(t.tryIt.failed);
  await type('一把手讲话。');
  expect(alert()).toBeUndefined();
  await press(t.tryIt.judge);
  expect(alert()).toBeUndefined();
  expect(root.querySelector('mark')?.textContent).toBe('一把手');
});

test('where the readings cannot be loaded the field of the pinyin says so, and may be filled the next time', async () => {
  const pinyinOf = failingOnce('yī bǎ shǒu');
  function Section() {
    const [concept, setConcept] = useState(AMBIGUOUS);
    const change = (part: object) => setConcept((now) => ({ ...now, ...part }));
    return <LabelSection concept={concept} change={change} pinyinOf={pinyinOf} />;
  }
  await act(() =>
    render(
      <FormContext.Provider value={frame}>
        <Section />
      </FormContext.Provider>,
      root,
    ),
  );
  await press(t.page.fillPinyin);
  expect(alert()).toBe(t.page.pinyinFailed);
  await press(t.page.fillPinyin);
  expect(alert()).toBeUndefined();
  const field = root.querySelector<HTMLInputElement>('input[name=pinyin]');
  expect(field?.value).toBe('yī bǎ shǒu');
  expect(document.activeElement).toBe(field);
});
