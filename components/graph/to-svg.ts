/** The drawn graph as a file that stands alone: styles are written out, what serves walking is left behind. */
const PROPERTIES = [
  'fill',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'font-family',
  'font-size',
  'font-weight',
];

export function graphToSvg(drawn: SVGSVGElement): string {
  const copy = drawn.cloneNode(true) as SVGSVGElement;
  const originals = [drawn, ...drawn.querySelectorAll<SVGElement>('*')];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>('*')];
  originals.forEach((element, index) => {
    const style = getComputedStyle(element);
    const target = copies[index];
    if (target === undefined) return;
    for (const name of ['class', 'style', 'role', 'tabindex', 'data-key', 'aria-label', 'aria-hidden'])
      target.removeAttribute(name);
    if (['rect', 'path', 'text'].includes(element.tagName))
      for (const property of PROPERTIES) target.setAttribute(property, style.getPropertyValue(property));
  });
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', getComputedStyle(document.body).backgroundColor);
  copy.prepend(paper);
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}`;
}
