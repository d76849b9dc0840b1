/** What holds until the reader chooses; `settings.ts` says what may be chosen. */
export const DEFAULTS = {
  enabled: true,
  density: 'section',
  markStyle: 'dotted',
  trigger: 'hover',
  hoverDelay: 350,
  explainIn: 'auto',
  interfaceLanguage: 'auto',
  theme: 'auto',
  markGeneric: false,
  keepSentences: false,
  badge: true,
  singleKeys: true,
  sitesOff: [],
  openSections: [],
  lastBackup: undefined,
} as const;
