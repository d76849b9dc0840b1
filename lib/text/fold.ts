/**
 * What one character becomes when text is normalised.
 *
 * A table of all 65,536 code units, filled as characters are met, so that the common case is one look-up. Folding is
 * compatibility decomposition (so `é` in one or in two code points is the same), lower case, mainland characters, one
 * form for list marks and dashes; white space, format characters, quotation and title marks vanish; marks that end a
 * sentence become `BREAK`. Folding what was folded changes nothing.
 */
import { CLOSING_QUOTES, LIST_MARKS, OPENING_QUOTES, SENTENCE_END, TITLE_MARKS } from './characters.ts';
import { SIMPLIFIED, TRADITIONAL } from './simplified-table.ts';

/** The unit that no label contains. */
export const BREAK = 0;
/** Values of the table that are no folded unit are those of surrogates: see `isFolded`. */
export const DROP = 0xd800;
/** The character becomes several units, or its unit is half of a pair: see `expansion`. */
export const MANY = 0xd801;
/** The character was not met yet: ask `learn`. */
const UNKNOWN = 0xd802;

/** Is this value of the table the one unit that the character becomes? */
export const isFolded = (value: number): boolean => (value & 0xf800) !== 0xd800;
export const isSurrogate = (unit: number): boolean => (unit & 0xf800) === 0xd800;

const LIST_MARK = '、';
const DASH = '-';
const mainland = new Map([...TRADITIONAL].map((character, index) => [character, SIMPLIFIED.charAt(index)]));
const dropped = new Set(OPENING_QUOTES + CLOSING_QUOTES + TITLE_MARKS);
const breaks = new Set(`${SENTENCE_END}\0`);
const listMarks = new Set(LIST_MARKS);

/** White space, controls, format characters (zero-width, bidirectional, soft hyphen) and variation selectors. */
const VANISHING = /[\p{White_Space}\p{Cc}\p{Cf}\p{Variation_Selector}]/u;
/** Minus and box lines serve as dashes. */
const DASHES = /[\p{Pd}−─━﹘]/u;

function foldOnce(character: string): string {
  if (breaks.has(character)) return '\0';
  if (dropped.has(character) || VANISHING.test(character)) return '';
  if (listMarks.has(character)) return LIST_MARK;
  if (DASHES.test(character)) return DASH;
  const decomposed = character.normalize('NFKD').toLowerCase().normalize('NFKD');
  return mainland.get(decomposed) ?? decomposed;
}

/** The folded form of one code point, in any number of UTF-16 units, none included. */
export function foldCharacter(character: string): string {
  let now = character;
  for (;;) {
    const next = Array.from(now, foldOnce).join('');
    if (next === now) return now;
    now = next;
  }
}

export interface Folding {
  /** By code unit: the folded unit, or a value that says to ask `learn`. */
  readonly table: Uint16Array;
  /** Fills the entry of a code unit, and returns it: the folded unit, `DROP` or `MANY`. */
  readonly learn: (unit: number) => number;
  /** Folded units of a code point that becomes `MANY`, or that lies beyond the table. */
  readonly expansion: (codePoint: number) => string;
}

/** @returns a table of its own; its contents depend on nothing but the characters. */
export function createFolding(): Folding {
  const table = new Uint16Array(0x10000).fill(UNKNOWN).fill(MANY, 0xd800, 0xe000);
  for (let code = 0x4e00; code < 0x9fd0; code += 1) table[code] = code;
  for (const [from, to] of mainland) table[from.charCodeAt(0)] = to.charCodeAt(0);
  const expansions = new Map<number, string>();

  const expansion = (codePoint: number): string => {
    let folded = expansions.get(codePoint);
    if (folded === undefined) {
      folded = foldCharacter(String.fromCodePoint(codePoint));
      expansions.set(codePoint, folded);
    }
    return folded;
  };
  const learn = (unit: number): number => {
    const known = table[unit] as number;
    if (known !== UNKNOWN) return known;
    const folded = expansion(unit);
    const value = folded.length === 0 ? DROP : folded.length === 1 ? folded.charCodeAt(0) : MANY;
    table[unit] = value;
    return value;
  };
  return { table, learn, expansion };
}
