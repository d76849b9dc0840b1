/** The page under the popup, and what the reader can do about its site. */
import { browser } from 'wxt/browser';
import { askTab } from '../../lib/messages/channel.ts';
import { articleFrame } from '../../lib/messages/frames.ts';
import type { PageTerms } from '../../lib/messages/protocol.ts';

export interface ActiveSite {
  readonly tabId: number;
  readonly windowId: number;
  /** Absent where the browser lets no extension in. */
  readonly host?: string | undefined;
  /** Cezhu may read this site. */
  readonly isAllowed: boolean;
  /** What the page holds; `undefined` where no script of ours is. */
  readonly page?: { readonly terms: number; readonly state: PageTerms['state'] } | undefined;
  readonly frameId: number;
}

export async function readActiveSite(): Promise<ActiveSite | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (tab?.id === undefined) return undefined;
  const url = URL.canParse(tab.url ?? '') ? new URL(tab.url ?? '') : undefined;
  const host = url !== undefined && /^https?:$/.test(url.protocol) ? url.hostname : undefined;
  const isAllowed = host !== undefined && (await browser.permissions.contains({ origins: [originOf(host)] }));
  const frameId = await articleFrame(tab.id);
  const found = await askTab(tab.id, 'page.terms', {}, frameId);
  const page = found && { terms: found.terms.length, state: found.state };
  return { tabId: tab.id, windowId: tab.windowId ?? -1, host, isAllowed, page, frameId };
}

/** Tells `show` what the page holds whenever a frame of it has counted its terms anew, until `signal` aborts. */
export function watchActiveSite(
  show: (site: ActiveSite | undefined) => void,
  signal: AbortSignal,
): () => void {
  let asked = 0;
  const ask = async () => {
    asked += 1;
    const mine = asked;
    const site = await readActiveSite();
    // Only the newest answer counts: a frame that is busy may answer later than another.
    if (mine === asked && !signal.aborted) show(site);
  };
  const onChanged = (changes: Record<string, unknown>, area: string) => {
    if (area === 'session' && Object.keys(changes).some((key) => key.startsWith('frames:'))) void ask();
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
  return () => void ask();
}

/** Asks the reader for just this host. Must be called straight from a click. */
export const allowSite = (host: string): Promise<boolean> =>
  browser.permissions.request({ origins: [originOf(host)] });

/** Marks also what stands outside the article, or a page where none was found. */
export const annotateWholePage = ({ tabId, frameId }: ActiveSite): Promise<boolean | undefined> =>
  askTab(tabId, 'command.run', { name: 'annotate-page' }, frameId);

const originOf = (host: string): string => `*://${host}/*`;
