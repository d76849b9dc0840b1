/** The options page, in the tab that shows it already where there is one. */
import { browser } from 'wxt/browser';

/** @param hash the view, as `entrypoints/options/address.ts` writes it. */
export async function openOptions(hash: string): Promise<undefined> {
  const page = browser.runtime.getURL('/options.html');
  const [open] = await browser.tabs.query({ url: `${page}*` });
  const url = `${page}${hash}`;
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return undefined;
  }
  await browser.tabs.update(open.id, { url, active: true });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
  return undefined;
}
