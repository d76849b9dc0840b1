/**
 * Runs as a page begins, and reads nothing of it: asks for the settings, which take as long as the background does, and
 * wakes the background where Cezhu is on. Both are there when the article is.
 */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { type EarlyWorld, isOnAt, readSettings } from '../lib/settings/in-content.ts';
import { isLeftAlone } from '../lib/sites/left-alone.ts';

export default defineContentScript({
  // As for the news script, the list is filled in by wxt.config.ts.
  matches: [],
  runAt: 'document_start',
  main() {
    if (isLeftAlone(location.hostname)) return;
    const settings = readSettings();
    (globalThis as EarlyWorld).cezhuSettings = settings;
    settings
      .then((read) =>
        isOnAt(location.hostname, read)
          ? browser.runtime.sendMessage({ call: 'page.coming', request: {} })
          : undefined,
      )
      // The article's script asks again.
      .catch(() => {});
  },
});
