/** The number of terms on the toolbar button. Counts live in session storage: the background forgets. */
import { browser } from 'wxt/browser';
import { readSettings } from '../../lib/settings/settings.ts';

const keyOf = (tabId: number): string => `count:${tabId}`;

/** Notes how many terms a frame shows and puts the tab's sum on the badge. */
export async function showCount(tabId: number, frameId: number, count: number): Promise<void> {
  const key = keyOf(tabId);
  const stored = (await browser.storage.session.get(key))[key] as Record<string, number> | undefined;
  // The top frame reports first after a navigation: what its frames said before is of another page.
  const counts: Record<string, number> = {
    ...(frameId === 0 && count === 0 ? {} : stored),
    [frameId]: count,
  };
  await browser.storage.session.set({ [key]: counts });
  const sum = Object.values(counts).reduce((total, each) => total + each, 0);
  const { badge } = await readSettings();
  await browser.action.setBadgeText({ tabId, text: badge && sum > 0 ? String(sum) : '' });
}

export const forgetCount = (tabId: number): Promise<void> => browser.storage.session.remove(keyOf(tabId));
