/**
 * The one element we add to a page, and the closed shadow root in it.
 *
 * It is made when first needed, under `documentElement` and not in `<body>`, which frameworks own. `all: initial`
 * cuts inheritance from the page; inline `!important` is out of reach of the page's rules. Only while a card is open
 * above a modal dialog of the page does it stand in that dialog: what is outside, the browser lets nobody press.
 */
import cardCss from '../../../components/concept-card.css?inline';
import tokensCss from '../../../components/tokens.css?inline';
import hostCss from './card-host.css?inline';

export interface OwnRoot {
  readonly host: HTMLElement;
  readonly shadow: ShadowRoot;
}

export interface OwnRootPlace {
  /** Makes it when first called; puts the host back if the page threw it out. */
  made(): OwnRoot;
  /** Moves the host into the page's modal dialog on top, where there is one; above it in any case. */
  settle(): void;
  /** Back beside `<body>`. */
  leave(): void;
}

export function createOwnRoot(signal: AbortSignal): OwnRootPlace {
  let own: OwnRoot | undefined;
  signal.addEventListener('abort', () => own?.host.remove());
  const made = (): OwnRoot => {
    own ??= make();
    if (!own.host.isConnected && !signal.aborted) document.documentElement.append(own.host);
    // A page that zooms its root element would zoom us, and every position we write, with it.
    const { parentElement: around } = own.host;
    own.host.style.setProperty('zoom', `${1 / (around?.currentCSSZoom ?? 1)}`, 'important');
    return own;
  };
  /** Moving an element takes its popovers off the screen, and the focus out of them. */
  const moveTo = ({ host, shadow }: OwnRoot, home: Element): void => {
    if (host.parentElement === home || signal.aborted) return;
    const shown = [...shadow.querySelectorAll<HTMLElement>(':popover-open')];
    const focused = shadow.activeElement;
    home.append(host);
    for (const each of shown) each.showPopover();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
    made();
  };
  return {
    made,
    settle: () => moveTo(made(), topModal() ?? document.documentElement),
    leave() {
      // Where the page has thrown it out it is put back when it is needed again.
      if (own?.host.isConnected === true) moveTo(own, document.documentElement);
    },
  };
}

function topModal(): Element | undefined {
  const modals = [...document.querySelectorAll('dialog:modal')];
  // Of several that are open, the one that can be hit is on top: the others are as dead as the page.
  const isHit = (modal: Element) => {
    const { left, top, width, height } = modal.getBoundingClientRect();
    return modal.contains(document.elementFromPoint(left + width / 2, top + height / 2));
  };
  return modals.length < 2 ? modals[0] : (modals.find(isHit) ?? modals.at(-1));
}

/**
 * On a page of ours, whose policy forbids inline styles, as a constructed sheet; on others as an element, since not
 * every browser takes a content script's sheets.
 */
export function addStyles(root: ShadowRoot, css: string): void {
  if (isOwnPage()) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets.push(sheet);
    return;
  }
  const style = document.createElement('style');
  style.textContent = css;
  root.append(style);
}

const isOwnPage = () => location.protocol.endsWith('-extension:');

/** `style.css` of the content script says that it is there; `visibility` of the host itself is out of its reach. */
const GONE_WITH_THE_SHEET = '.host, .boxes, .notice { visibility: var(--cezhu-here, hidden); }';

function make(): OwnRoot {
  const host = document.createElement('cezhu-root');
  host.style.cssText =
    // `all` leaves out the direction.
    'all: initial !important; direction: ltr !important; position: fixed !important; ' +
    'inset: 0 auto auto 0 !important; z-index: 2147483647 !important;';
  const shadow = host.attachShadow({ mode: 'closed' });
  addStyles(shadow, tokensCss + cardCss + hostCss);
  if (import.meta.env.FIREFOX && !isOwnPage()) addStyles(shadow, GONE_WITH_THE_SHEET);
  // What happens in the card is no business of the page's own listeners (shortcuts, “click outside”).
  for (const type of PRIVATE_EVENTS)
    host.addEventListener(type, (event) => event.stopPropagation(), { passive: true });
  return { host, shadow };
}

const PRIVATE_EVENTS = [
  'click',
  'auxclick',
  'dblclick',
  'contextmenu',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'touchstart',
  'touchend',
  'keydown',
  'keypress',
  'keyup',
  'focusin',
  'focusout',
] as const;
