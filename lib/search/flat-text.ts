/**
 * The texts of many documents as one string, searched by looking through it: at 100,000 entries that is faster than
 * any index of words, finds every part of a word, and takes no more memory than the text. Pure.
 */

/** Stands before each document. */
export const DOCUMENT = '\u0001';
/** Stands between the items of one document, and around them. */
export const ITEM = '\u0002';

export interface FlatText {
  readonly text: string;
  /** Where each document begins, behind its mark; one more entry stands at the end. */
  readonly starts: Uint32Array;
}

/** @param documents must not hold U+0001 */
export function flatten(documents: readonly string[]): FlatText {
  return fromText(documents.map((document) => DOCUMENT + document).join(''), documents.length);
}

/** The same from the text alone, as it was stored. */
export function fromText(text: string, count: number): FlatText {
  const starts = new Uint32Array(count + 1);
  let at = text.indexOf(DOCUMENT);
  for (let index = 0; index < count; index += 1) {
    starts[index] = at + 1;
    at = text.indexOf(DOCUMENT, at + 1);
  }
  starts[count] = text.length + 1;
  return { text, starts };
}

/** Calls `visit` with the document and offset of every place where `needle` stands, or only the first in each. */
export function findText(
  { text, starts }: FlatText,
  needle: string,
  visit: (document: number, at: number) => void,
  firstOnly = false,
): void {
  let document = 0;
  for (let at = text.indexOf(needle); at >= 0; ) {
    document = documentAt(starts, at, document);
    visit(document, at);
    at = text.indexOf(needle, firstOnly ? (starts[document + 1] as number) : at + 1);
  }
}

/** The same for a pattern with the flag `g`; `end` is the offset behind the match. */
export function findPattern(
  { text, starts }: FlatText,
  pattern: RegExp,
  visit: (document: number, at: number, end: number) => void,
): void {
  let document = 0;
  pattern.lastIndex = 0;
  for (let found = pattern.exec(text); found !== null; found = pattern.exec(text)) {
    document = documentAt(starts, found.index, document);
    visit(document, found.index, pattern.lastIndex);
    if (found[0] === '') pattern.lastIndex += 1;
  }
}

/** The document that holds offset `at`, which is not before document `from`. */
function documentAt(starts: Uint32Array, at: number, from: number): number {
  let low = from;
  let high = starts.length - 1;
  // Most hits are near the last one: first by growing steps, then by halving.
  for (let step = 1; low + step < high && (starts[low + step] as number) <= at; step *= 2) low += step;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] as number) <= at) low = middle;
    else high = middle;
  }
  return low;
}
