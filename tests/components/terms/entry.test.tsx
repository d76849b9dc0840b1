// @vitest-environment jsdom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { Entry } from '../../../components/terms/entry.tsx';
import { card } from '../../../lib/i18n/zh/card.ts';
import type { ConceptDetail } from '../../../lib/messages/protocol.ts';
import { sampleDetail } from '../../fixtures/card/samples.ts';

const root = document.createElement('div');
afterEach(() => {
  render(null, root);
  // Effects of the last drawing wait for a frame, which must come while there is a document.
  return new Promise(requestAnimationFrame);
});

/** The answers are given one after the other. */
async function show(...answers: (() => Promise<ConceptDetail | undefined>)[]) {
  const repository = { detail: () => answers.shift()?.() ?? Promise.resolve(undefined) };
  await act(() =>
    render(
      <Entry
        conceptKey="starter/babazhanlve"
        repository={repository}
        language="zh"
        explainIn={['zh']}
        openSections={[]}
        t={card}
        way={{ optionsUrl: 'options.html', text: '在词库中打开' }}
      />,
      root,
    ),
  );
}

test('an entry says that it is being read, then stands there', async () => {
  let answer: (detail: ConceptDetail | undefined) => void = () => {};
  await show(
    () =>
      new Promise((resolve) => {
        answer = resolve;
      }),
  );
  expect(root.textContent).toContain('正在读取');
  await act(async () => answer(sampleDetail('starter/babazhanlve')));
  expect(root.querySelector('h2')?.textContent).toBe('八八战略');
});

test('an entry that could not be read says so, and is read once more on request', async () => {
  await show(
    () => Promise.reject(new Error('the database is closed')),
    () => Promise.resolve(sampleDetail('starter/babazhanlve')),
  );
  expect(root.textContent).toContain('词条没有读出来');
  await act(() => root.querySelector('button')?.click());
  await expect.poll(() => root.querySelector('h2')?.textContent).toBe('八八战略');
});

test('an entry that is not there any more says so', async () => {
  await show(() => Promise.resolve(undefined));
  expect(root.textContent).toContain('找不到这一条');
});

test('an entry leads to its page, also one that another entry named', async () => {
  await show(
    () => Promise.resolve(sampleDetail('starter/qizhangwentiqingdan')),
    () => Promise.resolve(sampleDetail('starter/babazhanlve')),
  );
  const address = () => root.querySelector('.entry-page a')?.getAttribute('href');
  expect(address()).toBe('options.html#/concept/starter/qizhangwentiqingdan');
  await act(() => root.querySelector<HTMLElement>('.cz-parts button')?.click());
  await expect.poll(address).toBe('options.html#/concept/starter/babazhanlve');
});
