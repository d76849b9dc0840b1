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

/**
 * Matches, in the text that `syllables` writes, what was typed: every letter follows the one before it, or begins
 * the next syllable. `bbzl`, `babazhanlve`, `bā bā zhàn`, `babazl` all find ` ba ba zhan lue`.
 *
 * @returns `undefined` where the query is not pinyin
 */
export function pinyinPattern(query: string): RegExp | undefined {
  const typed = syllables(query.replace(/['’\d]/g, ' '));
  const letters = typed.replaceAll(' ', '');
  if (letters.length < 2 || letters.length > 60 || /[^\p{Script=Latin}\p{M}\s\d'’]/u.test(query))
    return undefined;
  let source = '';
  let begins = true;
  for (const letter of typed.slice(1)) {
    if (letter === ' ') begins = true;
    else {
      // A typed space always begins a syllable; elsewhere the letter may go on or begin one.
      if (source === '') source = ` ${letter}`;
      else source += begins ? `[a-z]* ${letter}` : `(?:[a-z]* )?${letter}`;
      begins = false;
    }
  }
  return new RegExp(source, 'g');
}
