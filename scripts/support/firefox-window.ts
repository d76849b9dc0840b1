/** Firefox's own window, used from the browser's own scope: its menus, address bar, panels and shortcuts are the real ones. */
import { setTimeout as pause } from 'node:timers/promises';
import type { BrowserWindow, Tab } from './drive.ts';
import { type Bidi, findContext, type InBrowser } from './firefox-bidi.ts';

const LIMIT_MS = 15_000;

export interface WindowParts {
  readonly bidi: Bidi;
  readonly inBrowser: InBrowser;
  /** The extension's identifier. */
  readonly addon: string;
  readonly origin: string;
  findTab(prefix: string): Promise<Tab>;
}

export function firefoxWindow({ bidi, inBrowser, addon, origin, findTab }: WindowParts): BrowserWindow {
  const policy = `WebExtensionPolicy.getByID(${JSON.stringify(addon)})`;
  const inWindow = <R>(body: string) =>
    inBrowser<R>(`(async (window) => { const { document, gBrowser, gURLBar } = window; ${body} })(
      Services.wm.getMostRecentWindow('navigator:browser'))`);
  /** Asks again until the answer is not `false`. */
  const until = async (body: string, failure: string) => {
    for (const limit = performance.now() + LIMIT_MS; performance.now() < limit; await pause(50))
      if ((await inWindow(body)) !== false) return;
    throw new Error(failure);
  };
  const typeKeys = (keys: readonly string[]) =>
    inWindow<void>(`${TYPE} for (const key of ${JSON.stringify(keys)}) type(key);`);
  return {
    async pressShortcut(keys) {
      const [key, ...modifiers] = keys.split('+').reverse();
      const isKnown = await inWindow<boolean>(`
        const wanted = ${JSON.stringify([key, modifiers.map((each) => each.toLowerCase()).sort()])};
        const found = [...document.querySelectorAll('keyset[id^="ext-keyset-id"] > key')].find((each) =>
          each.getAttribute('key') === wanted[0] &&
          String(each.getAttribute('modifiers').split(',').sort()) === String(wanted[1]));
        found?.doCommand();
        return found !== undefined;`);
      if (!isKnown) throw new Error(`no command has the shortcut ${keys}`);
    },
    async setShortcut(command, keys) {
      const change = JSON.stringify({ name: command, shortcut: keys });
      await inWindow(`await ${policy}.extension.shortcuts.updateCommand(${change})`);
    },
    async chooseInMenu(tab, item, at) {
      await tab.bringToFront();
      await bidi.send('input.performActions', {
        context: await findContext(bidi, tab.url()),
        actions: [{ type: 'pointer', id: 'mouse', actions: rightClick(at) }],
      });
      // The extension's items stand in a menu of their own, which opens when the pointer rests on it.
      await until(
        `const menu = document.getElementById('contentAreaContextMenu');
        const item = menu.querySelector('[id$="-menuitem-_' + ${JSON.stringify(item)} + '"]');
        if (menu.state !== 'open' || item === null) return false;
        const own = item.closest('menupopup');
        if (own.state === 'closed') own.parentNode.openMenu(true);
        if (own.state !== 'open') return false;
        own.activateItem(item);`,
        `the context menu has no item ${item}`,
      );
    },
    async openPopup(tab) {
      await tab.bringToFront();
      await inWindow(
        `const { ExtensionParent } = ChromeUtils.importESModule('resource://gre/modules/ExtensionParent.sys.mjs');
        await ExtensionParent.apiManager.global.browserActionFor(${policy}.extension).triggerAction(window);`,
      );
      // The popup itself is no page for the driver: this is the same one, in a tab that is not the active one.
      await until(
        `const panel = document.querySelector('browser.webextension-popup-browser')?.closest('panel');
        if (panel?.state !== 'open') return false;
        panel.hidePopup();
        gBrowser.addTab(${JSON.stringify(`${origin}/popup.html`)},
          { inBackground: true, triggeringPrincipal: Services.scriptSecurityManager.getSystemPrincipal() });`,
        'the popup did not open',
      );
      return findTab(`${origin}/popup.html`);
    },
    async typeInAddressBar(text) {
      await until(
        `gURLBar.select();
        return document.activeElement === gURLBar.inputField;`,
        'the address bar does not take the keys',
      );
      await typeKeys([...`cz ${text}`]);
    },
    readSuggestions: () =>
      inWindow<string[]>(
        `return [...document.querySelectorAll('.urlbarView-row[type=addon]')].map((row) => row.textContent);`,
      ),
    enterInAddressBar: () => typeKeys(['Enter']),
    async takeAccess(of) {
      await inWindow(
        `const { ExtensionPermissions } = ChromeUtils.importESModule(
          'resource://gre/modules/ExtensionPermissions.sys.mjs');
        const policy = ${policy};
        const origins = ${of === undefined ? 'policy.allowedOrigins.patterns.map(({ pattern }) => pattern)' : JSON.stringify([of])};
        await ExtensionPermissions.remove(policy.id, { permissions: [], origins }, policy.extension);`,
      );
    },
    async emulate(tab, medium) {
      await tab.bringToFront();
      const change = medium === 'print' ? { mediumOverride: 'print' } : { forcedColorsOverride: 'active' };
      await inWindow(
        `Object.assign(gBrowser.selectedBrowser.browsingContext, ${JSON.stringify(change)}); return null`,
      );
    },
  };
}

const TYPE = `
  const processor = Cc['@mozilla.org/text-input-processor;1'].createInstance(Ci.nsITextInputProcessor);
  processor.beginInputTransactionForTests(window);
  const type = (key) => {
    const event = new window.KeyboardEvent('', { key, keyCode: key === 'Enter' ? 13 : 0 });
    processor.keydown(event);
    processor.keyup(event);
  };`;

const rightClick = ({ x, y }: { readonly x: number; readonly y: number }) => [
  { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
  { type: 'pointerDown', button: 2 },
  { type: 'pointerUp', button: 2 },
];
