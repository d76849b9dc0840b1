import { beforeEach, expect, test, vi } from 'vitest';

type Clicked = (click: object, tab: object) => void;
const clicked = vi.fn<(listener: Clicked) => void>();
const sendMessage = vi.fn<() => Promise<unknown>>();
const executeScript = vi.fn(async () => []);
const create = vi.fn(async (_tab: { readonly url: string }) => ({}));
vi.stubGlobal('chrome', {
  runtime: {
    id: 'cezhu',
    getURL: (path: string) => `chrome-extension://cezhu${path}`,
    getManifest: () => ({ content_scripts: [{ js: ['news.js'] }] }),
  },
  commands: { onCommand: { addListener: () => {} } },
  contextMenus: { onClicked: { addListener: clicked } },
  scripting: { executeScript, insertCSS: async () => {} },
  tabs: { sendMessage, create, query: async () => [] },
});
const { watchCommands } = await import('../../../entrypoints/background/commands.ts');
watchCommands();
const [[onClicked] = []] = clicked.mock.calls;

beforeEach(() => vi.clearAllMocks());

function choose(menuItemId: string): void {
  const click = { menuItemId, frameId: 0, selectionText: '生词', pageUrl: 'http://a.cn/1' };
  onClicked?.(click, { id: 1, title: '一页' });
}
const opened = () => vi.waitFor(() => expect(create).toHaveBeenCalledTimes(1), { timeout: 20_000 });

test('a page where our script has nothing to explain is not given the script once more', async () => {
  sendMessage.mockResolvedValue({ ok: false });
  choose('explain-selection');
  await opened();
  expect(decodeURIComponent(create.mock.calls[0]?.[0].url ?? '')).toContain('#/concepts?q=生词');
  expect(executeScript).not.toHaveBeenCalled();
});

test('a page without our script gets it for this click, and is asked again', async () => {
  sendMessage.mockRejectedValueOnce(new Error('Receiving end does not exist.'));
  sendMessage.mockResolvedValueOnce({ ok: true });
  choose('add-selection');
  await vi.waitFor(() => expect(sendMessage).toHaveBeenCalledTimes(2), { timeout: 20_000 });
  expect(executeScript).toHaveBeenCalledTimes(1);
  expect(create).not.toHaveBeenCalled();
});

test('where the browser lets nobody in, the entry begins with what the menu knows', async () => {
  sendMessage.mockRejectedValue(new Error('Receiving end does not exist.'));
  executeScript.mockRejectedValueOnce(new Error('Cannot access contents of the page'));
  choose('add-selection');
  await opened();
  const { hash } = new URL(create.mock.calls[0]?.[0].url ?? '');
  expect(Object.fromEntries(new URLSearchParams(hash.slice('#/new?'.length)))).toEqual({
    label: '生词',
    title: '一页',
    url: 'http://a.cn/1',
  });
});
