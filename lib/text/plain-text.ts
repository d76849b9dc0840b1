/**
 * The text of a file as blocks that are read as one.
 *
 * Hard-wrapped lines join. A blank line parts two blocks, unless it stands in the middle of a sentence, as column
 * breaks of e-papers do: no ending mark before it, no indent and no list mark behind it. Pure.
 */
import { CLOSING_QUOTES, SENTENCE_END } from './characters.ts';

export interface PlainBlock {
  /** UTF-16 offset of the block in the file's text. */
  readonly offset: number;
  /** A stretch of the file's text, line breaks included. */
  readonly text: string;
}

/** Marks after which nothing goes on: ends of sentences and what may close them, and the colon before a list. */
const ENDED = new RegExp(`[${escaped(SENTENCE_END)}…:：][${escaped(CLOSING_QUOTES)}）)》]*\\s*$`, 'u');
/** An indented line or one that opens with a list mark begins something new. */
const BEGINS_ANEW =
  /^(\u3000|\t| {2,}|[-*•·●○■□◆▲△※★]|[(（]?[0-9０-９]{1,3}[)）.、．]|[(（][一二三四五六七八九十]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,4}[章节条])/u;

export function readPlainText(text: string): PlainBlock[] {
  const blocks: PlainBlock[] = [];
  let offset = 0;
  const line = /([^\r\n]*)(\r\n|\r|\n|$)/g;
  let blanks = 0;
  for (let at = 0; at < text.length; at = line.lastIndex) {
    line.lastIndex = at;
    const content = line.exec(text)?.[1] ?? '';
    if (content.trim() === '') {
      blanks += 1;
      if (line.lastIndex === at) break;
      continue;
    }
    const before = text.slice(Math.max(offset, at - 200), at);
    const parts = BEGINS_ANEW.test(content) || (blanks > 0 && ENDED.test(before));
    if (parts && at > offset) {
      blocks.push({ offset, text: text.slice(offset, at) });
      offset = at;
    }
    blanks = 0;
  }
  if (text.slice(offset).trim() !== '') blocks.push({ offset, text: text.slice(offset) });
  return blocks;
}

function escaped(characters: string): string {
  return characters.replace(/[\\\]^-]/g, '\\$&');
}
