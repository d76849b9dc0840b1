/** Reading, card, boxes and commands of one page, put together. Everything ends with `signal`. */
import { liveRange } from '../../lib/marks/ranges.ts';
import { answerContent, askBackground } from '../../lib/messages/channel.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { type BoxedRange, createBoxes } from './boxes.ts';
import { createCardHost } from './card/index.ts';
import type { CardTarget } from './card/seam.ts';
import { createCardPage, createTargets } from './card-page.ts';
import { createCommands } from './commands.ts';
import { startReading } from './reading.ts';
import { readTerms, revealMention } from './terms.ts';
import { watchTranslation } from './translated.ts';

const COUNT_MS = 250;
const FLASH_MS = 1_500;

export interface PageHost {
  settings(): Settings;
  onOrphaned(): void;
}

export function startPage(host: PageHost, signal: AbortSignal) {
  let scope: 'article' | 'page' = 'article';
  let isHidden = false;
  let isCounting = false;
  let current: CardTarget | undefined;
  let flashed: Range | undefined;

  const isTranslated = watchTranslation(() => reading.paint(), signal);
  const reading = startReading(
    {
      settings: () => host.settings(),
      scope: () => scope,
      showsMarks: () => !isHidden && !isTranslated(),
      onPainted: () => {
        showBoxes();
        if (!isCounting) setTimeout(tellCount, COUNT_MS);
        isCounting = true;
      },
      onOrphaned: () => host.onOrphaned(),
    },
    signal,
  );
  const targets = createTargets(reading);
  const card = createCardHost(
    createCardPage(
      reading,
      targets,
      () => host.settings(),
      (target) => {
        current = target;
        showBoxes();
      },
    ),
    signal,
  );
  const boxes = createBoxes(() => card.root(), signal);
  const run = createCommands(
    {
      reading,
      card,
      targets,
      toggleMarks() {
        isHidden = !isHidden;
        card.close();
        reading.paint();
      },
      readWholePage() {
        scope = 'page';
        void reading.readAgain();
      },
    },
    signal,
  );

  function showBoxes(): void {
    const learning = reading.marked
      .filter(({ match }) => reading.stateOf(match.concept) === 'learning')
      .map(({ block, match }) => liveRange(block, match.start, match.end))
      .filter((range) => range !== undefined)
      .map((range): BoxedRange => ({ range, kind: 'learning' }));
    const now = flashed ?? current?.range;
    boxes.show(now === undefined ? learning : [...learning, { range: now, kind: 'current' }]);
  }

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
        card.reload();
        return undefined;
      },
      'command.run': ({ name }) => run(name),
      'page.terms': () => {
        if (isTranslated()) return readTerms([], reading, 'translated');
        return readTerms(reading.mentions(), reading, reading.state);
      },
      'page.reveal': ({ key, index }) => {
        const flash = revealMention(reading, key, index);
        flashed = flash;
        showBoxes();
        setTimeout(() => {
          // Another one may have been shown meanwhile, and has its own time.
          if (flashed !== flash) return;
          flashed = undefined;
          showBoxes();
        }, FLASH_MS);
        return undefined;
      },
    },
    signal,
  );

  // Switched off here, or no longer allowed: no number stays on the toolbar button.
  signal.addEventListener('abort', () => {
    askBackground('page.count', { count: 0 }).catch(() => {});
  });

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
      card.refresh();
    },
  };
}
