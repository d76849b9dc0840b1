/** Quotation marks that belong to a match: the fold drops them, so a match of folded text would end between them. Pure. */
import { CLOSING_QUOTES, OPENING_QUOTES } from '../text/characters.ts';
import type { RawRange } from '../text/normalise.ts';

/**
 * The range with the partner of a quotation mark that stands alone inside it, where that partner adjoins: of
 * “大综合一体化”行政执法改革 all is one term, of “七张问题清单” what the marks enclose.
 */
export function withPartnerQuotes(text: string, { start, end }: RawRange): RawRange {
  const opened: string[] = [];
  let from = start;
  for (const mark of text.slice(start, end)) {
    const closing = CLOSING_QUOTES.indexOf(mark);
    if (closing >= 0 && opened.at(-1) === OPENING_QUOTES[closing]) opened.pop();
    else if (OPENING_QUOTES.includes(mark)) opened.push(mark);
    else if (closing >= 0 && text[from - 1] === OPENING_QUOTES[closing]) from -= 1;
  }
  const [open] = opened;
  const partner = open === undefined ? undefined : CLOSING_QUOTES[OPENING_QUOTES.indexOf(open)];
  return { start: from, end: partner !== undefined && text[end] === partner ? end + 1 : end };
}
