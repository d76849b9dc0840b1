/** Reading, card and boxes of one page, put together. Everything ends with `signal`. */

import { liveRange } from '../../lib/marks/ranges.ts';
import { answerContent, askBackground } from '../../lib/messages/channel.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { type BoxedRange, createBoxes } from './boxes.ts';
import { createCardHost } from './card/index.tsx';
import type { CardTarget } from './card/seam.ts';
import { createCardPage, createTargets } from './card-page.ts';
import { startReading } from './reading.ts';

const COUNT_MS = 250;

export interface PageHost {
  settings(): Settings;
  onOrphaned(): void;
}

export function startPage(host: PageHost, signal: AbortSignal) {
  let current: CardTarget | undefined;
  let isCounting = false;

  const reading = startReading(
    {
      settings: () => host.settings(),
      scope: () => 'article',
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

  function showBoxes(): void {
    const learning = reading.marked
      .filter(({ match }) => reading.stateOf(match.concept) === 'learning')
      .flatMap(({ block, match }): BoxedRange[] => {
        const range = liveRange(block, match.start, match.end);
        return range === undefined ? [] : [{ range, kind: 'learning' }];
      });
    boxes.show(current === undefined ? learning : [...learning, { range: current.range, kind: 'current' }]);
  }

  function tellCount(): void {
    isCounting = false;
    if (signal.aborted) return;
    const concepts = new Set([...reading.mentions()].map(({ match }) => match.concept));
    // A count that does not arrive is only a badge.
    askBackground('page.count', { count: concepts.size }, signal).catch(() => {});
  }

  answerContent(
    {
      'marks.refresh': () => {
        reading.askAgain();
        return undefined;
      },
    },
    signal,
  );

  return {
    /** The settings changed. */
    refresh() {
      reading.paint();
      card.refresh();
    },
  };
}
