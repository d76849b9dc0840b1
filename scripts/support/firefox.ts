/**
 * Firefox with Cezhu in a fresh profile, driven through puppeteer-core and WebDriver BiDi.
 *
 * Our own pages, the closed root and the background need what puppeteer does not offer: `--remote-allow-system-access`,
 * `includeShadowTree: 'all'` and the browser's own scope. Those go through puppeteer's BiDi session directly.
 */
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import puppeteer, { type Browser } from 'puppeteer-core';
import type { Profile, ProfileOptions, Tab } from './drive.ts';
import { filesIn } from './files-in.ts';
import { requireFirefox } from './find-firefox.ts';
import { bidiOf, contextOf, enterBrowser, findContext } from './firefox-bidi.ts';
import { findOwnPage, runBeforeOwnScripts } from './firefox-own-pages.ts';
import { tabOf } from './firefox-tab.ts';
import { firefoxWindow } from './firefox-window.ts';
import { packFolder } from './pack-folder.ts';

const ADDON = 'cezhu@cezhu.example';
const LIMIT_MS = 15_000;

export interface FirefoxProfile extends Profile {
  /**
   * The same browser with nothing open and the extension installed anew, at a new origin: nothing that it kept is there.
   * Takes a small part of the time of a launch.
   */
  renew(): Promise<FirefoxProfile>;
}

