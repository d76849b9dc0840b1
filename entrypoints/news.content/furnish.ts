/**
 * What a page is furnished with once it is asked about: card, boxes, keyboard commands, the terms for the panel. A script of
 * its own, `news-card.content.ts`, so that none of it is parsed before the first question is on its way.
 */
import { liveRange } from '../../lib/marks/ranges.ts';
import { answerContent } from '../../lib/messages/channel.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { type BoxedRange, createBoxes } from './boxes.ts';
import { createCardHost } from './card/index.ts';
import type { CardTarget } from './card/seam.ts';
import { createCardPage, createTargets } from './card-page.ts';
import { createCommands } from './commands.ts';
import type { Reading } from './reading.ts';
import { readTerms, revealMention } from './terms.ts';

const FLASH_MS = 1_500;

export interface PageParts {
  readonly reading: Reading;
  settings(): Settings;
  isTranslated(): boolean;
  toggleMarks(): void;
  readWholePage(): void;
}

export interface Furnished {
  /** Marks were painted anew. */
  showBoxes(): void;
  /** The settings changed. */
  refresh(): void;
  /** The glossary changed. */
  reload(): void;
}

/** Furnishes a page. Everything ends with `signal`. */
export function furnishPage({ reading, ...page }: PageParts, signal: AbortSignal): Furnished {
  let current: CardTarget | undefined;
  let flashed: Range | undefined;

  const targets = createTargets(reading);
  const card = createCardHost(
    createCardPage(
      reading,
      targets,
      () => page.settings(),
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
        card.close();
        page.toggleMarks();
      },
      readWholePage: () => page.readWholePage(),
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

  answerContent(
    {
      'command.run': ({ name }) => run(name),
      'page.terms': () => {
        if (page.isTranslated()) return readTerms([], reading, 'translated');
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

  return { showBoxes, refresh: () => card.refresh(), reload: () => card.reload() };
}
