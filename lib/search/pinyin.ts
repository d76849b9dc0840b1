/** Pinyin as people type it: without tones, run together, abbreviated to initials, or mixed. Pure. */

/** Syllables without tones, each with a space before it: ` ba ba zhan lue`; ü is written u. */
export function syllables(pinyin: string): string {
  const plain = pinyin
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/v/g, 'u')
    .trim();
  return plain === '' ? '' : ` ${plain}`;
}

/** What was typed, letter by letter; at least two letters. */
export interface Sound {
  /** Character codes of letters from a to z. */
  readonly letters: readonly number[];
  /** Whether a letter certainly begins a syllable: the first one, and those behind a space. */
  readonly begins: readonly boolean[];
}

const SPACE = ' '.charCodeAt(0);
const isLetter = (code: number): boolean => code >= 97 && code <= 122;

/** @returns `undefined` where the query is not pinyin */
export function readSound(query: string): Sound | undefined {
  const typed = syllables(query.replace(/['’\d]/g, ' '));
  const places = [...typed.matchAll(/[a-z]/g)].map(({ index }) => index);
  if (places.length < 2 || places.length > 60 || /[^\p{Script=Latin}\p{M}\s\d'’]/u.test(query))
    return undefined;
  return {
    letters: places.map((at) => typed.charCodeAt(at)),
    begins: places.map((at) => typed[at - 1] === ' '),
  };
}

/**
 * Matches, in the text that `syllables` writes, what was typed: every letter follows the one before it, or begins
 * the next syllable. `bbzl`, `babazhanlve`, `bā bā zhàn`, `babazl` all find ` ba ba zhan lue`.
 *
 * @param at the space before a syllable
 * @returns where the last letter ends; -1 where it does not match
 */
export function soundAt(text: string, at: number, sound: Sound): number {
  return text.charCodeAt(at + 1) === sound.letters[0] ? restAt(text, at + 2, sound, 1, {}) : -1;
}

/** From where the rest is known not to match, as text offset × letters + index: else `aaa aaa aaa …` takes for ever. */
interface DeadEnds {
  places?: Set<number>;
}

function restAt(text: string, at: number, sound: Sound, index: number, dead: DeadEnds): number {
  const letter = sound.letters[index];
  if (letter === undefined) return at;
  const place = at * sound.letters.length + index;
  if (dead.places?.has(place)) return -1;
  let next = at;
  while (isLetter(text.charCodeAt(next))) next += 1;
  if (text.charCodeAt(next) === SPACE && text.charCodeAt(next + 1) === letter) {
    const end = restAt(text, next + 2, sound, index + 1, dead);
    if (end >= 0) return end;
  }
  if (!sound.begins[index] && text.charCodeAt(at) === letter) {
    const end = restAt(text, at + 1, sound, index + 1, dead);
    if (end >= 0) return end;
  }
  dead.places = (dead.places ?? new Set<number>()).add(place);
  return -1;
}
