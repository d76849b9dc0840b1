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

/** A short first line that ends like no sentence, with a blank line behind it, is the headline. */
const HEADLINE =
  /^\s*(\S[^\r\n]{0,60}[^\r\n。！？；：，,.:;!?\s])[^\S\r\n]*(?:\r\n|\r|\n)[^\S\r\n]*(?:\r\n|\r|\n)/u;

/** No text has these: a picture or a program's file, whatever its name. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const BINARY = /[\0-\x08\x0e-\x1a\x1c-\x1f]/u;

export function readText(text: string): Article {
  const [whole = '', title] = HEADLINE.exec(text) ?? [];
  const paragraphs = readPlainText(text.slice(whole.length)).flatMap((block) => block.text.trim() || []);
  // A text of one line has no headline.
  return paragraphs.length === 0 && title !== undefined ? { paragraphs: [title] } : { title, paragraphs };
}

/** UTF-8, UTF-16 or GB18030; `paragraphs` is empty where the file holds no text. */
export async function readArticleFile(file: File): Promise<Article> {
  let text = '';
  for await (const part of textOf(file, await detectEncoding(file))) text += part;
  if (BINARY.test(text)) return { paragraphs: [] };
  const isPage = /\.x?html?$/i.test(file.name) || /^\s*<(!doctype|html)/i.test(text);
  if (isPage) return readPage(text);
  const { title = file.name.replace(/\.[^.]*$/, ''), paragraphs } = readText(text);
  return { title, paragraphs };
}

/** The title of a page without the names of column and site that stand behind it. */
export const headlineOf = (title: string): string =>
  /^(.*?)\s*(?:--|_|\||$)/.exec(title.trim())?.[1] || title.trim();

function readPage(html: string): Article {
  // A document of its own: no script runs, nothing is fetched.
  const page = new DOMParser().parseFromString(html, 'text/html');
  const article = findArticle(page, { hostname: '', pathname: '/article' });
  let id = 0;
  const blocks = [...collectBlocks(article?.body ?? page.body, { nextId: () => id++ })];
  const title = article?.title?.textContent.trim() || headlineOf(page.title);
  return { title: title || undefined, paragraphs: blocks.flatMap(({ text }) => text.trim() || []) };
}
