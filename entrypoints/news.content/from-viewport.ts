/** What the reader sees is asked about first. */
import type { PageBlock } from '../../lib/text/collect.ts';

/**
 * The same blocks, from the one at the top of the window on: a reader who comes back to the middle of a long page sees
 * its marks first. Asks for the layout of a few blocks, and only where the page is long and scrolled.
 */
export function fromViewport(blocks: readonly PageBlock[]): readonly PageBlock[] {
  if (window.scrollY === 0) return blocks;
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((blocks[middle] as PageBlock).owner.getBoundingClientRect().bottom < 0) low = middle + 1;
    else high = middle;
  }
  return [...blocks.slice(low), ...blocks.slice(0, low)];
}

/** Browsers draw no frames of tabs in the background. */
const LONGEST_FRAME_MS = 250;

/** Resolves when the page has been laid out and painted. */
export const afterFrame = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, LONGEST_FRAME_MS);
    requestAnimationFrame(() => setTimeout(resolve));
  });
