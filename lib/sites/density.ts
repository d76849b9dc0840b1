/**
 * The article on an unknown site: the block that holds most running text outside links.
 *
 * A paragraph speaks for its parent, and more softly for its grandparent, so that one wrapper around each paragraph
 * does not split the article. Linear in the number of text nodes; reads only.
 */

/** A page whose densest block has less is a list or a home page. */
const LEAST_HAN = 60;
/** `NodeFilter.SHOW_TEXT`; the name is a global in browsers only. */
const SHOW_TEXT = 4;
const GRANDPARENT_SHARE = 0.6;
const PARAGRAPH = /^(P|LI|BLOCKQUOTE|TD|TH|DD|H[1-6])$/;
const INLINE =
  /^(A|ABBR|B|BIG|CITE|EM|FONT|I|INS|LABEL|MARK|Q|RUBY|S|SMALL|SPAN|STRONG|SUB|SUP|TIME|U|FOUNDER-[A-Z]+)$/;
const OUTSIDE =
  'a, script, style, noscript, template, nav, footer, form, textarea, select, button, code, pre, [contenteditable], [hidden]';

export function densestBlock(body: Element): Element | undefined {
  const scores = new Map<Element, number>();
  const add = (element: Element | null, score: number) => {
    if (element !== null) scores.set(element, (scores.get(element) ?? 0) + score);
  };
  const walker = body.ownerDocument.createTreeWalker(body, SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const han = (node as Text).data.match(/\p{Script=Han}/gu)?.length ?? 0;
    const parent = node.parentElement;
    if (han < 2 || parent === null || parent.closest(OUTSIDE) !== null) continue;
    const block = blockOf(parent, body);
    const container = PARAGRAPH.test(block.tagName) ? block.parentElement : block;
    add(container, han);
    add(container === body ? null : (container?.parentElement ?? null), han * GRANDPARENT_SHARE);
  }
  let best: [Element, number] | undefined;
  for (const entry of scores) if (best === undefined || entry[1] > best[1]) best = entry;
  return best !== undefined && best[1] >= LEAST_HAN ? best[0] : undefined;
}

function blockOf(element: Element, limit: Element): Element {
  let block = element;
  while (block !== limit && block.parentElement !== null && INLINE.test(block.tagName))
    block = block.parentElement;
  return block;
}
