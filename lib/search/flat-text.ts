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

/** Called with a document and the offsets of a place; says whether the rest of the document need not be looked at. */
export type Visit = (document: number, at: number, end: number) => boolean;

/** Calls `visit` for the places where `needle` stands; `among`: only in these documents, in rising order. */
export function findText(flat: FlatText, needle: string, visit: Visit, among?: readonly number[]): void {
  const { text, starts } = flat;
  if (among !== undefined) {
    for (const document of among) {
      const start = starts[document] as number;
      const own = documentText(flat, document);
      for (let at = own.indexOf(needle); at >= 0; at = own.indexOf(needle, at + 1))
        if (visit(document, start + at, start + at + needle.length)) break;
    }
    return;
  }
  let document = 0;
  for (let at = text.indexOf(needle); at >= 0; ) {
    document = documentAt(starts, at, document);
    const skip = visit(document, at, at + needle.length);
    at = text.indexOf(needle, skip ? (starts[document + 1] as number) : at + 1);
  }
}

export const documentText = ({ text, starts }: FlatText, document: number): string =>
  text.slice(starts[document], (starts[document + 1] as number) - 1);

/** The document that holds offset `at`, which is not before document `from`. */
export function documentAt(starts: Uint32Array, at: number, from: number): number {
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
