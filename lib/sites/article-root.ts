/**
 * Where the article is: the site's own rule, then the marks that publishing systems leave, then density.
 *
 * Reads the DOM and changes nothing. `undefined` means that the page is a list or a home page, where nothing is
 * marked unless the reader asks for the whole page.
 */
import { densestBlock } from './density.ts';
import { ruleFor } from './rules.ts';

export interface Article {
  readonly body: Element;
  /** The headline, where it stands outside the body. */
  readonly title?: Element | undefined;
  /** Selector of parts inside the body that are not the article; may be empty. */
  readonly drop: string;
  readonly found: 'rule' | 'markers' | 'known' | 'zoom' | 'density';
}

/** Containers of publishing systems that many sites share, surest first. */
const KNOWN = [
  'founder-content',
  '#UCAP-CONTENT, .trs_editor_view, .TRS_UEDITOR, .TRS_Editor',
  '.rm_txt_con, #rwb_zw, #detailContent, #detail, #p-detail, .left_zw, #contentMain, #content_area, div.artCon, ' +
    '#articleText, #detail_content, #js_content',
];
/** Names that also wrap lists and whole pages: they count only with an article's amount of text. */
const ZOOM = '#zoom, #Zoom, #ozoom, #articleContent, #fontzoom';
const DROP = '.editor, .zebian, #articleEdit, .relatedNews, .related, .share, .copyright';
const TITLES =
  'h1, #ti, #articleTitle, .main-article-alltitle, .main-article-title, .con-title, .artTitle, .h-title';
const LIST_PAGE = /^\/$|\/node_\d+|\/nbs\.|\/col\/?col\d+\/index|\/paperindex\./;
const LEAST_PARAGRAPHS = 2;
const LEAST_HAN = 200;
const LEAST_IN_TITLE = 4;

export function findArticle(
  document: Document,
  address: { hostname: string; pathname: string },
): Article | undefined {
  const rule = ruleFor(address.hostname);
  const drop = rule?.drop === undefined ? DROP : `${DROP}, ${rule.drop}`;
  const isList = LIST_PAGE.test(address.pathname);
  const article = (body: Element, found: Article['found']): Article => ({
    body,
    title: findTitle(document, body, rule?.title),
    drop,
    found,
  });

  for (const selector of rule?.body ?? []) {
    const body = fullest(document, selector, isList);
    if (body !== undefined) return article(body, 'rule');
  }
  const between = betweenMarkers(document);
  if (between !== undefined && hasText(between, isList)) return article(between, 'markers');
  for (const selector of KNOWN) {
    const body = fullest(document, selector, isList);
    if (body !== undefined) return article(body, 'known');
  }
  const zoom = fullest(document, ZOOM, true);
  if (zoom !== undefined) return article(zoom, 'zoom');
  const dense = isList ? undefined : densestBlock(document.body);
  return dense === undefined ? undefined : article(dense, 'density');
}

/** Of the elements that fit the one with the most text: class names such as `.text` are used more than once. */
function fullest(document: Document, selector: string, asArticle: boolean): Element | undefined {
  let best: Element | undefined;
  let most = -1;
  for (const element of document.querySelectorAll(selector)) {
    const text = element.textContent;
    if (text.length <= most || !hasText(element, asArticle || element.matches(ZOOM), text)) continue;
    best = element;
    most = text.length;
  }
  return best;
}

/** Some text at all; `asArticle` asks for paragraphs, or for more text outside links than a list of titles has. */
function hasText(element: Element, asArticle: boolean, text = element.textContent): boolean {
  // As in `hasHan`.
  if (!/[\u4e00-\u9fff]{2}/.test(text) && !/\p{Script=Han}{2}/u.test(text)) return false;
  if (!asArticle) return true;
  let paragraphs = 0;
  for (const p of element.querySelectorAll('p')) {
    if (p.textContent.trim().length > 15 && p.querySelector('a') === null) paragraphs += 1;
    if (paragraphs === LEAST_PARAGRAPHS) return true;
  }
  let linked = 0;
  for (const link of element.querySelectorAll('a, script, style')) linked += countHan(link.textContent);
  return countHan(text) - linked >= LEAST_HAN;
}

/** Asks for the common characters first: classes of Unicode take the browser a while to prepare. */
const hasHan = (text: string, least: number): boolean =>
  (text.match(/[\u4e00-\u9fff]/g)?.length ?? 0) >= least || countHan(text) >= least;

const countHan = (text: string): number => text.match(/\p{Script=Han}/gu)?.length ?? 0;

/** Government sites frame the body by two `meta` elements. */
function betweenMarkers(document: Document): Element | undefined {
  const start = document.body?.querySelector('meta[name="ContentStart" i]');
  const end = document.body?.querySelector('meta[name="ContentEnd" i]');
  const parent = start?.parentElement;
  return end && parent?.contains(end) ? parent : undefined;
}

/** The last shown headline before the body: pages carry hidden copies for other screens, and a logo as `h1`. */
function findTitle(document: Document, body: Element, selector?: string): Element | undefined {
  const before = (element: Element) =>
    (element.compareDocumentPosition(body) & element.DOCUMENT_POSITION_FOLLOWING) !== 0 &&
    !element.contains(body) &&
    element.closest('nav, a') === null &&
    hasHan(element.textContent, LEAST_IN_TITLE) &&
    isShown(element);
  const candidates = (list: string) =>
    [...document.querySelectorAll(list)].filter(
      (element) => element.parentElement?.closest(list) === null && before(element),
    );
  return (selector === undefined ? undefined : candidates(selector).at(-1)) ?? candidates(TITLES).at(-1);
}

function isShown(element: Element): boolean {
  // A file that was parsed has no layout to ask for, nor is there any outside browsers.
  return element.ownerDocument.defaultView !== null && 'checkVisibility' in element
    ? element.checkVisibility()
    : (element as Element).closest('[hidden]') === null;
}
