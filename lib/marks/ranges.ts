/** From offsets in a block to ranges of the page. The page's DOM is read, never changed. */
import type { PageBlock, TextPiece } from '../text/collect.ts';

/**
 * Static ranges over `start`–`end` of the block's text: one, or several where something that is not part of the term
 * stands inside it. Live ranges would be moved by the browser at every change of the page, which slows the page down.
 */
export function staticRanges(block: PageBlock, start: number, end: number): StaticRange[] {
  return stretches(block, start, end).map(
    ([first, last]) =>
      new StaticRange({
        startContainer: first.node,
        startOffset: Math.max(0, start - first.start),
        endContainer: last.node,
        endOffset: Math.min(last.end, end) - last.start,
      }),
  );
}

/** One live range over all of it: for rectangles and scrolling. `undefined` once the page has changed beneath it. */
export function liveRange(block: PageBlock, start: number, end: number): Range | undefined {
  const all = stretches(block, start, end);
  const first = all[0]?.[0];
  const last = all.at(-1)?.[1];
  if (first === undefined || last === undefined) return undefined;
  const [from, to] = [Math.max(0, start - first.start), Math.min(last.end, end) - last.start];
  if (!first.node.isConnected || !last.node.isConnected) return undefined;
  if (from > first.node.length || to > last.node.length) return undefined;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, from);
  range.setEnd(last.node, to);
  return range;
}

/** First and last piece of each stretch that can be painted in one. */
function stretches({ pieces }: PageBlock, start: number, end: number): [TextPiece, TextPiece][] {
  const found: [TextPiece, TextPiece][] = [];
  for (let index = pieceAt(pieces, start); index < pieces.length; index += 1) {
    const piece = pieces[index] as TextPiece;
    if (piece.start >= end) break;
    const open = found.at(-1);
    if (open === undefined || piece.apart) found.push([piece, piece]);
    else open[1] = piece;
  }
  return found;
}

/** The first piece that ends behind `offset`. */
function pieceAt(pieces: readonly TextPiece[], offset: number): number {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle] as TextPiece).end <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
