import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { answerStudy } from '../../../entrypoints/background/study.ts';
import type { Sender } from '../../../lib/messages/receive.ts';
import { aConcept, aGlossary } from '../../glossary/support.ts';

const from = (incognito: boolean): Sender => ({ is: 'content', tabId: 1, incognito });
const KEY = 'own/a';
const SENTENCE = { text: '甲在此。', url: 'https://a.cn/1' };

async function aBackground() {
  const glossary = aGlossary();
  await glossary.save(aConcept({ id: 'a' }));
  let told = 0;
  const answers = answerStudy(glossary, async () => {
    told += 1;
  });
  return { glossary, answers, told: () => told };
}

test('nothing that a card says in a private window reaches the learning list', async () => {
  const { glossary, answers, told } = await aBackground();
  const before = await glossary.revision();
  const replies = [
    await answers['concept.setState']({ key: KEY, state: 'learning', sentence: SENTENCE }, from(true)),
    await answers['study.keep']({ key: KEY, sentence: SENTENCE }, from(true)),
    await answers['study.undo']({ revision: before }, from(true)),
  ];
  expect(replies).toEqual(Array(3).fill({ refused: 'private' }));
  expect(await glossary.states()).toEqual([]);
  expect(await glossary.revision()).toBe(before);
  expect(told()).toBe(0);
});

test('in other windows a card writes, open tabs are told, and the card can take it back', async () => {
  const { glossary, answers, told } = await aBackground();
  await answers['concept.setState']({ key: KEY, state: 'learning' }, from(false));
  const kept = await answers['study.keep']({ key: KEY, sentence: SENTENCE }, from(false));
  expect(await glossary.states()).toMatchObject([{ key: KEY, state: 'learning', sentences: [SENTENCE] }]);
  if (!('revision' in kept)) throw new Error('the sentence was refused');
  await answers['study.undo']({ revision: kept.revision }, from(false));
  expect((await glossary.states())[0]?.sentences).toBeUndefined();
  expect(told()).toBe(3);
});

test('a page cannot take back what is no study state', async () => {
  const { glossary, answers } = await aBackground();
  const edit = await glossary.revision();
  await expect(answers['study.undo']({ revision: edit }, from(false))).rejects.toThrow('no study state');
  await expect(answers['study.undo']({ revision: 99 }, from(false))).rejects.toThrow('no study state');
  expect(await glossary.concept(KEY)).toBeDefined();
});

test('a card is answered before open tabs have asked again, which waits for a large glossary that is compiled', async () => {
  const glossary = aGlossary();
  const answers = answerStudy(glossary, () => new Promise(() => {}));
  const reply = await answers['concept.setState']({ key: KEY, state: 'learning' }, from(false));
  expect(reply).toEqual({ revision: await glossary.revision() });
});

test('what a card asks again because the answer took long is written once, and taken back whole', async () => {
  const { glossary, answers } = await aBackground();
  const before = await glossary.revision();
  // An import that writes.
  const { promise: through, resolve: letGo } = Promise.withResolvers<void>();
  const importing = navigator.locks.request('cezhu-glossary', () => through);
  const ask = () =>
    answers['concept.setState']({ key: KEY, state: 'learning', sentence: SENTENCE }, from(false));
  const replies = Promise.all([ask(), ask(), ask()]);
  letGo();
  await importing;
  const [, , last] = await replies;
  expect(await glossary.revision()).toBe(before + 1);
  await answers['study.undo'](last as { revision: number }, from(false));
  expect(await glossary.states()).toEqual([]);
  // Asked anew it is another wish.
  await ask();
  expect(await glossary.states()).toHaveLength(1);
});
