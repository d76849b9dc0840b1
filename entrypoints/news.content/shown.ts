/**
 * Whether a block is shown: a hidden copy of a paragraph must not take the first mention.
 *
 * Asking the browser thousands of times costs, so answers are kept until the page changes. What unfolds, or opens as a
 * dialog, changes no text and so is no change to the watcher: where something was hidden, it is looked at again then.
 */
import type { PageBlock } from '../../lib/text/collect.ts';

export interface Shown {
  isShown(block: PageBlock): boolean;
  /** The page has changed. */
  forget(): void;
}

/** Calls `onUnfolded` when what was hidden is shown, until `signal` aborts. */
export function createShown(onUnfolded: () => void, signal: AbortSignal): Shown {
  let answers = new WeakMap<Element, boolean>();
  const hidden = new Set<Element>();
  const lookAgain = () => {
    if (signal.aborted) return;
    const unfolded = [...hidden].filter((element) => element.checkVisibility());
    for (const element of unfolded) {
      hidden.delete(element);
      answers.delete(element);
    }
    if (unfolded.length > 0) onUnfolded();
  };
  const listen = { capture: true, passive: true, signal };
  document.addEventListener('toggle', lookAgain, listen);
  // Tabs and “read more” of the page's own: a frame later the page has answered the click.
  document.addEventListener('click', () => hidden.size > 0 && requestAnimationFrame(lookAgain), listen);
  const sizes = new ResizeObserver(lookAgain);
  sizes.observe(document.documentElement);
  signal.addEventListener('abort', () => sizes.disconnect());

  return {
    isShown({ owner }) {
      const known = answers.get(owner) ?? owner.checkVisibility();
      answers.set(owner, known);
      if (!known) hidden.add(owner);
      return known;
    },
    forget() {
      answers = new WeakMap();
      hidden.clear();
    },
  };
}
