/**
 * Other spellings of a folded label that the same reader would take for it: Arabic for Chinese numerals and the other
 * way round, and `甲、乙` written `甲和乙` or `甲乙`. Pure.
 */

import { sessionListKey } from './sessions.ts';

const DIGITS = '零一二三四五六七八九';
const CHINESE_RUN = /[一二三四五六七八九十百两]+/g;
const ARABIC_RUN = /\d+/g;

/** Members of a list this short run into their neighbours when the mark between them is left out. */
const SHORTEST_MEMBER = 3;

/** 4风, 6保, 2会: nobody writes the shortest labels so, and plain counts look like them. */
const SHORTEST_WITH_DIGIT = 3;

/** Characters that papers write for one another in the same word. */
const INTERCHANGED: readonly (readonly [string, string])[] = [
  ['当家作主', '当家做主'],
  ['惟', '唯'],
  ['帐', '账'],
];

/** @returns spellings other than `label` itself, without doubles. */
export function variantsOf(label: string): string[] {
  const found = new Set<string>();
  for (const spelling of [label, ...joinedOtherwise(label), ...interchanged(label)]) {
    found.add(spelling);
    if (spelling.length >= SHORTEST_WITH_DIGIT) found.add(spelling.replace(CHINESE_RUN, toArabic));
    found.add(spelling.replace(ARABIC_RUN, toChinese));
    found.add(spelling.replace(ARABIC_RUN, byDigit));
  }
  const list = sessionListKey(label);
  if (list !== undefined) found.add(list);
  found.delete(label);
  return [...found];
}

/**
 * `二十` → `20`, `八八` → `88`, `两` → `2`; a five-year plan stays readable: `十四五` → `14五`, never `145`. A lone `一`
 * is hardly ever a number (`一把手`, `统一`), nor is `百` without a digit before it (`百强`).
 */
function toArabic(run: string): string {
  if (run === '一' || run === '百' || run === '十') return run;
  const plan = /^(十[一二三四五六七八九]?)五$/.exec(run);
  if (plan?.[1] !== undefined) return `${numberOf(plan[1])}五`;
  const value = numberOf(run);
  if (value !== undefined) return String(value);
  return /^[一二三四五六七八九]+$/.test(run)
    ? Array.from(run, (digit) => DIGITS.indexOf(digit)).join('')
    : run;
}

/** The number that a well-formed numeral below one thousand names. */
function numberOf(run: string): number | undefined {
  const parts =
    /^(?:([一二三四五六七八九两])百)?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九两])?$/.exec(run);
  if (parts === null) return undefined;
  const [, hundreds, tens, ten, ones] = parts;
  if (hundreds !== undefined && ten === undefined && ones !== undefined) return undefined;
  return (
    digit(hundreds) * 100 +
    (ten === undefined ? 0 : (tens === undefined ? 1 : digit(tens)) * 10) +
    digit(ones)
  );
}

const digit = (numeral: string | undefined): number =>
  numeral === undefined ? 0 : numeral === '两' ? 2 : DIGITS.indexOf(numeral);

/** `26` → `二十六`; from one hundred on, and with leading zeros, digit by digit. */
function toChinese(run: string): string {
  const value = Number(run);
  if (run.startsWith('0') || value >= 100) return byDigit(run);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  if (tens === 0) return DIGITS.charAt(ones);
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}

const byDigit = (run: string): string => Array.from(run, (one) => DIGITS.charAt(Number(one))).join('');

function interchanged(label: string): string[] {
  return INTERCHANGED.flatMap(([one, other]) => [label.replaceAll(one, other), label.replaceAll(other, one)]);
}

function joinedOtherwise(label: string): string[] {
  const members = label.split('、');
  if (members.length < 2 || members.some((member) => member.length === 0)) return [];
  const head = members.slice(0, -1).join('、');
  const last = members.at(-1) as string;
  const spellings = ['和', '与', '及', '以及'].map((word) => `${head}${word}${last}`);
  if (members.every((member) => member.length >= SHORTEST_MEMBER)) spellings.push(members.join(''));
  return spellings;
}
