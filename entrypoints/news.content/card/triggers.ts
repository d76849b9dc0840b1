/**
 * What opens and closes the card: the resting pointer, the modifier key, click and tap, leaving, Esc.
 *
 * Nothing opens while a button is down, text is being selected or the page scrolls, and nothing is taken from the
 * page except an Esc that closes the card. Events that a script of the page has made up are not listened to.
 */
import type { CardTarget, Opening } from './seam.ts';

export interface TriggerHost {
  hitTest(x: number, y: number): CardTarget | undefined;
  /** Whether `hitTest` may find anything. */
  hasMarks(): boolean;
  /** The reader's own doing, and not a script's. */
  isTrusted(event: Event): boolean;
  settings(): { readonly trigger: 'hover' | 'click' | 'modifier'; readonly hoverDelay: number };
  /** The open card. `stays`: opened by click or key, touched or pinned, it waits for the reader to close it. */
  current(): { readonly target: CardTarget; readonly stays: boolean; readonly pinned: boolean } | undefined;
  isOwn(target: EventTarget | null): boolean;
  /** The point lies between the mention and the card. */
  isOnBridge(point: Point): boolean;
  open(target: CardTarget, how: Opening, point: Point): void;
  /** The open card stays from now on. */
  keep(): void;
  close(): void;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}

const CLOSE_AFTER_MS = 300;
/** A pointer that moves further than this (px) has not come to rest. */
const REST_RADIUS = 6;
const MODIFIER = 'Control';
const INTERACTIVE =
  'a[href], button, input, select, textarea, label, summary, video, audio, [contenteditable], [role="button"], [role="link"], [onclick]';

