import type { Settings, SettingsChange } from '../../../lib/settings/settings.ts';

/** What each part of the settings works with. */
export interface SettingsPart {
  readonly settings: Settings;
  readonly change: (change: SettingsChange) => void;
}

/** A table of choices as pairs, with the keys' own type. */
export const entriesOf = <Key extends string, Value>(table: Record<Key, Value>) =>
  Object.entries(table) as [Key, Value][];
