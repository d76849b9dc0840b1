/**
 * Keeps the focus in a list when the item that has it goes, or only the button that was pressed: the browser would lose
 * it, and whoever goes by keyboard would begin at the top of the page again.
 */

interface Held {
  readonly control: HTMLElement;
  readonly item: HTMLElement;
  readonly list: HTMLElement;
  /** Of the item in its list. */
  readonly index: number;
  /** What the list stands in, the nearest first: it may go with its last item. */
  readonly around: readonly HTMLElement[];
}

const CONTROLS = 'a[href], button:not([hidden]), input, select, textarea';
// The rows of a long list come and go while it is scrolled.
const LISTS = ':is(ul, ol):not(.virtual-list *)';

/**
 * Where the focus was lost with what had it, it goes to the item that stands there now, or to the one before; where
 * none is left, to the heading over the list. What leads it elsewhere at once, goes before.
 */
export function keepFocus(root: HTMLElement): void {
  let held: Held | undefined;
  root.addEventListener('focusin', ({ target }) => {
    held = heldBy(target as HTMLElement);
  });
  root.addEventListener('focusout', ({ target }) => {
    queueMicrotask(() => {
      // Left for nothing, by a click beside all controls: then it is not missed.
      if (held?.control === target && held.control.isConnected && document.hasFocus()) held = undefined;
    });
  });
  new MutationObserver(() => {
    if (held === undefined || held.control.isConnected) return;
    const { around } = held;
    const isLost = document.activeElement === document.body;
    const next = isLost ? placeAfter(held) : undefined;
    // Where there is no place yet, what is being read brings one.
    if (isLost && next === undefined && around.some(({ isConnected }) => isConnected)) return;
    held = undefined;
    next?.focus({ preventScroll: next.tabIndex < 0 });
  }).observe(root, { childList: true, subtree: true });
}

function heldBy(control: HTMLElement): Held | undefined {
  const list = control.closest<HTMLElement>(LISTS);
  const item = control.closest<HTMLElement>('li');
  if (list === null || item === null) return undefined;
  const around: HTMLElement[] = [];
  for (let at = list.parentElement; at !== null; at = at.parentElement)
    if (at.matches('section, .sheet')) around.push(at);
  return { control, item, list, index: [...list.children].indexOf(item), around };
}

function placeAfter({ control, item, list, index, around }: Held): HTMLElement | undefined {
  const items = list.isConnected ? [...list.children] : [];
  const at = item.isConnected ? items.indexOf(item) : index;
  const [next] = [...items.slice(at), ...items.slice(0, at).reverse()].flatMap((each) =>
    controlIn(each, control),
  );
  if (next !== undefined) return next;
  const heading = around.find(({ isConnected }) => isConnected)?.querySelector<HTMLElement>('h1, h2, h3');
  if (!heading) return undefined;
  heading.tabIndex = -1;
  return heading;
}

/** One like the one that went, if there is one: whoever removes many goes on with the same key. */
function controlIn(item: Element, { tagName, className }: HTMLElement): HTMLElement[] {
  const controls = [...item.querySelectorAll<HTMLElement>(CONTROLS)];
  const alike = controls.find((other) => other.tagName === tagName && other.className === className);
  return (alike ? [alike] : controls).slice(0, 1);
}
