/** Reading of one page, and what it is furnished with. Everything ends with `signal`. */
import { answerContent, askBackground } from '../../lib/messages/channel.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { ruleFor } from '../../lib/sites/rules.ts';
import type { Furnished } from './furnish.ts';
import { startReading } from './reading.ts';
import type { CardScript } from './scripts.ts';
import { watchTranslation } from './translated.ts';

const COUNT_MS = 250;

export interface PageHost {
  settings(): Settings;
  onOrphaned(): void;
  /** Resolves once the second script is here. */
  readonly cardScript: Promise<CardScript>;
}

export function startPage(host: PageHost, signal: AbortSignal) {
  let scope: 'article' | 'page' = 'article';
  let isHidden = false;
  let isCounting = false;
  let furnished: Furnished | undefined;

  const isTranslated = watchTranslation(() => reading.paint(), signal);
  const reading = startReading(
    {
      settings: () => host.settings(),
      scope: () => scope,
      showsMarks: () => !isHidden && !isTranslated(),
      onPainted: () => {
        furnished?.showBoxes();
        if (!isCounting) setTimeout(tellCount, COUNT_MS);
        isCounting = true;
      },
      onOrphaned: () => host.onOrphaned(),
    },
    signal,
  );
  void host.cardScript.then(({ furnishPage }) => {
    if (signal.aborted) return;
    furnished = furnishPage(
      {
        reading,
        ask: askBackground,
        answer: answerContent,
        siteRule: ruleFor(location.hostname),
        settings: () => host.settings(),
        isTranslated,
        toggleMarks() {
          isHidden = !isHidden;
          reading.paint();
        },
        readWholePage() {
          scope = 'page';
          void reading.readAgain();
        },
      },
      signal,
    );
    furnished.showBoxes();
  });

  function tellCount(): void {
    isCounting = false;
    if (signal.aborted) return;
    const concepts = new Set([...reading.mentions()].map(({ match }) => match.concept));
    // A count that does not arrive is only a badge.
    askBackground('page.count', { count: isTranslated() ? 0 : concepts.size }, signal).catch(() => {});
  }

  answerContent(
    {
      'marks.refresh': () => {
        reading.askAgain();
        furnished?.reload();
        return undefined;
      },
      'page.recount': () => {
        tellCount();
        return undefined;
      },
    },
    signal,
  );

  const tellNone = () => {
    askBackground('page.count', { count: 0 }).catch(() => {});
  };
  // Switched off here, or no longer allowed: no number stays on the toolbar button.
  signal.addEventListener('abort', tellNone);
  // Nor of a frame that the page takes away, or leads elsewhere: only a new page in the whole tab is told by the browser.
  if (window !== top)
    window.addEventListener('pagehide', ({ isTrusted }) => isTrusted && tellNone(), { signal });

  // A page that comes back from the browser's cache has missed what was said in the meantime.
  window.addEventListener(
    'pageshow',
    ({ persisted, isTrusted }) => persisted && isTrusted && reading.askAgain(),
    { signal },
  );

  let { markGeneric } = host.settings();
  return {
    /** Whether the reader saw marks here, before the end or now. */
    hadMarks: () => reading.marked.length > 0,
    /** The settings changed. */
    refresh() {
      // The background leaves out matches that are not wanted.
      if (markGeneric !== host.settings().markGeneric) reading.askAgain();
      markGeneric = host.settings().markGeneric;
      reading.paint();
      furnished?.refresh();
    },
  };
}
