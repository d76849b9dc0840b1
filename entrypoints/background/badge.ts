/** The number of terms on the toolbar button. */
import { browser } from 'wxt/browser';
import { askTab } from '../../lib/messages/channel.ts';
import { forgetCounts, noteCount } from '../../lib/messages/frames.ts';
import { readSettings } from '../../lib/settings/settings.ts';

/** Notes how many terms a frame shows and puts the tab's sum on the badge. */
export async function showCount(tabId: number, frameId: number, count: number): Promise<void> {
  const sum = await noteCount(tabId, frameId, count);
  const { badge } = await readSettings();
  await browser.action?.setBadgeText({ tabId, text: badge && sum > 0 ? String(sum) : '' });
}

export function watchTabs(): void {
  browser.tabs.onRemoved.addListener((tabId) => void forgetCounts(tabId));
  browser.tabs.onUpdated.addListener((tabId, { status }) => {
    if (status === 'loading') void forgetCounts(tabId);
    // For Chromium a change of the address, or of a frame, is a loading too: who is still there says so again.
    if (status === 'complete') void askTab(tabId, 'page.recount', {});
  });
}
