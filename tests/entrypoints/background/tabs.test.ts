import { expect, test, vi } from 'vitest';

const told: number[] = [];
vi.stubGlobal('chrome', {
  tabs: {
    query: async () => [{ id: 1 }, {}, { id: 2 }],
    // A page that shows an alert answers when its reader has closed it.
    sendMessage: (id: number) => {
      told.push(id);
      return new Promise(() => {});
    },
  },
});
const { refreshTabs } = await import('../../../entrypoints/background/tabs.ts');

test('who writes does not wait for a page that does not answer', async () => {
  await refreshTabs('1');
  expect(told).toEqual([1, 2]);
});
