/**
 * Boxes over mentions, drawn in our own closed root: the page must not learn which term is open or being studied, so
 * neither stands in the highlight registry.
 */
import boxesCss from './boxes.css?inline';
import { addStyles } from './card/own-root.ts';

export interface BoxedRange {
  readonly range: Range;
  readonly kind: 'current' | 'learning';
}

export interface Boxes {
  /** Shows exactly these. */
  show(ranges: readonly BoxedRange[]): void;
}

/** @param root makes the closed root when first called; it is not called while there is nothing to show. */
export function createBoxes(root: () => ShadowRoot, signal: AbortSignal): Boxes {
  let layer: HTMLElement | undefined;
  let shown: readonly BoxedRange[] = [];
  let frame = 0;

  const draw = () => {
    frame = 0;
    if (shown.length === 0 && layer === undefined) return;
    // Asked for each time: the page may have thrown our element out.
    const shadow = shown.length > 0 ? root() : undefined;
    if (shadow !== undefined) layer ??= makeLayer(shadow);
    // While a card stands in a dialog of the page, the text beneath that dialog has no boxes; and a dialog that is
    // transformed is what our positions count from.
    const home = shadow?.host.parentElement;
    const origin = layer?.getBoundingClientRect() ?? new DOMRect();
    const boxes = shown
      .filter(
        ({ range }) => home === document.documentElement || home?.contains(range.startContainer) === true,
      )
      .flatMap(({ range, kind }) =>
        [...range.getClientRects()]
          .filter(({ bottom, top }) => bottom > 0 && top < innerHeight)
          .map((rect) => boxOf(rect, kind, origin)),
      );
    layer?.replaceChildren(...boxes);
  };
  const drawSoon = () => {
    if (shown.length > 0 && frame === 0) frame = requestAnimationFrame(draw);
  };
  document.addEventListener('scroll', drawSoon, { capture: true, passive: true, signal });
  window.addEventListener('resize', drawSoon, { passive: true, signal });
  signal.addEventListener('abort', () => cancelAnimationFrame(frame));
  return {
    show(ranges) {
      // A frame that is asked for costs the page one, also where nothing is drawn in it.
      const isNone = ranges.length === 0 && shown.length === 0;
      shown = ranges;
      if (!isNone && frame === 0) frame = requestAnimationFrame(draw);
    },
  };
}

function makeLayer(root: ShadowRoot): HTMLElement {
  addStyles(root, boxesCss);
  const layer = document.createElement('div');
  layer.className = 'boxes';
  layer.setAttribute('aria-hidden', 'true');
  root.append(layer);
  return layer;
}

function boxOf(rect: DOMRect, kind: BoxedRange['kind'], origin: DOMRect): HTMLElement {
  const box = document.createElement('i');
  box.className = kind;
  box.style.cssText = `left:${rect.left - origin.left}px;top:${rect.top - origin.top}px;width:${rect.width}px;height:${rect.height + 3}px`;
  return box;
}
