/** A news page: article → blocks → matches → marks → card. */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { interfaceLanguage } from '../../lib/i18n/language.ts';
import { answerContent } from '../../lib/messages/channel.ts';
import { readSettings, watchSettings } from '../../lib/settings/in-content.ts';
import { isLeftAlone } from '../../lib/sites/left-alone.ts';
import { coversOrigin } from '../../lib/sites/match-pattern.ts';
import { ORPHANED, startLife, untilFilled } from './life.ts';
import { sayGoodbye } from './notice.ts';
import { startPage } from './page.ts';
import './style.css';

export default defineContentScript({
  // The list of official sites is filled in by wxt.config.ts: 8 kB that no page needs.
  matches: [],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  async main() {
    if (isLeftAlone(location.hostname) || document.contentType !== 'text/html') return;
    await untilFilled();
    const life = startLife();
    let settings = await readSettings();
    if (life.signal.aborted) return;
    const browserLanguage = browser.i18n.getUILanguage();
    let page: (ReturnType<typeof startPage> & { readonly end: AbortController }) | undefined;

    const isWanted = () => settings.enabled && !settings.sitesOff.includes(location.hostname);
    const adjust = () => {
      if (isWanted() && page === undefined) {
        const end = new AbortController();
        const signal = AbortSignal.any([life.signal, end.signal]);
        page = {
          end,
          ...startPage({ settings: () => settings, onOrphaned: () => life.abort(ORPHANED) }, signal),
        };
      } else if (isWanted()) page?.refresh();
      else {
        page?.end.abort();
        page = undefined;
      }
    };
    watchSettings((next) => {
      settings = next;
      adjust();
    }, life.signal);
    life.signal.addEventListener('abort', () => {
      if (life.signal.reason === ORPHANED && page?.hadMarks() === true)
        sayGoodbye(interfaceLanguage(settings.interfaceLanguage, browserLanguage));
    });
    answerContent(
      {
        'access.lost': ({ lost, kept }) => {
          if (coversOrigin(lost, origin) && !coversOrigin(kept, origin)) life.abort();
          return undefined;
        },
      },
      life.signal,
    );
    adjust();
  },
});
