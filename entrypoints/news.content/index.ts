/** A news page: article → blocks → matches → marks → card. */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { readSettings, watchSettings } from '../../lib/settings/in-content.ts';
import { isLeftAlone } from '../../lib/sites/left-alone.ts';
import { startPage } from './page.ts';
import './style.css';

/** How often a page asks whether the extension is still there: nothing tells a script that it is an orphan. */
const ALIVE_MS = 3_000;

export default defineContentScript({
  // The list of official sites is filled in by wxt.config.ts: 8 kB that no page needs.
  matches: [],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  // Nothing listens for it, the page could see it, and it takes longer than everything else at the start.
  noScriptStartedPostMessage: true,
  async main(ctx) {
    if (isLeftAlone(location.hostname) || document.contentType !== 'text/html') return;
    let settings = await readSettings();
    let page: { readonly end: AbortController; readonly refresh: () => void } | undefined;

    const isWanted = () => settings.enabled && !settings.sitesOff.includes(location.hostname);
    const adjust = () => {
      if (isWanted() && page === undefined) {
        const end = new AbortController();
        const signal = AbortSignal.any([ctx.signal, end.signal]);
        const started = startPage({ settings: () => settings, onOrphaned: () => ctx.abort() }, signal);
        page = { end, refresh: started.refresh };
      } else if (isWanted()) page?.refresh();
      else {
        page?.end.abort();
        page = undefined;
      }
    };
    watchSettings((next) => {
      settings = next;
      adjust();
    }, ctx.signal);
    ctx.setInterval(() => {
      if (browser.runtime?.id === undefined) ctx.abort();
    }, ALIVE_MS);
    adjust();
  },
});
