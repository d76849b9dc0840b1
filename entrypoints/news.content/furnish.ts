/**
 * What a page is furnished with once it is asked about: card, boxes, keyboard commands, the terms for the panel. A script of
 * its own, `news-card.content.ts`, so that none of it is parsed before the first question is on its way.
 */
import type { answerContent, askBackground } from '../../lib/messages/channel.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { readFacts } from '../../lib/sites/article-facts.ts';
import type { SiteRule } from '../../lib/sites/rules.ts';
import { type BoxedRange, createBoxes } from './boxes.ts';
import { createCardHost } from './card/index.ts';
import type { CardTarget } from './card/seam.ts';
import { createCardPage, createTargets } from './card-page.ts';
import { createCommands } from './commands.ts';
import type { Reading } from './reading.ts';
import { createSelection } from './selection.ts';
import { readTerms, revealMention } from './terms.ts';

const FLASH_MS = 1_500;

/** What the first script has. */
export interface PageParts {
  readonly reading: Reading;
  readonly ask: typeof askBackground;
  readonly answer: typeof answerContent;
  /** The site's own, where it has one. */
  readonly siteRule: SiteRule | undefined;
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
export function furnishPage(
  { reading, ask, answer, siteRule, ...page }: PageParts,
  signal: AbortSignal,
): Furnished {
  let current: CardTarget | undefined;
  let flashed: Range | undefined;

  const targets = createTargets(reading);
  const articleDate = () => readFacts(document, location, siteRule).date;
  const card = createCardHost(
    createCardPage({
      reading,
      targets,
      ask,
      articleDate,
      settings: () => page.settings(),
      onCurrent: (target) => {
        current = target;
        showBoxes();
      },
    }),
    signal,
  );
  const boxes = createBoxes(() => card.root(), signal);
  const run = createCommands({
    reading,
    card,
    targets,
    selection: createSelection({ reading, ask, articleDate }, signal),
    toggleMarks() {
      card.close();
      page.toggleMarks();
    },
    readWholePage: () => page.readWholePage(),
  });

  function showBoxes(): void {
    const learning = reading.marked
      .filter(({ match }) => reading.stateOf(match.concept) === 'learning')
      .map(reading.rangeOf)
      .filter((range) => range !== undefined)
      .map((range): BoxedRange => ({ range, kind: 'learning' }));
    const now = flashed ?? current?.range;
    boxes.show(now === undefined ? learning : [...learning, { range: now, kind: 'current' }]);
  }

  answer(
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
