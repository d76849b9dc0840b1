/** The article in the tab beside the panel, asked anew when the tab, its address or its terms change. */
import { browser } from 'wxt/browser';
import { askTab } from '../../lib/messages/channel.ts';
import { articleFrame } from '../../lib/messages/frames.ts';
import type { PageTerms } from '../../lib/messages/protocol.ts';

export type ActivePage =
  | { readonly status: 'loading' }
  /** No script of ours is in that tab. */
  | { readonly status: 'no-script'; readonly tabId?: number | undefined }
  | { readonly status: 'ready'; readonly tabId: number; readonly frameId: number; readonly page: PageTerms };

/** Tells `show` what the tab holds, now and after every change, until `signal` aborts. @returns asks again. */
export function watchActivePage(show: (page: ActivePage) => void, signal: AbortSignal): () => void {
  // A panel opened as a page of its own says which tab it is about.
  const fixed = Number(new URLSearchParams(location.search).get('tab')) || undefined;
  let asked = 0;

  const ask = async () => {
    asked += 1;
    const mine = asked;
    const found = await readActivePage(fixed);
    // Only the newest answer counts, and only while the panel is open.
    if (mine === asked && !signal.aborted) show(found);
  };
  const askAgain = () => void ask();
  const onUpdated = (_tabId: number, { status }: { status?: string | undefined }) => {
    if (status === 'complete') askAgain();
  };
  const onCounted = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && Object.keys(changes).some((key) => key.startsWith('frames:'))) askAgain();
  };
  browser.tabs.onActivated.addListener(askAgain);
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.storage.onChanged.addListener(onCounted);
  signal.addEventListener('abort', () => {
    browser.tabs.onActivated.removeListener(askAgain);
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.storage.onChanged.removeListener(onCounted);
  });
  askAgain();
  return askAgain;
}

async function readActivePage(fixed: number | undefined): Promise<ActivePage> {
  const [active] = fixed === undefined ? await browser.tabs.query({ active: true, currentWindow: true }) : [];
  const tabId = fixed ?? active?.id;
  if (tabId === undefined) return { status: 'no-script' };
  const frameId = await articleFrame(tabId);
  const page = await askTab(tabId, 'page.terms', {}, frameId);
  return page === undefined ? { status: 'no-script', tabId } : { status: 'ready', tabId, frameId, page };
}

/** Scrolls the tab to a mention and flashes it. */
export const reveal = (page: { tabId: number; frameId: number }, key: string, index: number) =>
  askTab(page.tabId, 'page.reveal', { key, index }, page.frameId);

export const annotateWholePage = (page: { tabId: number; frameId: number }) =>
  askTab(page.tabId, 'command.run', { name: 'annotate-page' }, page.frameId);
