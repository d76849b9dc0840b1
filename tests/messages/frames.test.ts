import { expect, test, vi } from 'vitest';

/** Session storage as browsers have it: every call answers later. */
const stored = new Map<string, unknown>();
/** Frames that a page has taken away; nobody answers there. */
const gone = new Set<number>();
vi.stubGlobal('chrome', {
  tabs: {
    sendMessage: async (_tab: number, _message: unknown, { frameId }: { frameId: number }) => {
      if (gone.has(frameId)) throw new Error('Could not establish connection. Receiving end does not exist.');
      return { ok: true };
    },
  },
  storage: {
    session: {
      get: async (key: string) => ({ [key]: structuredClone(stored.get(key)) }),
      set: async (items: object) => {
        await Promise.resolve();
        for (const [key, value] of Object.entries(items)) stored.set(key, structuredClone(value));
      },
      remove: async (key: string) => void stored.delete(key),
    },
  },
});
const { articleFrame, forgetCounts, noteCount } = await import('../../lib/messages/frames.ts');

test('frames that report at the same time are all counted', async () => {
  await Promise.all([noteCount(1, 0, 2), noteCount(1, 7, 30), noteCount(1, 9, 4)]);
  expect(await noteCount(1, 0, 3)).toBe(37);
  expect(await articleFrame(1)).toBe(7);
});

test('a tab that loads a new page begins with nothing, and its top frame is asked', async () => {
  await noteCount(2, 5, 30);
  await forgetCounts(2);
  expect(await articleFrame(2)).toBe(0);
  expect(await noteCount(2, 3, 1)).toBe(1);
});

test('a frame that its page has taken away is asked no longer', async () => {
  await Promise.all([noteCount(3, 0, 2), noteCount(3, 7, 30), noteCount(3, 9, 4)]);
  gone.add(7);
  expect(await articleFrame(3)).toBe(9);
  // And its terms are counted no longer.
  expect(await noteCount(3, 0, 3)).toBe(7);
});

test('what the frames of a closed tab still say is not kept', async () => {
  await noteCount(4, 5, 30);
  await forgetCounts(4);
  expect(await noteCount(4, 5, 0)).toBe(0);
  expect(stored.has('frames:4')).toBe(false);
});
