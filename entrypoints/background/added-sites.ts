/**
 * Sites that the reader added: whatever hosts are granted beyond the official ones. The browser's own permissions are
 * the only list, so what the reader takes back there is gone here.
 */
import { type Browser, browser } from 'wxt/browser';
import { OFFICIAL_MATCHES } from '../../lib/sites/hosts.ts';
import { contentScripts, injectIntoOpenTabs, tellTabs } from './tabs.ts';

const ID = 'added-sites';
const EARLY_ID = 'added-sites-early';

/** Registers the content scripts for exactly the added sites. One at a time: an id that is taken is refused. */
const register = (): Promise<void> => navigator.locks.request('cezhu-added-sites', registerAnew);

async function registerAnew(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  const matches = origins.filter((origin) => !OFFICIAL_MATCHES.includes(origin));
  const known = (await browser.scripting.getRegisteredContentScripts({ ids: [ID, EARLY_ID] })).map(
    ({ id }) => id,
  );
  const [early, news] = [contentScripts('document_start'), contentScripts('document_idle')];
  if (matches.length === 0 || news.js.length === 0) {
    if (known.length > 0) await browser.scripting.unregisterContentScripts({ ids: known });
    return;
  }
  // Firefox gives whole addresses, and refuses them here.
  const inPackage = (file: string) => file.replace(/^moz-extension:\/\/[^/]+\//, '');
  const wanted: readonly Browser.scripting.RegisteredContentScript[] = [
    {
      id: ID,
      matches,
      js: news.js.map(inPackage),
      css: news.css.map(inPackage),
      allFrames: true,
      runAt: 'document_idle',
      persistAcrossSessions: true,
    },
    {
      id: EARLY_ID,
      matches,
      js: early.js.map(inPackage),
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
  ];
  // Changed where they stand, never taken away first: the background may die between two calls.
  const there = wanted.filter(({ id }) => known.includes(id));
  const missing = wanted.filter(({ id }) => !known.includes(id));
  if (there.length > 0) await browser.scripting.updateContentScripts(there);
  if (missing.length > 0) await browser.scripting.registerContentScripts(missing);
}

/** A script that is in a tab stays there when its permission goes: it is told to end. */
async function leave(lost: readonly string[]): Promise<void> {
  const { origins: kept = [] } = await browser.permissions.getAll();
  await tellTabs('access.lost', { lost, kept });
}

export function watchAddedSites(): void {
  browser.permissions.onAdded.addListener(({ origins = [] }) => {
    void register().then(() => injectIntoOpenTabs(origins));
  });
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    void register();
    void leave(origins);
  });
}

/** After an update the browser has forgotten registered scripts. */
export const registerAddedSites = register;
