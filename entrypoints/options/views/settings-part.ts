import type { Settings } from '../../../lib/settings/settings.ts';

/** What each part of the settings works with. */
export interface SettingsPart {
  readonly settings: Settings;
  readonly change: (part: Partial<Settings>) => void;
}

/** A table of choices as pairs, with the keys' own type. */
export const entriesOf = <Key extends string, Value>(table: Record<Key, Value>) =>
  Object.entries(table) as [Key, Value][];
