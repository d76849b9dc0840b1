/**
 * The settings as content scripts read them: without the schema, to stay small.
 *
 * Only `writeSettings` writes them, and it stores what the schema accepts; a page cannot reach extension storage.
 */
import { browser } from 'wxt/browser';
import { DEFAULTS } from './defaults.ts';
import type { Settings } from './settings.ts';

const KEY = 'settings';

const onTopOfDefaults = (stored: unknown): Settings => ({
  ...DEFAULTS,
  sitesOff: [],
  openSections: [],
  ...(stored as Settings | undefined),
});

export const readSettings = async (): Promise<Settings> =>
  onTopOfDefaults((await browser.storage.local.get(KEY))[KEY]);

export const isOnAt = (hostname: string, { enabled, sitesOff }: Settings): boolean =>
  enabled && !sitesOff.includes(hostname);

/** What the early script leaves for the article's script, in a world that no page sees. */
export interface EarlyWorld {
  cezhuSettings?: Promise<Settings> | undefined;
}

/** Calls `listener` with the new settings after every change, until `signal` aborts. */
export function watchSettings(listener: (settings: Settings) => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY] !== undefined) listener(onTopOfDefaults(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => {
    // Once the extension has gone, nothing is heard any more, and its interfaces throw.
    if (browser.runtime?.id !== undefined) browser.storage.onChanged.removeListener(onChanged);
  });
}
