/**
 * Which mention is under a point. `caretPositionFromPoint` and an index of our own take some 30 µs; asking the
 * registry (`highlightsFromPoint`) takes a hundred times as long.
 */
import type { BlockList } from '../text/block-list.ts';
import type { Mention } from './mention.ts';
import { liveRange } from './ranges.ts';

/** A caret snaps to the nearest letter of the line; a pointer farther away is not over it. In CSS px. */
const SLACK = 2;

export function mentionAt(
  x: number,
  y: number,
  list: BlockList,
  markedIn: (blockId: number) => readonly Mention[],
  shadowRoots: ShadowRoot[] = [],
): Mention | undefined {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots });
  const place = caret === null ? undefined : list.at(caret.offsetNode);
  if (caret === null || place === undefined) return undefined;
  const offset = place.piece.start + caret.offset;
  // The caret stands before the letter or behind it, whichever is nearer.
  return markedIn(place.block.id).find(
    (mention) => mention.match.start <= offset && offset <= mention.match.end && covers(mention, x, y),
  );
}

function covers({ block, match }: Mention, x: number, y: number): boolean {
  const boxes = liveRange(block, match.start, match.end)?.getClientRects() ?? [];
  return [...boxes].some(
    (box) => x >= box.left && x < box.right && y >= box.top - SLACK && y < box.bottom + SLACK,
  );
}
