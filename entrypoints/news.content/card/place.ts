/** Where the card stands: below or above the mention, never over its lines, inside the window. Pure. */

/** Edges in CSS px of the layout viewport, like `DOMRect`. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
export type Side = 'below' | 'above';

export interface Place {
  readonly side: Side;
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

/** Between mention and card, and between card and the window's edge. */
const GAP = 6;
const EDGE = 8;
/** With less room on its side the card changes sides rather than shrink further. */
const LEAST_HEIGHT = 160;
/** Of the window's height. */
const MOST_HEIGHT = 0.6;

/**
 * The box that must stay uncovered: as high as all the lines of a mention, as wide as the line the card starts at.
 * `undefined` where no text is drawn.
 */
export function anchorBox(lines: readonly Box[], line: number): Box | undefined {
  const drawn = lines.filter((box) => box.right > box.left && box.bottom > box.top);
  const chosen = lines[line];
  const start = chosen !== undefined && drawn.includes(chosen) ? chosen : drawn[0];
  if (start === undefined) return undefined;
  return {
    left: start.left,
    right: start.right,
    top: Math.min(...drawn.map(({ top }) => top)),
    bottom: Math.max(...drawn.map(({ bottom }) => bottom)),
  };
}

/**
 * Places a card of `width` that would like to be `height` high. The first time (`before` absent) the side with room
 * for all of it wins, below first; later it keeps its side as long as it can, so that it does not jump while the
 * reader unfolds a part or scrolls.
 */
export function placeCard(
  anchor: Box,
  { width, height }: { readonly width: number; readonly height: number },
  view: Box,
  before?: Side,
): Place {
  const most = Math.floor((view.bottom - view.top) * MOST_HEIGHT);
  const wanted = Math.min(height, most);
  const room = {
    below: Math.floor(view.bottom - EDGE - anchor.bottom - GAP),
    above: Math.floor(anchor.top - GAP - view.top - EDGE),
  };
  const needed = before === undefined ? wanted : Math.min(wanted, LEAST_HEIGHT);
  const first = before ?? 'below';
  const second = first === 'below' ? 'above' : 'below';
  const larger: Side = room.below >= room.above ? 'below' : 'above';
  const side = room[first] >= needed ? first : room[second] >= needed ? second : larger;
  const maxHeight = Math.max(0, Math.min(most, room[side]));
  const top = side === 'below' ? anchor.bottom + GAP : anchor.top - GAP - Math.min(wanted, maxHeight);
  const left = Math.max(view.left + EDGE, Math.min(anchor.left, view.right - EDGE - width));
  return { side, left: Math.round(left), top: Math.round(top), maxHeight };
}

/** Whether a point lies between mention and card: the pointer is on its way from one to the other. */
export function isBetween(
  { x, y }: { readonly x: number; readonly y: number },
  anchor: Box,
  card: Box,
): boolean {
  const inColumn = x >= Math.min(anchor.left, card.left) && x <= Math.max(anchor.right, card.right);
  return inColumn && y >= Math.min(anchor.bottom, card.bottom) && y <= Math.max(anchor.top, card.top);
}

export const intersects = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
