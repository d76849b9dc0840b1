/** Keyboard commands and the context menu: both are passed to the frame they are meant for. */
import { type Browser, browser } from 'wxt/browser';
import { askTab } from '../../lib/messages/channel.ts';
import { articleFrame } from '../../lib/messages/frames.ts';
import { openOptions } from './options-page.ts';
import { injectInto } from './tabs.ts';

const MENU = ['explain-selection', 'add-selection'] as const;

export function watchCommands(): void {
  browser.commands.onCommand.addListener((name, tab) => void run(name, tab));
  browser.contextMenus.onClicked.addListener((click, tab) => void runMenu(click, tab));
}

/** Menus outlive the background; they are made once, at install and update. */
export async function makeMenu(): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const id of MENU) {
    const title = browser.i18n.getMessage(id === 'explain-selection' ? 'menuExplain' : 'menuAdd', ['%s']);
    browser.contextMenus.create({ id, title, contexts: ['selection'] });
  }
}

async function run(name: string, tab: Browser.tabs.Tab | undefined): Promise<void> {
  const id = tab?.id ?? (await browser.tabs.query({ active: true, lastFocusedWindow: true }))[0]?.id;
  if (id !== undefined) await askTab(id, 'command.run', { name }, await articleFrame(id));
}

async function runMenu(
  { menuItemId, frameId = 0, selectionText = '', pageUrl = '' }: Browser.contextMenus.OnClickData,
  tab: Browser.tabs.Tab | undefined,
): Promise<void> {
  if (tab?.id === undefined) return;
  const { id } = tab;
  const name = String(menuItemId);
  const ask = () => askTab(id, 'command.run', { name }, frameId);
  // Not one of our sites: the click lets us in, for this page only.
  const enter = () => injectInto(id).then(ask, () => false);
  // A script that has nothing to do there is not put there once more: it would read the page anew.
  if ((await ask()) ?? (await enter())) return;
  if (name === 'add-selection') {
    const entry = new URLSearchParams({ label: selectionText, title: tab.title ?? '', url: pageUrl });
    await openOptions(`#/new?${entry}`);
  } else await openOptions(`#/concepts?${new URLSearchParams({ q: selectionText })}`);
}