export function watchTriggers(host: TriggerHost, signal: AbortSignal): void {
  let point: Point | undefined;
  let frame = 0;
  let pressedInside = false;
  let restAt: Point | undefined;
  /** Where the text stands over which the pointer has come to rest. */
  let restOn: Node | undefined;
  let opening: ReturnType<typeof setTimeout> | undefined;
  let closing: ReturnType<typeof setTimeout> | undefined;

  const forgetOpening = () => {
    clearTimeout(opening);
    opening = undefined;
    restAt = undefined;
    restOn = undefined;
  };
  const stayOpen = () => {
    clearTimeout(closing);
    closing = undefined;
  };
  const closeSoon = () => {
    if (host.current()?.stays !== false) return;
    closing ??= setTimeout(() => {
      closing = undefined;
      host.close();
    }, CLOSE_AFTER_MS);
  };

  /** Looks what lies under the pointer, at most once a frame. */
  const look = (modifier: boolean) => {
    frame = 0;
    if (point === undefined || signal.aborted) return;
    const at = point;
    const target = host.hitTest(at.x, at.y);
    if (target !== undefined && isSameMention(target, host.current()?.target)) {
      forgetOpening();
      stayOpen();
      return;
    }
    const current = host.current();
    if (current !== undefined && host.isOnBridge(at)) stayOpen();
    else closeSoon();
    const { trigger, hoverDelay } = host.settings();
    const stays = current?.stays === true;
    if (target === undefined || stays || isSelected(target.range)) {
      forgetOpening();
      return;
    }
    if (trigger === 'modifier' && modifier) host.open(target, 'pointer', at);
    if (trigger !== 'hover') return;
    if (restAt !== undefined && Math.hypot(at.x - restAt.x, at.y - restAt.y) <= REST_RADIUS) return;
    forgetOpening();
    restAt = at;
    restOn = target.range.startContainer;
    opening = setTimeout(() => {
      forgetOpening();
      // The page may have changed under a resting pointer.
      const still = host.hitTest(at.x, at.y);
      if (still === undefined || host.current()?.stays === true) return;
      stayOpen();
      host.open(still, 'pointer', at);
    }, hoverDelay);
  };

  const onMove = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    // While a page scrolls beneath a pointer that rests, the browser reports moves to where it already is.
    if (point?.x === event.clientX && point.y === event.clientY) return;
    point = { x: event.clientX, y: event.clientY };
    if (host.isOwn(event.target)) {
      forgetOpening();
      stayOpen();
      return;
    }
    if (event.buttons !== 0) {
      forgetOpening();
      return;
    }
    // Each frame that is asked for costs the page one: home pages and lists have nothing to find.
    if (!host.hasMarks() && host.current() === undefined) return;
    const modifier = event.getModifierState(MODIFIER);
    if (frame === 0) frame = requestAnimationFrame(() => look(modifier));
  };

  /** Who selects text in the card may let go of the button beside it: that is no click outside. */
  const onPress = (event: PointerEvent) => {
    forgetOpening();
    pressedInside = host.isOwn(event.target);
    if (pressedInside) host.keep();
  };
  const onClick = (event: MouseEvent) => {
    if (event.button !== 0 || pressedInside || host.isOwn(event.target)) return;
    forgetOpening();
    const at = { x: event.clientX, y: event.clientY };
    const touch = (event as PointerEvent).pointerType === 'touch';
    const target = mayOpen(event, touch) ? host.hitTest(at.x, at.y) : undefined;
    const current = host.current();
    const isCurrent = target !== undefined && isSameMention(target, current?.target);
    if (target !== undefined && !isCurrent) {
      if (!isSelected(target.range)) host.open(target, 'press', at);
    } else if (isCurrent && current?.stays === false) host.keep();
    else if (isCurrent || current?.pinned === false) host.close();
  };
  const mayOpen = (event: MouseEvent, touch: boolean) =>
    !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) &&
    (touch || host.settings().trigger !== 'modifier') &&
    !(event.target instanceof Element && event.target.closest(INTERACTIVE) !== null) &&
    getSelection()?.isCollapsed !== false;

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && host.current() !== undefined && !event.isComposing) {
      event.preventDefault();
      event.stopImmediatePropagation();
      forgetOpening();
      host.close();
      return;
    }
    if (event.key === MODIFIER && !event.repeat && host.settings().trigger === 'modifier') look(true);
    else forgetOpening();
  };

  const ifTrusted =
    <E extends Event>(handle: (event: E) => void) =>
    (event: E) => {
      if (host.isTrusted(event)) handle(event);
    };
  const listen = { capture: true, passive: true, signal };
  document.addEventListener('pointermove', ifTrusted(onMove), listen);
  document.addEventListener('pointerdown', ifTrusted(onPress), listen);
  document.addEventListener('click', ifTrusted(onClick), listen);
  document.addEventListener(
    'scroll',
    ifTrusted(({ target }) => {
      // Tickers and carousels scroll by themselves all the time: only what moves the text away counts.
      if (restOn !== undefined && target instanceof Node && target.contains(restOn)) forgetOpening();
    }),
    listen,
  );
  document.documentElement.addEventListener(
    'pointerleave',
    ifTrusted(() => {
      point = undefined;
      forgetOpening();
      closeSoon();
    }),
    { passive: true, signal },
  );
  window.addEventListener('blur', ifTrusted(forgetOpening), { signal });
  window.addEventListener('keydown', ifTrusted(onKeyDown), { capture: true, signal });
  signal.addEventListener('abort', () => {
    forgetOpening();
    stayOpen();
    cancelAnimationFrame(frame);
  });
}

const isSameMention = (one: CardTarget, other: CardTarget | undefined): boolean =>
  other !== undefined &&
  one.range.startContainer === other.range.startContainer &&
  one.range.startOffset === other.range.startOffset &&
  one.range.endContainer === other.range.endContainer &&
  one.range.endOffset === other.range.endOffset;

/** The mention is part of what the reader has selected, perhaps to copy it. */
function isSelected(range: Range): boolean {
  const selection = getSelection();
  return selection !== null && !selection.isCollapsed && selection.containsNode(range.startContainer, true)
    ? selection.getRangeAt(0).comparePoint(range.startContainer, range.startOffset) === 0
    : false;
}