export async function launchFirefox(options: ProfileOptions): Promise<FirefoxProfile> {
  const {
    extension,
    port,
    headless = true,
    language = 'zh-CN',
    scheme = 'light',
    welcome = options.privateOnly === true || options.from !== undefined ? 'none' : 'closed',
  } = options;
  const { width, height } = options.viewport ?? { width: 1280, height: 900 };
  const folder = await mkdtemp(join(tmpdir(), 'cezhu-firefox-'));
  const [kept, downloads] = [join(folder, 'profile'), join(folder, 'downloads')];
  await mkdir(downloads);
  if (options.from !== undefined) await cp(options.from, kept, { recursive: true });
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: requireFirefox(),
    headless,
    userDataDir: kept,
    defaultViewport: null,
    args: ['--remote-allow-system-access', `--width=${width}`, `--height=${height}`],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': port,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': port,
      'dom.security.https_first': false,
      'browser.download.folderList': 2,
      'browser.download.dir': downloads,
      'browser.download.alwaysOpenPanel': false,
      'browser.download.always_ask_before_handling_new_types': false,
      'dom.w3c_touch_events.enabled': options.touch === true ? 1 : 0,
      'xpinstall.signatures.required': options.lasting !== true,
      'browser.privatebrowsing.autostart': options.privateOnly === true,
      'extensions.webextOptionalPermissionPrompts': options.granted === undefined,
      'intl.accept_languages': language,
      'layout.css.prefers-color-scheme.content-override': scheme === 'dark' ? 0 : 1,
    },
  });
  const [first] = await browser.pages();
  if (first === undefined) throw new Error('Firefox opened no window');
  const bidi = bidiOf(first);
  const inBrowser = await enterBrowser(bidi);
  // As in a Firefox with the language installed: ours alone has words for it, the browser's own stay English.
  const languages = language === 'en-US' ? [language] : [language, 'en-US'];
  await inBrowser(`Object.assign(Services.locale,
    { availableLocales: ${JSON.stringify(languages)}, requestedLocales: ${JSON.stringify(languages)} }) && null`);
  const module = (name: string) =>
    `ChromeUtils.importESModule('resource://gre/modules/${name}.sys.mjs').${name}`;
  const addon = `${module('AddonManager')}.getAddonByID(${JSON.stringify(ADDON)})`;
  const policy = `WebExtensionPolicy.getByID(${JSON.stringify(ADDON)}).extension`;
  const isBackgroundRunning = async () =>
    (await inBrowser<string>(`${policy}.backgroundState`)) === 'running';
  const put = async () => {
    if (options.lasting !== true) return browser.installExtension(extension);
    const path = await packFolder(extension, join(folder, 'cezhu.xpi'));
    const extensionData = { type: 'archivePath', path };
    return bidi.send('webExtension.install', { extensionData, 'moz:permanent': true });
  };
  const install = async (): Promise<FirefoxProfile> => {
    if (options.from === undefined) await put();
    const host = await inBrowser<string>(
      `WebExtensionPolicy.getByID(${JSON.stringify(ADDON)}).mozExtensionHostname`,
    );
    const origin = `moz-extension://${host}`;
    if (welcome !== 'none') {
      const context = await findContext(bidi, `${origin}/welcome.html`);
      if (welcome === 'closed') await bidi.send('browsingContext.close', { context });
    }
    if (options.privateOnly === true || options.privateAllowed === true)
      await inBrowser(
        `${module('ExtensionPermissions')}.add(${JSON.stringify(ADDON)},
          { permissions: ['internal:privateBrowsingAllowed'], origins: [] })
          .then(() => ${addon}).then((addon) => addon.reload()).then(() => null)`,
      );
    const findTab = async (prefix: string) =>
      prefix.startsWith(`${origin}/`)
        ? tabOf(await findOwnPage(bidi, prefix, () => browser.pages()), downloads)
        : findTabIn(browser, prefix, downloads);
    /** Ends what runs before the scripts of pages. */
    const endings: (() => Promise<unknown>)[] = [];
    const open = async (url: string) => {
      const page = await browser.newPage();
      // Narrower than the window can be.
      if (width < 450) await page.setViewport({ width, height });
      const tab = tabOf(page, downloads);
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
        return findTab(url);
      },
      findTab,
      ...firefoxWindow({ bidi, inBrowser, addon: ADDON, origin, findTab }),
      async extension(act) {
        if (act === 'update') {
          await put();
          return;
        }
        const method = act === 'remove' ? 'uninstall' : act;
        await inBrowser(`${addon}.then((addon) => addon.${method}()).then(() => null)`);
      },
      databaseFiles: () =>
        filesIn(join(kept, 'storage', 'default', `moz-extension+++${host}`, 'idb'), /\.sqlite(-wal)?$/),
      async answerPersist(answer) {
        await inBrowser(`Services.perms.addFromPrincipal(${policy}.principal, 'persistent-storage',
          Services.perms.${answer === 'granted' ? 'ALLOW' : 'DENY'}_ACTION) ?? null`);
      },
      async beforeScripts(run) {
        const script = await bidi.send<object>('script.addPreloadScript', {
          functionDeclaration: String(run),
        });
        endings.push(
          () => bidi.send('script.removePreloadScript', script),
          await runBeforeOwnScripts(inBrowser, origin, run),
        );
      },
      isBackgroundRunning,
      async stopBackground() {
        const wasRunning = await isBackgroundRunning();
        await inBrowser(
          `${policy}.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
        );
        return wasRunning;
      },
      errors: () =>
        inBrowser<string[]>(`Services.console.getMessageArray()
          .filter((each) => each instanceof Ci.nsIScriptError && !(each.flags & Ci.nsIScriptError.warningFlag))
          .filter((each) => each.sourceName.startsWith(${JSON.stringify(origin)}))
          // A text without a page's head, opened by tests alone.
          .filter((each) => !each.sourceName.endsWith('/licences.txt'))
          .map((each) => each.errorMessage)
          // The browser's own word on a message that was under way when its page or the extension went, or just now goes.
          .filter((each) => !/^Promise (resolved|rejected) (after context unloaded|while context is inactive)/.test(each))`),
      async renew() {
        for (const end of endings) await end();
        const tree = await bidi.send<{ contexts: { context: string }[] }>('browsingContext.getTree', {});
        for (const { context } of tree.contexts)
          if (context !== contextOf(first)) await bidi.send('browsingContext.close', { context });
        await inBrowser(`${addon}.then((addon) => addon?.uninstall()).then(() => Services.console.reset())`);
        return install();
      },
      async close(keepIn) {
        await browser.close();
        if (keepIn !== undefined) await cp(kept, keepIn, { recursive: true });
        await rm(folder, { recursive: true, force: true });
      },
    };
  };
  return install();
}

async function findTabIn(browser: Browser, prefix: string, downloads: string): Promise<Tab> {
  for (const limit = performance.now() + LIMIT_MS; performance.now() < limit; await pause(50))
    for (const page of await browser.pages()) {
      const address = await page.evaluate(() => location.href).catch(() => page.url());
      if (address.startsWith(prefix)) return tabOf(page, downloads);
    }
  throw new Error(`no tab shows ${prefix}`);
}
