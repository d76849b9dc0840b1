/** The page that opens after installation. */
import { browser } from 'wxt/browser';

const SHOWN = 'welcomeShown';

/** Opens it once in the life of a profile: browsers report some reloads as installations. */
export async function welcomeOnce(reason: string): Promise<void> {
  if (reason !== 'install') return;
  const stored = await browser.storage.local.get(SHOWN);
  if (stored[SHOWN] !== undefined) return;
  await browser.storage.local.set({ [SHOWN]: true });
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}
