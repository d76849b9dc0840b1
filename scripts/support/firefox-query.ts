/** Finds the parts of a page that a test describes. Runs inside the page, as source: it may use nothing around it. */

export type Pattern =
  | { readonly text: string; readonly exact: boolean }
  | { readonly source: string; readonly flags: string };
export type Step =
  | { readonly by: 'css'; readonly css: string }
  | { readonly by: 'role'; readonly role: string; readonly name?: Pattern | undefined }
  | { readonly by: 'label' | 'text' | 'hasText'; readonly pattern: Pattern }
  | { readonly by: 'nth'; readonly index: number };

export function findParts(steps: readonly Step[]): HTMLElement[] {
  const INPUT_ROLES: Readonly<Record<string, string>> = {
    checkbox: 'checkbox',
    radio: 'radio',
    search: 'searchbox',
    number: 'spinbutton',
    range: 'slider',
    button: 'button',
    submit: 'button',
    reset: 'button',
    file: '',
    hidden: '',
  };
  const ROLES: Readonly<Record<string, string>> = {
    A: 'link',
    ASIDE: 'complementary',
    BUTTON: 'button',
    DETAILS: 'group',
    DIALOG: 'dialog',
    FIELDSET: 'group',
    LI: 'listitem',
    MAIN: 'main',
    NAV: 'navigation',
    OL: 'list',
    OPTION: 'option',
    SELECT: 'combobox',
    TABLE: 'table',
    TEXTAREA: 'textbox',
    UL: 'list',
  };
  const NAMED_BY_CONTENT = /^(button|cell|checkbox|heading|link|listitem|option|radio|row|tab)$/;
  const flat = (text: string) => text.replace(/\s+/g, ' ').trim();
  const fits = (text: string, pattern: Pattern) => {
    if ('source' in pattern) return new RegExp(pattern.source, pattern.flags).test(flat(text));
    const [found, wanted] = [flat(text), flat(pattern.text)];
    return pattern.exact ? found === wanted : found.toLowerCase().includes(wanted.toLowerCase());
  };
  const roleOf = (element: Element): string => {
    const said = element.getAttribute('role');
    if (said !== null) return said;
    if (element instanceof HTMLInputElement) return INPUT_ROLES[element.type] ?? 'textbox';
    if (element instanceof HTMLAnchorElement && !element.hasAttribute('href')) return '';
    return ROLES[element.tagName] ?? (/^H[1-6]$/.test(element.tagName) ? 'heading' : '');
  };
  const isShown = (element: Element): boolean =>
    element.closest('[aria-hidden=true], [inert]') === null &&
    (element.closest('select') ?? element).checkVisibility({ visibilityProperty: true });
  const textIn = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (!(node instanceof Element)) return '';
    if (node.matches('[aria-hidden=true], script, style')) return '';
    const said = node.getAttribute('aria-label') ?? node.getAttribute('alt');
    if (said !== null) return said;
    if (node.matches('input, select, textarea')) return '';
    const text = [...node.childNodes].map(textIn).join('');
    return getComputedStyle(node).display.startsWith('inline') ? text : ` ${text} `;
  };
  /** The names of its labels, one each. */
  const labelsOf = (element: Element): string[] => {
    const ids = element.getAttribute('aria-labelledby');
    if (ids !== null)
      return [
        ids
          .split(/\s+/)
          .map((id) => document.getElementById(id))
          .map((each) => (each ? textIn(each) : ''))
          .join(' '),
      ];
    const said = element.getAttribute('aria-label');
    if (said !== null) return [said];
    const { labels } = element as HTMLInputElement;
    return labels ? [...labels].map(textIn) : [];
  };
  const nameOf = (element: Element): string => {
    const labels = labelsOf(element);
    if (labels.length > 0) return labels.join(' ');
    if (element instanceof HTMLFieldSetElement)
      return textIn(element.querySelector(':scope > legend') ?? new Text());
    if (NAMED_BY_CONTENT.test(roleOf(element)))
      return textIn(element) || (element.getAttribute('title') ?? '');
    return element.getAttribute('placeholder') ?? element.getAttribute('title') ?? '';
  };
  const inside = (within: ParentNode, step: Exclude<Step, { by: 'nth' | 'hasText' }>): Element[] => {
    if (step.by === 'css') return [...within.querySelectorAll(step.css)];
    const all = [...within.querySelectorAll('*')];
    if (step.by === 'role') {
      const { role, name } = step;
      return all.filter(
        (each) => roleOf(each) === role && isShown(each) && (name === undefined || fits(nameOf(each), name)),
      );
    }
    if (step.by === 'label')
      return all.filter((each) => labelsOf(each).some((text) => fits(text, step.pattern)));
    const says = (each: Element) =>
      !each.matches('script, style, head, head *') && fits(each.textContent, step.pattern);
    return all.filter((each) => says(each) && ![...each.children].some(says));
  };
  let found: ParentNode[] = [document];
  for (const step of steps) {
    if (step.by === 'nth') found = found.slice(step.index).slice(0, 1);
    else if (step.by === 'hasText')
      found = found.filter((each) => fits((each as Element).textContent, step.pattern));
    else found = [...new Set(found.flatMap((each) => inside(each, step)))];
  }
  return found as HTMLElement[];
}
