/**
 * Firefox with Cezhu in a fresh profile, driven through puppeteer-core and WebDriver BiDi.
 *
 * Our own pages, the closed root and the background need what puppeteer does not offer: `--remote-allow-system-access`,
 * `includeShadowTree: 'all'` and the browser's own scope. Those go through puppeteer's BiDi session directly.
 */
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser, type KeyInput, type Page } from 'puppeteer-core';
import type { Profile, ProfileOptions, Tab, Target } from './drive.ts';
import { requireFirefox } from './find-firefox.ts';
import { type Bidi, bidiOf, contextOf, enterBrowser, insideClosedRoot } from './firefox-bidi.ts';

const ADDON = 'cezhu@cezhu.example';
const UUID = '7d6b5a40-3f2e-4c1d-9b8a-0c6e5d4f3a21';
const LIMIT_MS = 15_000;

export async function launchFirefox(options: ProfileOptions): Promise<Profile> {
  const {
    extension,
    port,
    headless = true,
    language = 'zh-CN',
    scheme = 'light',
    welcome = options.privateOnly === true ? 'none' : 'closed',
  } = options;
  const { width, height } = options.viewport ?? { width: 1280, height: 900 };
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: requireFirefox(),
    headless,
    defaultViewport: null,
    args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height}`],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [ADDON]: UUID }),
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'dom.security.https_first': false,
      'dom.w3c_touch_events.enabled': options.touch === true ? 1 : 0,
      'browser.privatebrowsing.autostart': options.privateOnly === true,
      'intl.accept_languages': language,
      'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
    },
  });
  const origin = `moz-extension://${UUID}`;
  const [first] = await browser.pages();
  if (first === undefined) throw new Error('Firefox opened no window');
  const bidi = bidiOf(first);
  const inBrowser = await enterBrowser(bidi);
  // As in a Firefox with the language installed: ours alone has words for it, the browser's own stay English.
  const languages = language === 'en-US' ? [language] : [language, 'en-US'];
  await inBrowser(`Object.assign(Services.locale,
    { availableLocales: ${JSON.stringify(languages)}, requestedLocales: ${JSON.stringify(languages)} }) && null`);
  await browser.installExtension(extension);
  if (welcome !== 'none') {
    const context = await findContext(bidi, `${origin}/welcome.html`);
    if (welcome === 'closed') await bidi.send('browsingContext.close', { context });
  }
  const module = (name: string) =>
    `ChromeUtils.importESModule('resource://gre/modules/${name}.sys.mjs').${name}`;
  const addon = `${module('AddonManager')}.getAddonByID(${JSON.stringify(ADDON)})`;
  if (options.privateOnly === true || options.privateAllowed === true)
    await inBrowser(
      `${module('ExtensionPermissions')}.add(${JSON.stringify(ADDON)},
        { permissions: ['internal:privateBrowsingAllowed'], origins: [] })
        .then(() => ${addon}).then((addon) => addon.reload()).then(() => null)`,
    );
  const policy = `WebExtensionPolicy.getByID(${JSON.stringify(ADDON)}).extension`;
  const isBackgroundRunning = async () =>
    (await inBrowser<string>(`${policy}.backgroundState`)) === 'running';
  const open = async (url: string) => {
    const tab = tabOf(await browser.newPage());
    await tab.goto(url);
    return tab;
  };
  return {
    kind: 'firefox',
    origin,
    open,
    openOwn: (path) => open(`${origin}/${path}`),
    async openPrivate(url) {
      await inBrowser(
        `ChromeUtils.importESModule('resource:///modules/BrowserWindowTracker.sys.mjs').BrowserWindowTracker
          .promiseOpenWindow({ private: true })
          .then(({ gBrowser }) => gBrowser.selectedBrowser.fixupAndLoadURIString(${JSON.stringify(url)},
            { triggeringPrincipal: Services.scriptSecurityManager.createNullPrincipal({}) }))`,
      );
      return findTab(browser, url);
    },
    findTab: (prefix) => findTab(browser, prefix),
    async extension(act) {
      if (act === 'update') {
        await browser.installExtension(extension);
        return;
      }
      const method = act === 'remove' ? 'uninstall' : act;
      await inBrowser(`${addon}.then((addon) => addon.${method}()).then(() => null)`);
    },
    isBackgroundRunning,
    async stopBackground() {
      const wasRunning = await isBackgroundRunning();
      await inBrowser(
        `${policy}.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
      );
      return wasRunning;
    },
    async pressShortcut(keys) {
      const [key, ...modifiers] = keys.split('+').reverse();
      const isKnown = await inBrowser<boolean>(`(() => {
        const { document } = Services.wm.getMostRecentWindow('navigator:browser');
        const wanted = ${JSON.stringify([key, modifiers.map((each) => each.toLowerCase()).sort()])};
        const found = [...document.querySelectorAll('keyset[id^="ext-keyset-id"] > key')].find((each) =>
          each.getAttribute('key') === wanted[0] &&
          String(each.getAttribute('modifiers').split(',').sort()) === String(wanted[1]));
        found?.doCommand();
        return found !== undefined;
      })()`);
      if (!isKnown) throw new Error(`no command has the shortcut ${keys}`);
    },
    errors: () =>
      inBrowser<string[]>(`Services.console.getMessageArray()
        .filter((each) => each instanceof Ci.nsIScriptError && !(each.flags & Ci.nsIScriptError.warningFlag))
        .filter((each) => each.sourceName.startsWith(${JSON.stringify(origin)}))
        .map((each) => each.errorMessage)
        // The browser's own word on a message that was under way when its page or the extension went.
        .filter((each) => !/^Promise (resolved|rejected) after context unloaded/.test(each))`),
    close: () => browser.close(),
  };
}

/** Tabs that an extension opens are not told to puppeteer with their address. */
async function findContext(bidi: Bidi, prefix: string): Promise<string> {
  for (const limit = performance.now() + LIMIT_MS; performance.now() < limit; await pause(50)) {
    const { contexts } = await bidi.send<{ contexts: { context: string; url: string }[] }>(
      'browsingContext.getTree',
      {},
    );
    const found = contexts.find(({ url }) => url.startsWith(prefix));
    if (found !== undefined) return found.context;
  }
  throw new Error(`no tab shows ${prefix}`);
}

async function findTab(browser: Browser, prefix: string): Promise<Tab> {
  for (const limit = performance.now() + LIMIT_MS; performance.now() < limit; await pause(50))
    for (const page of await browser.pages()) if (page.url().startsWith(prefix)) return tabOf(page);
  throw new Error(`no tab shows ${prefix}`);
}

function tabOf(page: Page): Tab {
  const find = async (target: Target) => {
    const selector =
      'css' in target ? target.css : `::-p-aria([name="${target.name}"][role="${target.role}"])`;
    for (const limit = performance.now() + LIMIT_MS; performance.now() < limit; await pause(50)) {
      const found = await page.$(selector);
      if (found !== null) return found;
    }
    throw new Error(`not on the page: ${selector}`);
  };
  return {
    url: () => page.url(),
    async goto(url) {
      if (!url.startsWith('moz-extension:')) {
        await page.goto(url);
        return;
      }
      // The load event of such a page is never reported.
      await bidiOf(page).send('browsingContext.navigate', { context: contextOf(page), url, wait: 'none' });
      const isThere = (wanted: string) => location.href === wanted && document.readyState === 'complete';
      for (const limit = performance.now() + LIMIT_MS; performance.now() < limit; await pause(50))
        if (await page.evaluate(isThere, new URL(url).href).catch(() => false)) return;
      throw new Error(`${url} did not load`);
    },
    async reload() {
      await page.reload();
    },
    evaluate: (run, arg) => page.evaluate(run as never, arg) as never,
    insideCard: (run, arg) => insideClosedRoot(page, String(run), arg),
    movePointer: ({ x, y }) => page.mouse.move(x, y, { steps: 3 }),
    clickAt: ({ x, y }) => page.mouse.click(x, y),
    async tap({ x, y }) {
      const actions = [
        { type: 'pointerMove', x: Math.round(x), y: Math.round(y) },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      // All at once: a finger that is lifted late, on a busy machine, presses long.
      await bidiOf(page).send('input.performActions', {
        context: contextOf(page),
        actions: [{ type: 'pointer', id: 'finger', parameters: { pointerType: 'touch' }, actions }],
      });
    },
    async press(key) {
      const keys = key.split('+') as KeyInput[];
      for (const each of keys) await page.keyboard.down(each);
      for (const each of keys.reverse()) await page.keyboard.up(each);
    },
    async clickOn(target) {
      await (await find(target)).click();
    },
    async fill(target, text) {
      const field = await find(target);
      await field.evaluate((element) => {
        const input = element as HTMLInputElement;
        input.focus();
        input.select();
      });
      await page.keyboard.press('Delete');
      await page.keyboard.type(text);
    },
    async textOf(css) {
      return page.evaluate((selector) => document.querySelector<HTMLElement>(selector)?.innerText, css);
    },
    bringToFront: () => page.bringToFront(),
    async screenshot(path) {
      await page.screenshot({ path: path as `${string}.png` });
    },
    close: () => page.close(),
  };
}
