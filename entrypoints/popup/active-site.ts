/** The page under the popup, and what the reader can do about its site. */
import { browser } from 'wxt/browser';
import { askTab } from '../../lib/messages/channel.ts';
import { articleFrame } from '../../lib/messages/frames.ts';

export interface ActiveSite {
  readonly tabId: number;
  readonly windowId: number;
  /** Absent where the browser lets no extension in. */
  readonly host?: string | undefined;
  /** Cezhu may read this site. */
  readonly isAllowed: boolean;
  /** Terms on the page; `undefined` where no script of ours is. */
  readonly terms?: number | undefined;
}

export async function readActiveSite(): Promise<ActiveSite | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  const url = URL.canParse(tab.url ?? '') ? new URL(tab.url ?? '') : undefined;
  const host = url !== undefined && /^https?:$/.test(url.protocol) ? url.hostname : undefined;
  const isAllowed = host !== undefined && (await browser.permissions.contains({ origins: [originOf(host)] }));
  const page = await askTab(tab.id, 'page.terms', {}, await articleFrame(tab.id));
  return { tabId: tab.id, windowId: tab.windowId ?? -1, host, isAllowed, terms: page?.terms.length };
}

/** Asks the reader for just this host. Must be called straight from a click. */
export const allowSite = (host: string): Promise<boolean> =>
  browser.permissions.request({ origins: [originOf(host)] });

const originOf = (host: string): string => `*://${host}/*`;
