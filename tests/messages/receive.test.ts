import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RequestOf } from '../../lib/messages/call.ts';
import type { BackgroundCalls } from '../../lib/messages/protocol.ts';
import type { ContentCalls } from '../../lib/messages/to-content.ts';
import { callOf, deliveries, HOME, ID, isGuarded, KINDS, send } from './receive-properties.ts';

type Calls = BackgroundCalls & ContentCalls;
const block = { ids: [1], ends: [4], text: '八八战略' };
/** A good request of every kind: a new kind does not compile without one. */
const GOOD: { readonly [K in keyof Calls]: RequestOf<Calls[K]> } = {
  'page.coming': {},
  'page.annotate': block,
  'page.judge': block,
  'concept.detail': { key: 'starter/babazhanlve' },
  'concept.lookUp': { text: '八八战略' },
  'concept.setState': { key: 'starter/babazhanlve', state: 'known' },
  'study.keep': { key: 'starter/babazhanlve', sentence: { text: '八八战略。', url: 'https://a.cn/1' } },
  'study.undo': { revision: 7 },
  'study.open': {},
  'label.mute': { label: '八八战略' },
  'card.rememberSections': { open: ['sources'] },
  'concept.edit': { key: 'starter/babazhanlve' },
  'concept.search': { text: '八八' },
  'panel.open': {},
  'concept.add': { label: '八八战略' },
  'page.count': { count: 3 },
  'glossary.changed': {},
  'glossary.status': {},
  'marks.refresh': { stamp: 'x' },
  'command.run': { name: 'next-term' },
  'page.terms': {},
  'page.reveal': { key: 'starter/babazhanlve', index: 0 },
  'page.recount': {},
  'script.alive': {},
  'access.lost': { lost: ['*://news.example.org/*'], kept: [] },
};
/** What a web page must never bring about, even one that has taken over the script of ours in it. */
const OWN_PAGES_ONLY = [
  'glossary.changed',
  'marks.refresh',
  'command.run',
  'page.terms',
  'page.reveal',
  'page.recount',
  'script.alive',
  'access.lost',
];

const tab = { id: 4, incognito: false };
const OPTIONS = { id: ID, url: `${HOME}options.html`, frameId: 0, tab };
const WORKER = { id: ID };
const FRAME = { id: ID, url: 'http://www.zjol.com.cn/', frameId: 2, tab };
const STRANGERS = {
  'another extension': { id: 'other', url: 'chrome-extension://other/options.html' },
  'another extension that gives our address': { id: 'other', url: `${HOME}options.html` },
  'nobody in particular': {},
  'a page outside any tab': { id: ID, url: 'http://www.zjol.com.cn/', frameId: 0 },
  'a page without a frame': { id: ID, url: 'http://www.zjol.com.cn/', tab },
};

describe.each(Object.entries(GOOD))('a message of kind %s', (call, request) => {
  const isForOwn = OWN_PAGES_ONLY.includes(call);

  test('is acted on when our own page or the background sends it', async () => {
    for (const sender of [OPTIONS, WORKER]) {
      const { outcome, acted } = await send({ call, request }, sender);
      expect(outcome).toEqual({ ok: undefined });
      expect(acted).toEqual([{ kind: call, request }]);
    }
  });

  test(isForOwn ? 'is refused to the script in a web page' : 'is acted on in a frame of a tab', async () => {
    const { outcome, acted } = await send({ call, request }, FRAME);
    expect(acted).toHaveLength(isForOwn ? 0 : 1);
    expect(outcome).toMatchObject(isForOwn ? { code: 'refused' } : { ok: undefined });
  });

  test.each(Object.entries(STRANGERS))('is refused to %s', async (_who, sender) => {
    const { outcome, acted } = await send({ call, request }, sender);
    expect({ outcome, acted }).toMatchObject({ outcome: { code: 'refused' }, acted: [] });
  });

  test('is refused when its request is nothing, of another kind, or no object', async () => {
    const wrong = [undefined, null, 7, '八八战略', ...(Object.keys(request).length === 0 ? [] : [{}])];
    for (const bad of wrong) {
      const { outcome, acted } = await send({ call, request: bad }, OPTIONS);
      expect({ outcome, acted }).toMatchObject({ outcome: { code: 'refused' }, acted: [] });
    }
  });
});

test('the calls that only our own pages may send are exactly these', () => {
  expect(KINDS.filter((kind) => callOf(kind).from === 'page').sort()).toEqual([...OWN_PAGES_ONLY].sort());
});

test('names of what every object has are no kinds of message', async () => {
  for (const call of ['__proto__', 'constructor', 'toString', 'hasOwnProperty', ''])
    expect((await send({ call, request: {} }, OPTIONS)).outcome).toBeUndefined();
});

test('whatever is sent by whomever, only good requests of those who may are acted on', async () => {
  const result = await fc.check(fc.asyncProperty(deliveries, isGuarded), { numRuns: 3_000 });
  expect(result.counterexample).toBeNull();
});
