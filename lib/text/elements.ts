/**
 * What an element means for running text, by its name and attributes alone: asking for styles would cost layout.
 */

/**
 * `inline`: the run goes on inside. `block`: a run of its own. `cut`: not read, and the run ends. `skip`: not read, the
 * run goes on behind it. `break`: a line break.
 */
export type ElementKind = 'inline' | 'block' | 'cut' | 'skip' | 'break';

const names = (list: string, kind: ElementKind): [string, ElementKind][] =>
  list.split(' ').map((name) => [name, kind]);

const KINDS: ReadonlyMap<string, ElementKind> = new Map([
  ...names(
    'address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset ' +
      'figcaption figure form h1 h2 h3 h4 h5 h6 header hgroup legend li main menu ol p section summary table ' +
      'tbody td tfoot th thead tr ul founder-content founder-title founder-author',
    'block',
  ),
  // What is not prose, and what the reader writes in or steers with.
  ...names(
    'audio button canvas code embed footer frame hr iframe img input kbd math meter nav object optgroup option ' +
      'picture pre progress samp select svg textarea video',
    'cut',
  ),
  // Not seen, or beside the line: a term goes on behind them.
  ...names('base head link meta noscript param rp rt script source style template title track wbr', 'skip'),
  ['br', 'break'],
]);
const CUT_ROLES = /^(button|menu|menubar|navigation|search|searchbox|tablist|textbox|toolbar)$/i;

export function kindOf(element: Element): ElementKind {
  const kind = KINDS.get(element.localName) ?? 'inline';
  if (kind === 'cut' || kind === 'skip' || kind === 'break' || !element.hasAttributes()) return kind;
  if (element.hasAttribute('hidden')) return 'skip';
  const editable = element.getAttribute('contenteditable');
  if (editable !== null && editable.toLowerCase() !== 'false') return 'cut';
  const role = element.getAttribute('role');
  return role !== null && CUT_ROLES.test(role) ? 'cut' : kind;
}

/** The element whose run `node` belongs to: its nearest block, or `limit`. */
export function runOwner(node: Node, limit: Element): Element {
  let owner = node.nodeType === node.ELEMENT_NODE ? (node as Element) : node.parentElement;
  while (owner !== null && owner !== limit && kindOf(owner) !== 'block') owner = owner.parentElement;
  return owner ?? limit;
}

/** Whether `element`, or one between it and `limit`, is not read. */
export function isExcluded(
  element: Element,
  limit: Element,
  dropped: ReadonlySet<Element> | undefined,
): boolean {
  for (let each: Element | null = element; each !== null && each !== limit; each = each.parentElement) {
    const kind = kindOf(each);
    if ((kind !== 'inline' && kind !== 'block') || dropped?.has(each)) return true;
  }
  return false;
}
