/** The tabs in which Cezhu works. */
import { browser } from 'wxt/browser';
import type { RequestOf } from '../../lib/messages/call.ts';
import { askTab } from '../../lib/messages/channel.ts';
import type { ContentCalls } from '../../lib/messages/to-content.ts';

/**
 * Tells every frame of every open tab, and waits for none: one that shows an alert, or computes, answers when it is through
 * with that. Pages of ours hear of it as well and do not mind.
 */
export async function tellTabs<K extends keyof ContentCalls & string>(
  call: K,
  request: RequestOf<ContentCalls[K]>,
): Promise<void> {
  const tabs = await browser.tabs.query({});
  for (const { id } of tabs) if (id !== undefined) void askTab(id, call, request);
}

/** Tells every open tab to ask again. */
export const refreshTabs = (stamp: string): Promise<void> => tellTabs('marks.refresh', { stamp });

const PLACED = 'placed';
const TOP_FRAME = 0;

/**
 * Installed, updated or enabled again, an extension finds tabs that have no script of its own, and of enabling no event
 * tells. Session storage lives as long as the extension is on: who finds it empty puts the scripts there.
 *
 * @param isBrowserStart the tabs that come back then load their scripts themselves.
 */
export async function injectOnce(isBrowserStart: () => boolean): Promise<void> {
  const { [PLACED]: placed } = await browser.storage.session.get(PLACED);
  if (placed === true) return;
  const { origins = [] } = await browser.permissions.getAll();
  if (!isBrowserStart()) await injectIntoOpenTabs(origins);
  // Not before it is done: the background may die meanwhile, and the next one goes on.
  await browser.storage.session.set({ [PLACED]: true });
}

/**
 * Puts our scripts and styles into tabs that were open before; they end older ones of ours. A tab that was opened in the
 * meantime has its scripts, which answer: marks that are there are not taken away to be found again.
 */
export async function injectIntoOpenTabs(matches: readonly string[]): Promise<void> {
  const tabs = await browser.tabs.query({ url: [...matches], discarded: false });
  await Promise.all(
    tabs.map(async ({ id }) => {
      if (id === undefined || (await askTab(id, 'script.alive', {}, TOP_FRAME)) === true) return;
      await injectInto(id).catch(() => {});
    }),
  );
}

/** @throws where the browser does not allow it: its own pages, the stores, a tab that was closed. */
export async function injectInto(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  const { js, css } = contentScripts('document_idle');
  if (css.length > 0) await browser.scripting.insertCSS({ target, files: css });
  if (js.length > 0) await browser.scripting.executeScript({ target, files: js as never });
}

/** Our content scripts that run then, and their styles, as the manifest has them. */
export function contentScripts(runAt: 'document_start' | 'document_idle'): { js: string[]; css: string[] } {
  const scripts = browser.runtime.getManifest().content_scripts ?? [];
  // What the manifest does not say is idle.
  const then = scripts.filter(({ run_at = 'document_idle' }) => run_at === runAt);
  // Firefox says null where the manifest names none.
  return { js: then.flatMap(({ js }) => js ?? []), css: then.flatMap(({ css }) => css ?? []) };
}
