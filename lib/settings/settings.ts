/**
 * The reader's settings, typed, in extension storage.
 *
 * One object under one key, so that a change is one event and a backup is one value. Unknown or damaged fields fall
 * back to the default one by one: a setting never keeps Cezhu from starting.
 */
import * as v from 'valibot';
import { browser } from 'wxt/browser';
import { DEFAULTS } from './defaults.ts';

/** Ms. */
export const MAX_HOVER_DELAY = 3_000;

const hosts = v.pipe(v.array(v.pipe(v.string(), v.maxLength(253))), v.maxLength(5_000));

const settingsSchema = v.object({
  /** Cezhu as a whole. */
  enabled: v.fallback(v.boolean(), DEFAULTS.enabled),
  density: v.fallback(v.picklist(['every', 'section', 'page']), DEFAULTS.density),
  markStyle: v.fallback(v.picklist(['dotted', 'line', 'tint']), DEFAULTS.markStyle),
  trigger: v.fallback(v.picklist(['hover', 'click', 'modifier']), DEFAULTS.trigger),
  /** Milliseconds the pointer rests before the card opens. */
  hoverDelay: v.fallback(v.pipe(v.number(), v.minValue(0), v.maxValue(MAX_HOVER_DELAY)), DEFAULTS.hoverDelay),
  /** Language of the explanations. */
  explainIn: v.fallback(v.picklist(['auto', 'zh', 'en', 'both']), DEFAULTS.explainIn),
  /** Language of the interface; `auto` follows the browser. */
  interfaceLanguage: v.fallback(v.picklist(['auto', 'zh', 'en']), DEFAULTS.interfaceLanguage),
  /** `auto` follows the system. */
  theme: v.fallback(v.picklist(['auto', 'light', 'dark']), DEFAULTS.theme),
  markGeneric: v.fallback(v.boolean(), DEFAULTS.markGeneric),
  /** “Study” keeps the sentence too; otherwise each is kept by its own button. */
  keepSentences: v.fallback(v.boolean(), DEFAULTS.keepSentences),
  badge: v.fallback(v.boolean(), DEFAULTS.badge),
  /** Keys without Ctrl or ⌘ do something on our own pages (`/` searches); speech input may set them off. */
  singleKeys: v.fallback(v.boolean(), DEFAULTS.singleKeys),
  /** Host names on which the reader switched Cezhu off. */
  sitesOff: v.fallback(hosts, [...DEFAULTS.sitesOff]),
  /** Folded parts of the card that the reader keeps open. */
  openSections: v.fallback(v.pipe(v.array(v.pipe(v.string(), v.maxLength(100))), v.maxLength(100)), [
    ...DEFAULTS.openSections,
  ]),
  /** ISO time of the last full backup. */
  lastBackup: v.fallback(v.optional(v.pipe(v.string(), v.isoTimestamp())), DEFAULTS.lastBackup),
});
export type Settings = v.InferOutput<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = v.parse(settingsSchema, DEFAULTS);

const KEY = 'settings';

/** Reads what is stored, whatever its state; exported for backups. */
export const parseSettings = (stored: unknown): Settings =>
  v.parse(
    settingsSchema,
    typeof stored === 'object' && stored !== null ? { ...DEFAULT_SETTINGS, ...stored } : DEFAULT_SETTINGS,
  );

export async function readSettings(): Promise<Settings> {
  const stored = await browser.storage.local.get(KEY);
  return parseSettings(stored[KEY]);
}

/** What is to be another; made of the settings as they are then, where it is a list that others may be changing. */
export type SettingsChange = Partial<Settings> | ((now: Settings) => Partial<Settings>);

export async function writeSettings(change: SettingsChange): Promise<Settings> {
  return navigator.locks.request('cezhu-settings', async () => {
    const now = await readSettings();
    const next = parseSettings({ ...now, ...(typeof change === 'function' ? change(now) : change) });
    await browser.storage.local.set({ [KEY]: next });
    return next;
  });
}

/** Folds or unfolds a part of the card. */
export const toggleSection = (name: string): Promise<Settings> =>
  writeSettings(({ openSections }) => {
    const rest = openSections.filter((other) => other !== name);
    return { openSections: rest.length < openSections.length ? rest : [...rest, name] };
  });

/** Calls `listener` with the new settings after every change, until `signal` aborts. */
export function watchSettings(listener: (settings: Settings) => void, signal: AbortSignal): void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    if (area === 'local' && changes[KEY] !== undefined) listener(parseSettings(changes[KEY].newValue));
  };
  browser.storage.onChanged.addListener(onChanged);
  signal.addEventListener('abort', () => browser.storage.onChanged.removeListener(onChanged));
}
