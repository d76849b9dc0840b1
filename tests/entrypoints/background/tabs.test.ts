import { expect, test, vi } from 'vitest';

const told: number[] = [];
const session: Record<string, unknown> = {};
/** Of a background that dies the calls are never answered. */
let isDying = false;
let unanswered = 0;
const injected: number[] = [];
vi.stubGlobal('chrome', {
  runtime: {
    getManifest: () => ({ content_scripts: [{ js: ['news.js'], css: ['news.css'] }] }),
  },
  permissions: { getAll: async () => ({ origins: ['*://a.example.org/*'] }) },
  storage: {
    session: {
      get: async () => ({ ...session }),
      set: async (items: object) => Object.assign(session, items),
    },
  },
  scripting: {
    insertCSS: async () => {},
    executeScript: async ({ target }: { target: { tabId: number } }) => {
      injected.push(target.tabId);
    },
  },
  tabs: {
    query: ({ url }: { url?: string[] }) => {
      if (isDying) {
        unanswered += 1;
        return new Promise(() => {});
      }
      return Promise.resolve(url === undefined ? [{ id: 1 }, {}, { id: 2 }] : [{ id: 3 }]);
    },
    // A page that shows an alert answers when its reader has closed it.
    sendMessage: (id: number) => {
      if (id === 3) return Promise.reject(new Error('Receiving end does not exist'));
      told.push(id);
      return new Promise(() => {});
    },
  },
});
const { injectOnce, refreshTabs } = await import('../../../entrypoints/background/tabs.ts');

test('who writes does not wait for a page that does not answer', async () => {
  await refreshTabs('1');
  expect(told).toEqual([1, 2]);
});

test('a background that dies before it has put scripts into open tabs leaves that to the next one, which does it once', async () => {
  const notAtStart = () => false;
  isDying = true;
  void injectOnce(notAtStart);
  await expect.poll(() => unanswered).toBe(1);
  isDying = false;
  await injectOnce(notAtStart);
  expect(injected).toEqual([3]);
  await injectOnce(notAtStart);
  expect(injected).toEqual([3]);
});

test('when the browser starts, the tabs that come back load their scripts themselves', async () => {
  delete session.placed;
  await injectOnce(() => true);
  await injectOnce(() => false);
  expect(injected).toEqual([3]);
});
