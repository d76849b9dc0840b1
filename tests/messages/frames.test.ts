import { expect, test, vi } from 'vitest';

/** Session storage as browsers have it: every call answers later. */
const stored = new Map<string, unknown>();
vi.stubGlobal('chrome', {
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
