import { expect, test } from 'vitest';
import { DEFAULT_SETTINGS, parseSettings } from '../../lib/settings/settings.ts';

test.each([['text'], [null], [[1, 2]], [undefined], [{}]])(
  'settings that are %j are those at the start',
  (stored) => {
    expect(parseSettings(stored)).toEqual(DEFAULT_SETTINGS);
  },
);

test('of damaged settings, as a backup may bring them, what is sound is kept and the rest is as at the start', () => {
  const damaged = {
    density: 'page',
    theme: { dark: true },
    hoverDelay: 1e9,
    sitesOff: ['a.cn', { host: 'b.cn' }],
    openSections: Array.from({ length: 10_000 }, () => 'notes'),
    lastBackup: 'yesterday',
    enabled: 'no',
    __proto__: { singleKeys: false },
    html: '<b>',
  };
  expect(parseSettings(damaged)).toEqual({ ...DEFAULT_SETTINGS, density: 'page' });
});
