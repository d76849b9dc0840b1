/** Where an article's sections begin, from headings and from the forms that official texts use instead of them. */
import type { PageBlock } from '../text/collect.ts';

/** 一、… or 第一章, at the beginning of a paragraph. */
const NUMBERED = /^\s*(?:[一二三四五六七八九十]{1,3}、|第[一二三四五六七八九十百]{1,4}[章节编篇])/;
const LONGEST_BOLD_HEADING = 40;

export function startsSection(block: PageBlock): boolean {
  return /^h[2-6]$/.test(block.owner.localName) || NUMBERED.test(block.text) || isBoldLine(block);
}

function isBoldLine({ text, pieces }: PageBlock): boolean {
  return (
    text.trim().length <= LONGEST_BOLD_HEADING &&
    !/[。；;！!？?]/.test(text) &&
    pieces.every(({ node }) => node.data.trim() === '' || node.parentElement?.closest('b, strong') != null)
  );
}
