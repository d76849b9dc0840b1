/** A news page: article → blocks → matches → marks → card. */
import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { interfaceLanguage } from '../../lib/i18n/language.ts';
import { answerContent } from '../../lib/messages/channel.ts';
import { type EarlyWorld, isOnAt, readSettings, watchSettings } from '../../lib/settings/in-content.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { isLeftAlone } from '../../lib/sites/left-alone.ts';
import { coversOrigin } from '../../lib/sites/match-pattern.ts';
import { ORPHANED, startLife, untilFilled } from './life.ts';
import { startPage } from './page.ts';
import { type CardScript, takeCardScript } from './scripts.ts';
import './style.css';

export default defineContentScript({
  // The list of official sites is filled in by wxt.config.ts: 8 kB that no page needs.
  matches: [],
  allFrames: true,
  matchAboutBlank: true,
  runAt: 'document_idle',
  async main() {
    const cardScript = takeCardScript();
    // Frames that have no address have the host of the page that made them.
    const host = origin.split(/\/\/|:\d/)[1] ?? '';
    if (!isLeftAlone(host) && document.contentType === 'text/html') await live(host, cardScript);
  },
});

/** Once for each document that stands here: a page may write another in the place of its own. */
async function live(host: string, cardScript: Promise<CardScript>): Promise<void> {
  await untilFilled();
  const life = startLife(() => void live(host, cardScript));
  const world = globalThis as EarlyWorld;
  const early = world.cezhuSettings;
  world.cezhuSettings = undefined;
  let settings = await (early?.catch(readSettings) ?? readSettings());
  if (life.signal.aborted) return;
  let page: (ReturnType<typeof startPage> & { readonly end: AbortController }) | undefined;

  const isWanted = () => isOnAt(host, settings);
  const adjust = () => {
    if (isWanted() && page === undefined) {
      const end = new AbortController();
      const signal = AbortSignal.any([life.signal, end.signal]);
      page = {
        end,
        ...startPage(
          { settings: () => settings, onOrphaned: () => life.abort(ORPHANED), cardScript },
          signal,
        ),
      };
    } else if (isWanted()) page?.refresh();
    else {
      page?.end.abort();
      page = undefined;
    }
  };
  // First of all the background is asked; what follows can be done while it answers.
  adjust();
  const take = (next: Settings) => {
    if (life.signal.aborted || JSON.stringify(next) === JSON.stringify(settings)) return;
    settings = next;
    adjust();
  };
  watchSettings(take, life.signal);
  const readAgain = () => void readSettings().then(take, () => {});
  // They may have changed since they were read as the page began, or while it lay in the browser's cache.
  if (early !== undefined) readAgain();
  window.addEventListener('pageshow', ({ persisted, isTrusted }) => persisted && isTrusted && readAgain(), {
    signal: life.signal,
  });
  const browserLanguage = browser.i18n.getUILanguage();
  life.signal.addEventListener('abort', () => {
    if (life.signal.reason !== ORPHANED || page?.hadMarks() !== true) return;
    const language = interfaceLanguage(settings.interfaceLanguage, browserLanguage);
    void cardScript.then(({ sayGoodbye }) => sayGoodbye(language));
  });
  answerContent(
    {
      'script.alive': () => true,
      'access.lost': ({ lost, kept }) => {
        if (coversOrigin(lost, origin) && !coversOrigin(kept, origin)) life.abort();
        return undefined;
      },
    },
    life.signal,
  );
}
