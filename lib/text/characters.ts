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

const NUMERAL = /[0-9０-９〇零一二三四五六七八九十百千万亿两]/;
const LATIN_OR_DIGIT = /[\p{Script=Latin}\p{Nd}]/u;

/** Arabic digit or Chinese numeral. */
export const isNumeral = (character: string): boolean => NUMERAL.test(character);
export const isLatinOrDigit = (character: string): boolean => LATIN_OR_DIGIT.test(character);
