/** The test function of the browser tests: each test gets a fresh profile with the shipped build, and a site. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test as base } from '@playwright/test';
import { type ChromiumProfile, launchChromium } from '../../../scripts/support/chromium.ts';
import type { Profile, ProfileOptions } from '../../../scripts/support/drive.ts';
import { launchFirefox } from '../../../scripts/support/firefox.ts';
import { type SiteServer, serveSite } from '../../../scripts/support/site-server.ts';

export { expect } from '@playwright/test';

export interface Options {
  /** Which browser the project drives. */
  kind: Profile['kind'];
  /** What a file or group asks of its profiles: `test.use({ profileOptions: { scheme: 'dark' } })`. */
  profileOptions: Partial<ProfileOptions>;
}
interface PerTest {
  site: SiteServer;
  /** Any browser: for journeys that run in all of them. */
  profile: Profile;
  /** Chromium with all that Playwright offers (`tab.page`): for what only it can show. */
  chromium: ChromiumProfile;
}

const OUTPUT = join(import.meta.dirname, '..', '..', '..', '.output');

export const test = base.extend<PerTest & Options>({
  kind: ['chromium', { option: true }],
  profileOptions: [{}, { option: true }],
  site: async ({ kind: _ }, use) => {
    const site = await serveSite();
    await use(site);
    await site.close();
  },
  chromium: async ({ site, profileOptions }, use) => {
    const profile = await launchChromium({
      extension: builtFor('chrome-mv3'),
      port: site.port,
      ...profileOptions,
    });
    await use(profile);
    await profile.close();
  },
  profile: async ({ kind, site, profileOptions }, use) => {
    const launch = { chromium: launchChromium, firefox: launchFirefox }[kind];
    const extension = builtFor({ chromium: 'chrome-mv3', firefox: 'firefox-mv3' }[kind]);
    const profile = await launch({ extension, port: site.port, ...profileOptions });
    await use(profile);
    await profile.close();
  },
});

function builtFor(target: string): string {
  const folder = join(OUTPUT, target);
  if (!existsSync(join(folder, 'manifest.json'))) throw new Error(`no build in ${folder}: run npm run build`);
  return folder;
}
