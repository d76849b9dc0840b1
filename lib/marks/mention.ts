/** One place on the page where a label stands. */
import type { Match } from '../annotate/types.ts';
import type { PageBlock } from '../text/collect.ts';

export interface Mention {
  readonly block: PageBlock;
  readonly match: Match;
}

export const surfaceOf = ({ block, match }: Mention): string => block.text.slice(match.start, match.end);

/** Longest stretch given as a sentence, in UTF-16 units on either side of the mention. */
const LONGEST_SIDE = 300;

/** The sentence around a mention, without line breaks and indents. */
export function sentenceAround({ block: { text }, match }: Mention): string {
  const before = text.slice(Math.max(0, match.start - LONGEST_SIDE), match.start);
  const after = text.slice(match.end, match.end + LONGEST_SIDE);
  const from = match.start - before.length + (before.search(/[^。！？!?；;]*$/) || 0);
  const ending = after.search(/[。！？!?；;]/);
  const to = ending < 0 ? match.end + after.length : match.end + ending + 1;
  // A quotation closes behind the mark that ends it.
  const closing = text.slice(to).match(/^[”’」』）)]/)?.[0] ?? '';
  return (text.slice(from, to) + closing).replace(/\s+/g, ' ').trim();
}
