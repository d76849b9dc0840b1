/** Texts that try to be more than text, and how one sees that they did not succeed. */
import type { Screen } from '../../../scripts/support/screen.ts';

export const MARKUP = `"'><script>hacked=1</script><img src=x onerror="hacked=1"><iframe srcdoc="<script>parent.hacked=1</script>">`;
const TRICKS = `\u202e\u2066\u200b\u200d\ufeff<a href="javascript:hacked=1">${'连'.repeat(40)}&lt;b&gt;\${hacked=1}{{hacked=1}}`;
export const evil = (name: string) => `${name}${MARKUP}${TRICKS}`;
/** As long as an entry may be, without a place to break the line. */
export const LONG = evil('长').padEnd(19_999, 'x');
export const short = (name: string) => evil(name).slice(0, 199);

/** What is wrong in a root: something of the text became an element, ran, leads elsewhere, or broke the layout. */
export function faultsIn(root: ParentNode = document): string[] {
  const faults: string[] = [];
  if ('hacked' in globalThis) faults.push('a script ran');
  for (const element of root.querySelectorAll(
    'script:not([src]), iframe, img, object, embed, base, meta[http-equiv]',
  ))
    faults.push(element.outerHTML.slice(0, 200));
  for (const element of root.querySelectorAll('*'))
    for (const name of element.getAttributeNames())
      if (/^on/.test(name)) faults.push(`${element.localName} ${name}`);
  for (const link of root.querySelectorAll<HTMLAnchorElement>('a[href]')) {
    const isOutside = !link.href.startsWith(location.origin) || !/-extension:/.test(location.protocol);
    if (!/^(https?|(chrome|moz)-extension):$/.test(link.protocol))
      faults.push(`leads to ${link.href.slice(0, 80)}`);
    if (isOutside && (link.rel !== 'noopener noreferrer' || link.target !== '_blank'))
      faults.push(`opens ${link.href.slice(0, 80)} with rel ${link.rel}`);
  }
  const { scrollWidth, clientWidth } = document.documentElement;
  const wide = [...root.querySelectorAll('*')].filter(
    (element) => element.getBoundingClientRect().right > clientWidth + 1,
  );
  if (scrollWidth > clientWidth)
    faults.push(`too wide: ${wide.map(({ localName, className }) => `${localName}.${className}`).join(' ')}`);
  return faults;
}
export const faultsOf = (page: Screen) => page.evaluate<string[]>(`(${faultsIn})()`);
