/** Opens the side panel (Chrome, Edge) or the sidebar (Firefox). Must be called straight from a click. */
import { browser } from 'wxt/browser';

export async function openSidePanel({ windowId }: { readonly windowId: number }): Promise<void> {
  if (browser.sidePanel !== undefined) await browser.sidePanel.open({ windowId });
  else await (browser as unknown as { sidebarAction: { open(): Promise<void> } }).sidebarAction.open();
}
