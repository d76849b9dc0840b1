/**
 * The test function of the browser tests: each test gets a profile of its own with the shipped build, and a site.
 *
 * In Chromium the profile is a copy of one in which the glossary has been loaded, unless the test asks for an empty one.
 * In Firefox, which starts slowly, the browser stays and the extension is installed anew, unless the test asks for a
 * profile with options. Tests that only read pages may share all: that takes longer than such a test to run.
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type ChromiumProfile, launchChromium } from '../../../scripts/support/chromium.ts';
import type { Profile, ProfileOptions, Tab } from '../../../scripts/support/drive.ts';
import { type FirefoxProfile, launchFirefox } from '../../../scripts/support/firefox.ts';
import { type SiteServer, serveSite } from '../../../scripts/support/site-server.ts';
import { openArticle } from './reading.ts';

export { expect } from './expect.ts';

export interface Options {
  /** Which browser the project drives. */
  kind: Profile['kind'];
  /** What a file or group asks of its profiles: `test.use({ profileOptions: { scheme: 'dark' } })`. */
  profileOptions: Partial<ProfileOptions>;
  /** For tests of the first start. */
  firstStart: boolean;
  /** For tests that leave nothing behind in `profile` but tabs, which are closed after each. */
  onlyReads: boolean;
}
interface Shared {
  readonly site: SiteServer;
  profile: Profile | FirefoxProfile;
  /** A test has run in it that may have left something behind. */
  isUsed: boolean;
}
interface PerWorker {
  /** The browser of the tests that need none of their own, for one of them; launched when first asked for. */
  shared: (kind: Profile['kind'], onlyReads: boolean) => Promise<Shared>;
  /** Folder of a Chromium profile whose glossary is loaded; made when first asked for. */
  loaded: () => Promise<string>;
}
interface PerTest {
  /** Nothing where the test has a browser of its own. */
  home: Shared | undefined;
  site: SiteServer;
  /** Any browser: for journeys that run in all of them. */
  profile: Profile;
  /** Chromium with all that Playwright offers (`tab.page`): for what only it can show. */
  chromium: ChromiumProfile;
}

const OUTPUT = join(import.meta.dirname, '..', '..', '..', '.output');

export const test = base.extend<PerTest & Options, PerWorker>({
  kind: ['chromium', { option: true }],
  profileOptions: [{}, { option: true }],
  firstStart: [false, { option: true }],
  onlyReads: [false, { option: true }],
  shared: [
    async ({ loaded }, use) => {
      let shared: Shared | undefined;
      await use(async (kind, onlyReads) => {
        shared ??= await launchShared(kind, loaded);
        if (shared.isUsed && 'renew' in shared.profile) shared.profile = await shared.profile.renew();
        shared.isUsed = !onlyReads;
        shared.site.clear();
        return shared;
      });
      await shared?.profile.close();
      await shared?.site.close();
    },
    { scope: 'worker' },
  ],
  loaded: [
    async ({ browserName: _ }, use) => {
      let folder: Promise<string> | undefined;
      await use(() => {
        folder ??= loadGlossary();
        return folder;
      });
      if (folder !== undefined) await rm(await folder, { recursive: true });
    },
    { scope: 'worker' },
  ],
  home: async ({ kind, onlyReads, profileOptions, shared }, use) => {
    const isPlain = kind === 'firefox' && Object.keys(profileOptions).length === 0;
    await use(onlyReads || isPlain ? await shared(kind, onlyReads) : undefined);
  },
  site: async ({ home }, use) => {
    const site = home?.site ?? (await serveSite());
    await use(site);
    if (home === undefined) await site.close();
  },
  chromium: async ({ site, profileOptions, firstStart, loaded }, use) => {
    const from = firstStart ? undefined : await loaded();
    const options = { extension: builtFor('chrome-mv3'), port: site.port, from, ...profileOptions };
    const profile = await launchChromium(options);
    await use(profile);
    await profile.close();
  },
  profile: async ({ home, kind, site, profileOptions, firstStart, loaded, onlyReads }, use) => {
    if (home !== undefined) {
      const { profile } = home;
      const opened: Tab[] = [];
      const noted = async (tab: Promise<Tab>) => {
        opened.push(await tab);
        return tab;
      };
      await use({
        ...profile,
        open: (url) => noted(profile.open(url)),
        openOwn: (path) => noted(profile.openOwn(path)),
        openPopup: (tab) => noted(profile.openPopup(tab)),
      });
      // Whoever writes has the browser cleared before the next test.
      if (onlyReads) for (const tab of opened) await tab.close();
      return;
    }
    const from = firstStart || kind === 'firefox' ? undefined : await loaded();
    const profile = await launch(kind, { port: site.port, from, ...profileOptions });
    await use(profile);
    await profile.close();
  },
});

export function launch(kind: Profile['kind'], options: Omit<ProfileOptions, 'extension'>): Promise<Profile> {
  return kind === 'firefox'
    ? launchFirefox({ extension: builtFor('firefox-mv3'), ...options })
    : launchChromium({ extension: builtFor('chrome-mv3'), ...options });
}

async function launchShared(kind: Profile['kind'], loaded: () => Promise<string>): Promise<Shared> {
  const site = await serveSite();
  const from = kind === 'firefox' ? undefined : await loaded();
  return { site, profile: await launch(kind, { port: site.port, from }), isUsed: false };
}

export function builtFor(target: string): string {
  const folder = join(OUTPUT, target);
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`no build in ${folder}: run npm run build`);
  return folder;
}

async function loadGlossary(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cezhu-loaded-'));
  const site = await serveSite();
  const profile = await launchChromium({ extension: builtFor('chrome-mv3'), port: site.port });
  await openArticle(profile);
  const { page } = await profile.openOwn('options.html');
  // Its rows come from the database, not from the package.
  await page.locator('.virtual-list li').first().waitFor();
  await profile.close(folder);
  await site.close();
  return folder;
}
