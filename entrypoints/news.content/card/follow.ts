/**
 * Keeps the card at its mention while page, window or card change.
 *
 * A look a frame while a card is open, and a write only when something moved: scrolling in any box, zoom, pictures
 * that arrive and animations are all seen, which no set of events would tell.
 */
import { anchorBox, type Box, intersects, type Place, placeCard, type Side } from './place.ts';

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

/** The uncovered box of an anchor where it stands now. */
export const boxOf = ({ range, line }: Anchor): Box | undefined =>
  anchorBox([...range.getClientRects()], line);

/**
 * Places `card` (with `scroller` in it) and follows. `onGone` is called once when the mention is scrolled away, its text
 * is removed, or the page has thrown the card out. Returns the end of it.
 */
export function followAnchor(
  card: HTMLElement,
  scroller: Element | null,
  anchor: Anchor,
  onGone: () => void,
): () => void {
  const clips = clippingElements(anchor.range.startContainer);
  let frame = 0;
  let side: Side | undefined;
  let wasSeen = false;
  let shown = '';
  const follow = () => {
    frame = requestAnimationFrame(follow);
    const view = visibleWindow();
    const box = boxOf(anchor);
    const boundaries = [view, ...clips.map((element) => element.getBoundingClientRect())];
    const isVisible = box !== undefined && boundaries.every((boundary) => intersects(box, boundary));
    wasSeen ||= isVisible;
    // A mention that is still being scrolled to is not one that was scrolled away.
    if (box === undefined || (wasSeen && !isVisible) || !card.isConnected) {
      cancelAnimationFrame(frame);
      onGone();
      return;
    }
    const place = placeCard(
      box,
      { width: card.offsetWidth, height: naturalHeight(card, scroller) },
      view,
      side,
    );
    side = place.side;
    const next = `${place.left} ${place.top} ${place.maxHeight}`;
    if (next !== shown) apply(card, place);
    shown = next;
  };
  follow();
  return () => cancelAnimationFrame(frame);
}

function apply(card: HTMLElement, { left, top, maxHeight, side }: Place): void {
  card.style.maxHeight = `${maxHeight}px`;
  card.style.left = `${left}px`;
  card.style.top = `${top}px`;
  card.dataset.side = side;
}

/** How high the card would be if nothing bounded it. */
const naturalHeight = (card: HTMLElement, scroller: Element | null): number =>
  card.offsetHeight + (scroller === null ? 0 : scroller.scrollHeight - scroller.clientHeight);

/** What the reader sees of the page; smaller than the layout viewport when zoomed in by touch. */
function visibleWindow(): Box {
  const { offsetLeft = 0, offsetTop = 0, width = innerWidth, height = innerHeight } = visualViewport ?? {};
  const right = Math.min(offsetLeft + width, document.documentElement.clientWidth || innerWidth);
  return { left: offsetLeft, top: offsetTop, right, bottom: offsetTop + height };
}

/** Boxes around the text that scroll or cut it; the window itself is not among them. */
function clippingElements(start: Node): Element[] {
  const found: Element[] = [];
  let node: Node | null = start.parentNode;
  while (node !== null && node !== document.body && node !== document.documentElement) {
    if (node instanceof Element && getComputedStyle(node).overflow !== 'visible') found.push(node);
    node = node instanceof ShadowRoot ? node.host : node.parentNode;
  }
  return found;
}
