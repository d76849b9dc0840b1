/** Keyboard commands and menu entries, as the background passes them on. */
import type { Mention } from '../../lib/marks/mention.ts';
import { neighbour } from '../../lib/marks/neighbour.ts';
import type { CardHost } from './card/seam.ts';
import type { Targets } from './card-page.ts';
import type { Reading } from './reading.ts';
import type { Selection } from './selection.ts';
import { scrollTo } from './terms.ts';

export interface CommandParts {
  readonly reading: Reading;
  readonly card: CardHost;
  readonly targets: Targets;
  readonly selection: Selection;
  readonly toggleMarks: () => void;
  readonly readWholePage: () => void;
}

/** Runs the command of that name. @returns whether there was anything to do. */
export function createCommands({ reading, card, targets, selection, ...page }: CommandParts) {
  /** The mention that was shown last, so that the way goes on from there after the card is closed. */
  let last: Mention | undefined;

  const show = (mention: Mention | undefined): boolean => {
    const target = mention && targets.of(mention);
    if (target === undefined) return false;
    last = mention;
    scrollTo(target.range);
    card.open(target, 'keyboard');
    return true;
  };
  const go = (step: 1 | -1): boolean => {
    const current = card.current && targets.mentionOf(card.current);
    return show(neighbour(reading.marked, step, current ?? lastInView(), isBelowTop));
  };
  const isBelowTop = (mention: Mention) =>
    (reading.rangeOf(mention)?.getBoundingClientRect().bottom ?? 0) > 0;
  const lastInView = (): Mention | undefined => {
    const box = last && reading.rangeOf(last)?.getBoundingClientRect();
    return box !== undefined && box.bottom > 0 && box.top < innerHeight ? last : undefined;
  };
  const explain = () => selection.explain((target) => card.open(target, 'press'));
  const whileOpen = (work: () => void): boolean => {
    const isOpen = card.current !== undefined;
    if (isOpen) work();
    return isOpen;
  };

  return async (name: string): Promise<boolean> => {
    switch (name) {
      case 'next-term':
        return go(1);
      case 'previous-term':
        return go(-1);
      case 'toggle-card':
        if (whileOpen(() => card.close())) return true;
        return (await explain()) || show(lastInView()) || go(1);
      case 'card-back':
        return whileOpen(() => card.back());
      case 'pin-card':
        return whileOpen(() => card.togglePin());
      case 'toggle-marks':
        page.toggleMarks();
        return true;
      case 'annotate-page':
        page.readWholePage();
        return true;
      case 'explain-selection':
        return explain();
      case 'add-selection':
        return selection.add();
      default:
        return false;
    }
  };
}
