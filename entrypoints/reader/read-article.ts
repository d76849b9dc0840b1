/** A pasted text or a saved file as paragraphs of plain text; nothing of a file's markup is kept. */
import { detectEncoding, textOf } from '../../lib/exchange/encoding.ts';
import { findArticle } from '../../lib/sites/article-root.ts';
import { collectBlocks } from '../../lib/text/collect.ts';
import { readPlainText } from '../../lib/text/plain-text.ts';

export interface Article {
  readonly title?: string | undefined;
  readonly paragraphs: readonly string[];
}

/** Bytes; far above any article, and quick to read. */
export const MAX_FILE = 20 * 1024 * 1024;

export const readText = (text: string): Article => ({
  paragraphs: readPlainText(text).flatMap((block) => block.text.trim() || []),
});

/** UTF-8, UTF-16 or GB18030; `paragraphs` is empty where the file holds no text. */
export async function readArticleFile(file: File): Promise<Article> {
  let text = '';
  for await (const part of textOf(file, await detectEncoding(file))) text += part;
  const isPage = /\.x?html?$/i.test(file.name) || /^\s*<(!doctype|html)/i.test(text);
  return isPage ? readPage(text) : { ...readText(text), title: file.name.replace(/\.[^.]*$/, '') };
}

function readPage(html: string): Article {
  // A document of its own: no script runs, nothing is fetched.
  const page = new DOMParser().parseFromString(html, 'text/html');
  const article = findArticle(page, { hostname: '', pathname: '/article' });
  let id = 0;
  const blocks = [...collectBlocks(article?.body ?? page.body, { nextId: () => id++ })];
  const title = article?.title?.textContent.trim() || page.title.trim();
  return { title: title || undefined, paragraphs: blocks.flatMap(({ text }) => text.trim() || []) };
}
