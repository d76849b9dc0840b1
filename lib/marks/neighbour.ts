/** Next and previous mention, for reading by keyboard. */
import type { Mention } from './mention.ts';

/**
 * The mention after (`step` 1) or before (-1) the current one; without one, the first below the top of the window or
 * the last above it. Goes round at the ends. `undefined` where nothing is marked.
 */
export function neighbour(
  mentions: readonly Mention[],
  step: 1 | -1,
  current: Mention | undefined,
  isBelowTop: (mention: Mention) => boolean,
): Mention | undefined {
  const index =
    current === undefined
      ? -1
      : mentions.findIndex(
          ({ block, match }) => block.id === current.block.id && match.start === current.match.start,
        );
  if (index >= 0) return mentions[(index + step + mentions.length) % mentions.length];
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBelowTop(mentions[middle] as Mention)) high = middle;
    else low = middle + 1;
  }
  return step === 1 ? (mentions[low] ?? mentions[0]) : (mentions[low - 1] ?? mentions.at(-1));
}
