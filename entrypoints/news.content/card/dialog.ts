/** The card's element: a non-modal dialog in the top layer, its focus and its place. Knows nothing of concepts. */
import { type ComponentChild, render } from 'preact';
import { type Anchor, boxOf, followAnchor } from './follow.ts';
import { createMover, type Mover } from './move.ts';
import type { OwnRootPlace } from './own-root.ts';
import { isBetween } from './place.ts';
import type { Point } from './triggers.ts';
import { HEADING_ID } from './view.tsx';

export interface Dialog {
  draw(content: ComponentChild): void;
  /** Shows it at `anchor`, or where it stands when there is none (pinned). `onGone`: the anchor left the window. */
  show(anchor: Anchor | undefined, onGone: () => void): void;
  /** Hides it; the focus goes back to where `takeFocus` took it from. */
  hide(): void;
  isShown(): boolean;
  takeFocus(): void;
  hasFocus(): boolean;
  scrollToTop(): void;
  /** Scrolls the card, not the page, so that a part that was just unfolded can be seen. */
  reveal(section: Element | null): void;
  find(selector: string): Element | null;
  /** For the grip of a pinned card. */
  readonly mover: Mover;
  setTheme(theme: 'auto' | 'light' | 'dark'): void;
  isOwn(target: EventTarget | null): boolean;
  /** `point` lies between the anchor and the card. */
  isOnBridge(point: Point): boolean;
}

export function createDialog(own: OwnRootPlace, signal: AbortSignal): Dialog {
  let element: HTMLElement | undefined;
  let anchored: Anchor | undefined;
  let unfollow = () => {};
  let focusBefore: Element | null = null;

  const made = (): HTMLElement => {
    const { shadow } = own.made();
    if (element === undefined) {
      element = document.createElement('div');
      element.className = 'host';
      element.popover = 'manual';
      element.role = 'dialog';
      element.tabIndex = -1;
      element.setAttribute('aria-labelledby', HEADING_ID);
      element.addEventListener('keydown', (event) => {
        const view = scroller();
        if (view !== null && scrollByKey(event, view)) event.preventDefault();
      });
      letSelect(element, isOwn, signal);
      shadow.append(element);
    }
    return element;
  };
  const mover = createMover(() => made());
  const isShown = () => element?.matches(':popover-open') === true;
  const isPinned = () => anchored === undefined && isShown();
  window.addEventListener('resize', () => isPinned() && mover.keepInside(), { passive: true, signal });
  // The page opened a dialog over the card, or closed the one it stands in.
  document.addEventListener(
    'toggle',
    ({ target }) => target instanceof HTMLDialogElement && isShown() && own.settle(),
    { capture: true, signal },
  );
  const scroller = () => element?.querySelector('.scroll') ?? null;
  /** Our root, where it has been made already; the page may have thrown it out, and it is not put back for a look. */
  const madeRoot = () => element?.getRootNode() as ShadowRoot | undefined;
  const isOwn = (target: EventTarget | null) => target !== null && target === madeRoot()?.host;
  const hasFocus = () => (madeRoot()?.activeElement ?? null) !== null;

  return {
    mover,
    draw: (content) => render(content, made()),
    show(anchor, onGone) {
      const card = made();
      own.settle();
      if (!isShown()) card.showPopover();
      unfollow();
      anchored = anchor;
      unfollow = anchor === undefined ? () => {} : followAnchor(card, scroller(), anchor, onGone);
    },
    hide() {
      if (element === undefined) return;
      const returnFocus = hasFocus();
      unfollow();
      unfollow = () => {};
      element.hidePopover();
      render(null, element);
      if (returnFocus && focusBefore instanceof HTMLElement) focusBefore.focus({ preventScroll: true });
      focusBefore = null;
      own.leave();
    },
    takeFocus() {
      const { activeElement: active } = document;
      // A pressed button goes with the old content and leaves the focus to the body: that is not where it came from.
      if (!hasFocus() && (focusBefore === null || active !== document.body)) focusBefore = active;
      made().focus({ preventScroll: true });
    },
    isShown,
    hasFocus,
    scrollToTop: () => scroller()?.scrollTo(0, 0),
    reveal(section) {
      const view = scroller();
      if (view === null || section === null) return;
      const hidden = section.getBoundingClientRect().bottom - view.getBoundingClientRect().bottom;
      const room = section.getBoundingClientRect().top - view.getBoundingClientRect().top;
      if (hidden > 0) view.scrollBy(0, Math.min(hidden + 8, room - 8));
    },
    find: (selector) => element?.querySelector(selector) ?? null,
    setTheme(theme) {
      const { host } = own.made();
      if (theme === 'auto') delete host.dataset.theme;
      else host.dataset.theme = theme;
    },
    isOwn,
    isOnBridge(point) {
      const from = anchored && boxOf(anchored);
      return (
        element !== undefined && from !== undefined && isBetween(point, from, element.getBoundingClientRect())
      );
    },
  };
}

/** The reader may select text by dragging or a double click; it stays selectable until the next press beside the card. */
function letSelect(
  card: HTMLElement,
  isOwn: (target: EventTarget | null) => boolean,
  signal: AbortSignal,
): void {
  const begin = () => {
    card.dataset.selecting = '';
  };
  const end = () => {
    delete card.dataset.selecting;
  };
  card.addEventListener('dblclick', begin);
  card.addEventListener('pointerdown', (from) => {
    begin();
    const settle = (to: PointerEvent) => {
      if (Math.hypot(to.clientX - from.clientX, to.clientY - from.clientY) < LEAST_DRAG) end();
    };
    window.addEventListener('pointerup', settle, { capture: true, once: true, signal });
  });
  window.addEventListener('pointerdown', ({ target }) => !isOwn(target) && end(), { capture: true, signal });
}

/**
 * The focus stands on the dialog or on a control, never on the text: the keys that scroll a page would scroll the
 * article behind the card. @returns whether the key was one of them.
 */
function scrollByKey({ key, altKey, ctrlKey, metaKey, target }: KeyboardEvent, view: Element): boolean {
  if (altKey || ctrlKey || metaKey || target instanceof HTMLTextAreaElement) return false;
  const page = view.clientHeight - LINE;
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: LINE,
    ArrowUp: -LINE,
    PageDown: page,
    PageUp: -page,
    Home: -view.scrollHeight,
    End: view.scrollHeight,
  };
  const by = steps[key];
  if (by !== undefined) view.scrollBy(0, by);
  return by !== undefined;
}

/** CSS px. */
const LINE = 48;
const LEAST_DRAG = 4;
