// @vitest-environment jsdom
import './browser.ts';
import { expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { SitesOff } from '../../../entrypoints/options/views/sites-off.tsx';
import { translator } from '../../../lib/i18n/index.ts';
import { DEFAULT_SETTINGS, readSettings, writeSettings } from '../../../lib/settings/settings.ts';
import { aGlossary } from '../../glossary/support.ts';
import { buttonNamed, showInApp } from './in-app.tsx';

const stored: Record<string, unknown> = {};
Object.assign(browser, {
  storage: {
    local: {
      get: async (key: string) => structuredClone({ [key]: stored[key] }),
      set: async (items: object) => void Object.assign(stored, structuredClone(items)),
    },
  },
});

test('two sites taken off the list at once are both off it, though the page has not heard of the first yet', async () => {
  const before = await writeSettings({ ...DEFAULT_SETTINGS, sitesOff: ['a.cn', 'b.cn'] });
  const written: Promise<unknown>[] = [];
  const shown = await showInApp(
    aGlossary(),
    <SitesOff settings={before} change={(part) => written.push(writeSettings(part))} />,
  );
  const { openAgain } = translator('zh').settings;
  for (const host of ['a.cn', 'b.cn']) buttonNamed(shown.root, openAgain(host))?.click();
  expect(written).toHaveLength(2);
  await Promise.all(written);
  expect((await readSettings()).sitesOff).toEqual([]);
  await shown.close();
});
