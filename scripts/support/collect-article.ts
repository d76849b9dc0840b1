/** The article of a saved page, collected as the content script collects it. */
import { JSDOM, VirtualConsole } from 'jsdom';
import { findArticle } from '../../lib/sites/article-root.ts';
import { collectBlocks } from '../../lib/text/collect.ts';
import type { DocumentBlock } from './read-document.ts';

/**
 * A page that states its own address is read by that site's rule. Where no article is found, as in a fragment, the
 * whole body is read: whoever names a file on the command line wants its text.
 */
export function collectArticle(html: string): { text: string; blocks: DocumentBlock[] } {
  // A console of its own: jsdom's complaints about a page's styles are no results.
  const { document } = new JSDOM(html, { virtualConsole: new VirtualConsole() }).window;
  const article = findArticle(document, addressOf(document));
  const body = article?.body ?? document.body;
  const dropped = new Set(article === undefined ? [] : body.querySelectorAll(article.drop));
  let count = 0;
  const nextId = () => count++;
  const roots = article?.title === undefined ? [body] : [article.title, body];
  const blocks: DocumentBlock[] = [];
  let offset = 0;
  for (const root of roots) {
    for (const { id, text } of collectBlocks(root, { nextId, dropped })) {
      blocks.push({ id, text, offset });
      offset += text.length + 1;
    }
  }
  return { text: blocks.map(({ text }) => text).join('\n'), blocks };
}

function addressOf(document: Document): { hostname: string; pathname: string } {
  const stated =
    document.querySelector('link[rel="canonical" i]')?.getAttribute('href') ??
    document.querySelector('meta[property="og:url" i]')?.getAttribute('content');
  const url = stated ? URL.parse(stated) : null;
  return { hostname: url?.hostname ?? '', pathname: url?.pathname ?? '/article' };
}
