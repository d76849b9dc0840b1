/** Where one user-perceived character ends and the next begins. Pure. */

const segmenter = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Han characters, kana, ASCII and CJK marks never join with a neighbour of the same kind. */
const isPlain = (unit: number): boolean =>
  (unit >= 0x20 && unit < 0x7f) ||
  (unit >= 0x3000 && unit <= 0x3029) ||
  (unit >= 0x3041 && unit <= 0x3096) ||
  (unit >= 0x30a1 && unit <= 0x30fa) ||
  (unit >= 0x3400 && unit <= 0x9fff) ||
  (unit >= 0xff01 && unit <= 0xff60) ||
  (unit >= 0x2010 && unit <= 0x2027);

/** Far longer than any honest character: flags, families, letters with many accents. */
const REACH = 64;

/** Does a user-perceived character begin (or the text end) at this UTF-16 offset? */
export function isGraphemeBoundary(text: string, offset: number): boolean {
  if (offset <= 0 || offset >= text.length) return true;
  if (isPlain(text.charCodeAt(offset)) && isPlain(text.charCodeAt(offset - 1))) return true;
  const from = Math.max(0, offset - REACH);
  const segments = segmenter.segment(text.slice(from, offset + REACH));
  return segments.containing(offset - from)?.index === offset - from;
}
