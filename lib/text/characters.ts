/** Classes of characters that reading Chinese prose depends on. Pure. */

/** Marks that end a sentence: no term reaches across one. */
export const SENTENCE_END = '。！？；!?;｡！？；⁇⁈⁉‼';

/** Opening and closing quotation marks; the straight ones are both. */
export const OPENING_QUOTES = '“‘「『〝"\'＂＇﹁﹃｢';
export const CLOSING_QUOTES = '”’」』〞〟"\'＂＇﹂﹄｣';

/** Marks around titles of works and documents. */
export const TITLE_MARKS = '《》〈〉«»‹›︽︾︿﹀';

/** Marks that part the members of a list; all read as one. */
export const LIST_MARKS = '、，,﹐﹑､·・•‧∙⋅･﹒';

const NUMERALS = new Uint8Array(0x10000);
for (const numeral of '0123456789〇零一二三四五六七八九十百千万亿两') NUMERALS[numeral.charCodeAt(0)] = 1;

/** Is this folded unit an Arabic digit or a Chinese numeral? */
export const isNumeral = (unit: number): boolean => NUMERALS[unit] === 1;

/** Is this folded unit a Latin letter or an Arabic digit? */
export const isLatinOrDigit = (unit: number): boolean =>
  (unit >= 0x61 && unit <= 0x7a) ||
  (unit >= 0x30 && unit <= 0x39) ||
  (unit >= 0xdf && unit < 0x250 && unit !== 0xf7);
