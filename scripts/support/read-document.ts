/** Files that people hand to the commands, as blocks of text. */
import { readFile } from 'node:fs/promises';
import type { TextBlock } from '../../lib/annotate/types.ts';
import { readPlainText } from '../../lib/text/plain-text.ts';

/** A block and where it stands in the document's text; its id is its place in the list. */
export interface DocumentBlock extends TextBlock {
  readonly offset: number;
}

export interface ReadDocument {
  /** The file's text, or for HTML the collected text. */
  readonly text: string;
  readonly blocks: readonly DocumentBlock[];
  readonly isHtml: boolean;
}

/** @throws {Error} with one line for people when the file is missing, unreadable or not UTF-8 */
export async function readDocument(file: string): Promise<ReadDocument> {
  const bytes = await readFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Error(`${file}: ${reasonOf(error)}`);
  });
  const isHtml = /\.(x?html?|xht)$/i.test(file);
  const text = decode(file, bytes, isHtml);
  if (!isHtml) {
    return { text, isHtml, blocks: plainBlocks(text) };
  }
  const { collectArticle } = await import('./collect-article.ts');
  return { ...collectArticle(text), isHtml };
}

export const plainBlocks = (text: string): DocumentBlock[] =>
  readPlainText(text).map((block, id) => ({ ...block, id }));

function reasonOf({ code, message }: NodeJS.ErrnoException): string {
  if (code === 'ENOENT') return 'no such file';
  if (code === 'EISDIR') return 'is a folder';
  if (code === 'EACCES' || code === 'EPERM') return 'may not be read';
  return message;
}

/** HTML may name another encoding, as older papers do (GBK); a page saved by a browser may be UTF-8 all the same. */
function decode(file: string, bytes: Uint8Array, isHtml: boolean): string {
  const head = isHtml ? new TextDecoder('latin1').decode(bytes.subarray(0, 2_048)) : '';
  const declared = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1];
  for (const encoding of ['utf-8', declared]) {
    try {
      if (encoding !== undefined)
        return new TextDecoder(encoding, { fatal: true, ignoreBOM: !isHtml }).decode(bytes);
    } catch {
      // The next one, if there is one.
    }
  }
  throw new Error(`${file}: is not UTF-8 text`);
}
