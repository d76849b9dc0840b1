/** What stands around Chromium's pages. Without a screen much of it takes no input: the background is told as by the browser. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserContext, CDPSession, Page, Worker } from '@playwright/test';
import type { BrowserWindow, Tab } from './drive.ts';

const LIMIT_MS = 15_000;

/** An event of the extension API in the worker: Chromium lets it be fired as the browser does. */
interface Dispatching {
  dispatch(...args: unknown[]): void;
}
/** The interface by which Chromium's own page of extensions works. */
interface Private {
  readonly developerPrivate: {
    removeHostPermission(id: string, origin: string): Promise<void>;
    updateExtensionConfiguration(change: { extensionId: string; hostAccess: 'ON_CLICK' }): Promise<void>;
    updateExtensionCommand(change: {
      extensionId: string;
      commandName: string;
      keybinding: string;
    }): Promise<void>;
  };
}
export interface WindowParts<T extends Tab & { readonly page: Page }> {
  readonly context: BrowserContext;
  readonly session: CDPSession;
  readonly id: string;
  worker(): Promise<Worker>;
  tabOf(page: Page): Promise<T>;
}

export function chromiumWindow<T extends Tab & { readonly page: Page }>({
  context,
  session,
  id,
  worker,
  tabOf,
}: WindowParts<T>): BrowserWindow & { openPopup(tab: Tab): Promise<T> } {
  const onExtensionsPage = async <A>(run: (arg: A) => Promise<void>, arg: A): Promise<void> => {
    const page = await context.newPage();
    await page.goto('chrome://extensions');
    await page.evaluate(run as never, arg);
    await page.close();
  };
  let suggested: readonly string[] = [];
  let typed = '';
  return {
    async pressShortcut(keys) {
      const isKnown = await (await worker()).evaluate(async (wanted) => {
        const command = (await chrome.commands.getAll()).find(({ shortcut }) => shortcut === wanted);
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const { onCommand } = chrome.commands as unknown as { onCommand: Dispatching };
        if (command?.name !== undefined) onCommand.dispatch(command.name, tab);
        return command !== undefined;
      }, keys);
      if (!isKnown) throw new Error(`no command has the shortcut ${keys}`);
    },
    setShortcut: (command, keys) =>
      onExtensionsPage(
        ([extensionId, commandName, keybinding]) =>
          (globalThis as unknown as { chrome: Private }).chrome.developerPrivate.updateExtensionCommand({
            extensionId,
            commandName,
            keybinding,
          }),
        [id, command, keys] as const,
      ),
    async chooseInMenu(tab, item) {
      await tab.bringToFront();
      const selectionText = await tab.evaluate(() => String(getSelection()), undefined);
      // The menu is made when the browser says that the extension is there.
      const hasItem = async () =>
        (await worker()).evaluate(
          (id) =>
            chrome.contextMenus.update(id, {}).then(
              () => true,
              () => false,
            ),
          item,
        );
      for (const limit = performance.now() + LIMIT_MS; !(await hasItem()); await pause(50))
        if (performance.now() > limit) throw new Error(`the context menu has no item ${item}`);
      await (await worker()).evaluate(
        async ([menuItemId, selectionText, pageUrl]) => {
          const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
          const { onClicked } = chrome.contextMenus as unknown as { onClicked: Dispatching };
          onClicked.dispatch({ menuItemId, selectionText, pageUrl, frameId: 0, editable: false }, tab);
        },
        [item, selectionText, tab.url()] as const,
      );
    },
    async openPopup(tab) {
      await tab.bringToFront();
      const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
      const target = targetInfos.find(({ url }) => url === tab.url());
      const browser = await context.browser()?.newBrowserCDPSession();
      await browser?.send('Extensions.triggerAction' as never, { id, targetId: target?.targetId } as never);
      // The popup itself is no page for Playwright: this is the same one, in a tab that is not the active one.
      const opened = context.waitForEvent('page', (each) => each.url().endsWith('/popup.html'));
      await (await worker()).evaluate(() => chrome.tabs.create({ url: 'popup.html', active: false }));
      const popup = await tabOf(await opened);
      // The language that Playwright gives to pages comes too late for one that opened by itself.
      await popup.reload();
      return popup;
    },
    async typeInAddressBar(text) {
      typed = text;
      suggested = await (await worker()).evaluate(
        (text) =>
          new Promise<string[]>((resolve) => {
            const { onInputChanged } = chrome.omnibox as unknown as { onInputChanged: Dispatching };
            const show = (list: { description: string }[]) =>
              resolve(list.map(({ description }) => description));
            onInputChanged.dispatch(text, show);
          }),
        text,
      );
    },
    readSuggestions: async () => suggested,
    enterInAddressBar: async () =>
      (await worker()).evaluate((text) => {
        const { onInputEntered } = chrome.omnibox as unknown as { onInputEntered: Dispatching };
        onInputEntered.dispatch(text, 'currentTab');
      }, typed),
    takeAccess: (of) =>
      onExtensionsPage(
        ([extensionId, site]) => {
          const { developerPrivate } = (globalThis as unknown as { chrome: Private }).chrome;
          return site === undefined
            ? developerPrivate.updateExtensionConfiguration({ extensionId, hostAccess: 'ON_CLICK' })
            : developerPrivate.removeHostPermission(extensionId, site);
        },
        [id, of] as const,
      ),
    async emulate(tab, medium) {
      const { page } = tab as T;
      await page.emulateMedia(medium === 'print' ? { media: 'print' } : { forcedColors: 'active' });
    },
  };
}
