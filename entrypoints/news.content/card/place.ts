/** Where the card stands: below or above the mention, never over its lines, inside the window, with it as it moves. */
import {
  autoUpdate,
  computePosition,
  flip,
  hide,
  offset,
  type Placement,
  shift,
  size,
} from '@floating-ui/dom';

/** CSS px between mention and card, and between card and the window's edge. */
const GAP = 6;
const EDGE = 8;
/** Below this height on its side the card changes sides rather than shrink further. */
const LEAST_HEIGHT = 160;
/** Of the window's height. */
const MOST_HEIGHT = 0.6;

export interface Anchor {
  readonly range: Range;
  /** Which of the mention's rectangles (one a line) the pointer was on: the card starts at its left. */
  readonly line: number;
}

/** The line of `range` under a point, or the first. */
export function lineAt(range: Range, x: number, y: number): number {
  const found = [...range.getClientRects()].findIndex(
    ({ left, right, top, bottom }) => x >= left - 1 && x <= right + 1 && y >= top - 1 && y <= bottom + 1,
  );
  return Math.max(0, found);
}

/**
 * The box that must stay uncovered: as high as all the mention's lines, as wide as the chosen one.
 * `undefined` where the text is no longer drawn.
 */
export function anchorBox(rects: readonly DOMRect[], line: number): DOMRect | undefined {
  const drawn = rects.filter(({ width, height }) => width > 0 && height > 0);
  const chosen = rects[line];
  const start = chosen !== undefined && drawn.includes(chosen) ? chosen : drawn[0];
  if (start === undefined) return undefined;
  const top = Math.min(...drawn.map((rect) => rect.top));
  const bottom = Math.max(...drawn.map((rect) => rect.bottom));
  return new DOMRect(start.x, top, start.width, bottom - top);
}

/** Whether a point lies between the mention and the card: the pointer is on its way from one to the other. */
export function isBetween({ x, y }: { x: number; y: number }, anchor: Anchor, card: DOMRect): boolean {
  const from = anchorBox([...anchor.range.getClientRects()], anchor.line);
  if (from === undefined) return false;
  const inColumn = x >= Math.min(from.left, card.left) && x <= Math.max(from.right, card.right);
  return inColumn && y >= Math.min(from.bottom, card.bottom) && y <= Math.max(from.top, card.top);
}

/**
 * Places `card` at the anchor and keeps it there while page, window or card change. `onGone` is called when the
 * mention is scrolled away or its text is removed. Returns the end of it.
 */
export function followAnchor(card: HTMLElement, anchor: Anchor, onGone: () => void): () => void {
  let side: Placement | undefined;
  let ended = false;
  const box = () => anchorBox([...anchor.range.getClientRects()], anchor.line);
  const container = anchor.range.startContainer;
  const contextElement = container instanceof Element ? container : container.parentElement;
  if (contextElement === null) return () => {};
  const reference = { getBoundingClientRect: () => box() ?? new DOMRect(), contextElement };
  const update = async () => {
    if (box() === undefined) return onGone();
    const { x, y, placement, middlewareData } = await computePosition(reference, card, {
      strategy: 'fixed',
      placement: side ?? 'bottom-start',
      // The first time the side with room for the whole card wins; later it keeps its side as long as it can, so
      // that it does not jump while the reader unfolds a part or scrolls.
      middleware:
        side === undefined
          ? [offset(GAP), flip(FLIP), shift({ padding: EDGE }), size(fit(card)), hide()]
          : [offset(GAP), size(fit(card)), flip(FLIP), shift({ padding: EDGE }), hide()],
    });
    if (ended) return undefined;
    if (middlewareData.hide?.referenceHidden === true) return onGone();
    side = placement;
    card.style.left = `${Math.round(x)}px`;
    card.style.top = `${Math.round(y)}px`;
    card.dataset.side = placement.startsWith('top') ? 'above' : 'below';
    return undefined;
  };
  const stop = autoUpdate(reference, card, () => void update());
  return () => {
    ended = true;
    stop();
  };
}

const FLIP = {
  padding: EDGE,
  crossAxis: false,
  fallbackPlacements: ['top-start', 'bottom-start'],
} satisfies Parameters<typeof flip>[0];

const fit = (card: HTMLElement): Parameters<typeof size>[0] => ({
  padding: EDGE,
  apply({ availableHeight }) {
    const most = Math.floor(window.innerHeight * MOST_HEIGHT);
    card.style.maxHeight = `${Math.min(most, Math.max(LEAST_HEIGHT, Math.floor(availableHeight)))}px`;
  },
});
