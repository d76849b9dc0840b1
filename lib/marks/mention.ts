/** One place on the page where a label stands. */
import type { Match } from '../annotate/types.ts';
import type { PageBlock } from '../text/collect.ts';

export interface Mention {
  readonly block: PageBlock;
  readonly match: Match;
}

export const surfaceOf = ({ block, match }: Mention): string => block.text.slice(match.start, match.end);

export const sentenceAround = ({ block, match }: Mention): string =>
  sentenceIn(block.text, match.start, match.end);

/** Longest stretch given as a sentence, in UTF-16 units on either side. */
const LONGEST_SIDE = 300;

/**
 * The sentence of `text` around `start`–`end`, without line breaks and indents.
 *
 * Units: UTF-16 offsets in `text`, end exclusive.
 */
export function sentenceIn(text: string, start: number, end: number): string {
  const before = text.slice(Math.max(0, start - LONGEST_SIDE), start);
  const [, lead = before] = /[。！？!?；;][”’」』）)]?([^。！？!?；;]*)$/.exec(before) ?? [];
  const after = text.slice(end, end + LONGEST_SIDE);
  const ending = after.search(/[。！？!?；;]/);
  const to = ending < 0 ? end + after.length : end + ending + 1;
  // A quotation closes behind the mark that ends it.
  const closing = text.slice(to).match(/^[”’」』）)]/)?.[0] ?? '';
  return (lead + text.slice(start, to) + closing).replace(/\s+/g, ' ').trim();
}
