/**
 * Pinyin, checked syllable by syllable against the preferred label.
 *
 * Tones are those of the syllable by itself (GB/T 16159: 一 yī and 不 bù, not their spoken changes). pinyin-pro knows
 * most readings; where it errs, the list of exceptions says how a word is read.
 */
import { pinyin } from 'pinyin-pro';
import type { Concept } from '../../glossary/schema.ts';
import { error, type Remark } from './finding.ts';

export interface PinyinException {
  /** Part of a label: 三重一大. */
  readonly word: string;
  /** Its syllables, one for each character, set apart by spaces. */
  readonly pinyin: string;
  readonly reason: string;
}

export function* checkPinyin(
  { prefLabel, pinyin: given }: Concept,
  exceptions: readonly PinyinException[],
): Iterable<Remark> {
  if (given === undefined) return;
  const syllables = readingOf(prefLabel, exceptions);
  const rest = letters(given);
  let at = 0;
  const wrong = syllables.find(({ syllable }) => {
    const right = rest.startsWith(letters(syllable), at);
    at += letters(syllable).length;
    return !right;
  });
  const reading = `expected “${written(syllables)}”`;
  if (wrong !== undefined) yield error('pinyin', `${wrong.character} is read ${wrong.syllable}: ${reading}`);
  else if (at < rest.length) yield error('pinyin', `“${rest.slice(at)}” is left over: ${reading}`);
}

interface Syllable {
  readonly character: string;
  readonly syllable: string;
}

function readingOf(label: string, exceptions: readonly PinyinException[]): Syllable[] {
  const characters = [...label];
  const syllables = pinyin(label, { type: 'array', toneSandhi: false });
  for (const exception of exceptions) {
    const own = exception.pinyin.split(' ');
    let found = label.indexOf(exception.word);
    while (found >= 0) {
      syllables.splice([...label.slice(0, found)].length, own.length, ...own);
      found = label.indexOf(exception.word, found + exception.word.length);
    }
  }
  return characters.map((character, index) => ({ character, syllable: syllables[index] ?? '' }));
}

/** Syllables apart, figures and Latin letters together, a comma for a Chinese pause. */
function written(reading: readonly Syllable[]): string {
  return reading
    .map(({ syllable }) => (/^[\da-z+]$/i.test(syllable) ? syllable : ` ${syllable.replace(/[、，]/, ',')} `))
    .join('')
    .replace(/ +(?=,)|[“”《》]/g, '')
    .replace(/ +/g, ' ')
    .trim();
}

/** Lower-case letters with their tone marks, and digits; no spaces, no punctuation. */
function letters(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}
