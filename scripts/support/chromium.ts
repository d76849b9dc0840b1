/** Chromium with Cezhu in a fresh profile, driven through Playwright and the DevTools protocol. */
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page, type Worker } from '@playwright/test';
import { allowBefore } from './allow-before.ts';
import { type ChromiumTab, tabOf } from './chromium-tab.ts';
import { chromiumWindow } from './chromium-window.ts';
import type { Profile, ProfileOptions, Tab } from './drive.ts';
import { filesIn } from './files-in.ts';
import { requireChromium } from './find-chromium.ts';

export interface ChromiumProfile extends Profile {
  readonly context: BrowserContext;
  /** Where the profile lies on the disk. */
  readonly folder: string;
  open(url: string): Promise<ChromiumTab>;
  openOwn(path: string): Promise<ChromiumTab>;
  findTab(prefix: string): Promise<ChromiumTab>;
  /** The extension's worker; a stopped one is waited for. */
  worker(): Promise<Worker>;
  openPopup(tab: Tab): Promise<ChromiumTab>;
  openPrivate(url: string): Promise<ChromiumTab>;
}

export async function launchChromium(options: ProfileOptions): Promise<ChromiumProfile> {
  const { extension, port, headless = true, language = 'zh-CN', scheme = 'light' } = options;
  const folder = await mkdtemp(join(tmpdir(), 'cezhu-chromium-'));
  if (options.from !== undefined) await cp(options.from, folder, { recursive: true });
  if (options.granted !== undefined || options.privateAllowed === true)
    await allowBefore(folder, extension, options);
  const context = await chromium.launchPersistentContext(folder, {
    executablePath: requireChromium(),
    headless,
    locale: language,
    colorScheme: scheme,
    viewport: options.viewport ?? { width: 1280, height: 900 },
    hasTouch: options.touch === true,
    // Chromium on Linux takes the language of its interface, and of the extension's, from here; without a character
    // set it gives files no Chinese names.
    env: { ...stringsOf(process.env), LC_ALL: 'C.UTF-8', LANGUAGE: language.replace('-', '_') },
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      `--lang=${language}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      // For `extension('update')` and `extension('remove')`.
      '--enable-unsafe-extension-debugging',
      // Every request of whatever kind goes through the site server, which writes it down.
      `--proxy-server=127.0.0.1:${port}`,
      '--proxy-bypass-list=<-loopback>',
    ],
  });
  const errors: string[] = [];
  const watch = (page: Page) => {
    page.on('pageerror', (error) => errors.push(`${page.url()}: ${error.message}`));
    page.on('console', (message) => {
      const isOurs = message.location().url.includes('-extension://');
      if (message.type() === 'error' && isOurs) errors.push(`${page.url()}: ${message.text()}`);
    });
  };
  context.on('page', watch);
  context.pages().forEach(watch);
  const workerOf = async () => context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const background = await workerOf();
  const origin = background.url().split('/').slice(0, 3).join('/');
  const blank = context.pages()[0] ?? (await context.newPage());
  const session = await context.newCDPSession(blank);
  const worker = await watchWorker(session);

  const findPage = async (prefix: string) =>
    context.pages().find((each) => each.url().startsWith(prefix)) ??
    context.waitForEvent('page', (each) => each.url().startsWith(prefix));
  const { welcome = options.from === undefined ? 'closed' : 'none' } = options;
  // It takes the foreground: a test that had begun would find its own page hidden.
  if (welcome !== 'none') {
    const page = await findPage(`${origin}/welcome.html`);
    if (welcome === 'closed') await page.close();
  }

  const open = async (url: string) => {
    const tab = await tabOf(await context.newPage());
    await tab.goto(url);
    return tab;
  };
  return {
    kind: 'chromium',
    origin,
    folder,
    context,
    errors: async () => errors,
    open,
    openOwn: (path) => open(`${origin}/${path}`),
    async findTab(prefix) {
      const page = await findPage(prefix);
      await page.waitForLoadState();
      return tabOf(page);
    },
    async extension(act) {
      const id = origin.split('/')[2] ?? '';
      if (act === 'disable' || act === 'enable') {
        const page = await context.newPage();
        await page.goto('chrome://extensions');
        await page.evaluate(([which, on]) => chrome.management.setEnabled(which, on), [
          id,
          act === 'enable',
        ] as const);
        await page.close();
        return;
      }
      // Not in Playwright's types yet.
      const devtools = (await context.browser()?.newBrowserCDPSession()) as unknown as {
        send(method: string, params: object): Promise<unknown>;
        detach(): Promise<void>;
      };
      await (act === 'update'
        ? devtools.send('Extensions.loadUnpacked', { path: extension })
        : devtools.send('Extensions.uninstall', { id }));
      await devtools.detach();
    },
    worker: workerOf,
    ...chromiumWindow({ context, session, id: new URL(origin).host, worker: workerOf, tabOf }),
    async openPrivate(url) {
      const opened = context.waitForEvent('page');
      await (await workerOf()).evaluate(() => chrome.windows.create({ incognito: true, url: 'about:blank' }));
      const tab = await tabOf(await opened);
      await tab.goto(url);
      return tab;
    },
    databaseFiles: () => filesIn(join(folder, 'Default', 'IndexedDB'), /\.(ldb|log)$/),
    async answerPersist(setting) {
      const devtools = await context.browser()?.newBrowserCDPSession();
      const permission = { name: 'persistent-storage' };
      await devtools?.send('Browser.setPermission', { origin, permission, setting });
    },
    async beforeScripts(run) {
      await context.addInitScript(run);
    },
    isBackgroundRunning: async () => worker.status === 'running',
    async stopBackground() {
      if (worker.status !== 'running') return false;
      // A message under way may start it again at once; that it was stopped is what counts.
      const stopped = worker.nextStop();
      await session.send('ServiceWorker.stopAllWorkers');
      await stopped;
      return true;
    },
    async close(keepIn) {
      await context.close();
      if (keepIn !== undefined) await cp(folder, keepIn, { recursive: true });
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Follows the one service worker there is: ours. */
async function watchWorker(session: CDPSession) {
  let status = 'stopped';
  let onStopped = () => {};
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    for (const { runningStatus } of versions) {
      status = runningStatus;
      if (status === 'stopped') onStopped();
    }
  });
  await session.send('ServiceWorker.enable');
  return {
    get status() {
      return status;
    },
    nextStop: () =>
      new Promise<void>((resolve) => {
        onStopped = resolve;
      }),
  };
}

const stringsOf = (env: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
