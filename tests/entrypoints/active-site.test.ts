import { expect, test, vi } from 'vitest';

type Answer = (reply: unknown) => void;
/** Questions put to the page that wait for their answer. */
const asked: Answer[] = [];
vi.stubGlobal('chrome', {
  runtime: { id: 'cezhu' },
  tabs: {
    query: async () => [{ id: 1, windowId: 1, url: 'http://a.cn/' }],
    sendMessage: () => new Promise((resolve: Answer) => asked.push(resolve)),
  },
  permissions: { contains: async () => true },
  storage: {
    session: { get: async () => ({}) },
    onChanged: { addListener: () => {}, removeListener: () => {} },
  },
});
const { watchActiveSite } = await import('../../entrypoints/popup/active-site.ts');

test('an answer of the page that comes after a newer one is not shown', async () => {
  const shown: (number | undefined)[] = [];
  const askAgain = watchActiveSite((site) => shown.push(site?.page?.terms), new AbortController().signal);
  for (const count of [1, 2]) {
    askAgain();
    await vi.waitFor(() => expect(asked).toHaveLength(count));
  }
  const [first, second] = asked;
  const terms = (count: number) => ({ ok: { terms: Array(count).fill({}), state: 'reading' } });
  second?.(terms(12));
  await vi.waitFor(() => expect(shown).toEqual([12]));
  first?.(terms(0));
  await new Promise(setImmediate);
  expect(shown).toEqual([12]);
});
