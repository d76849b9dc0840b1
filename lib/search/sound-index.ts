/** Where each syllable begins, by its first letter: only these places of the pinyin need be looked at. Pure. */
import { type Sound, soundAt } from './pinyin.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';

export interface SoundIndex {
  /** Offsets of the spaces before syllables, those of one first letter together, rising. */
  readonly places: Uint32Array;
  /** Where those of each letter begin; one more entry stands at the end. */
  readonly starts: Uint32Array;
}

/** @param text pinyin as `syllables` writes it */
export function indexSounds(text: string): SoundIndex {
  const starts = new Uint32Array(LETTERS.length + 1);
  const letterAt = (at: number) => LETTERS.indexOf(text[at + 1] ?? '');
  const each = (visit: (at: number, letter: number) => void) => {
    for (let at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
      const letter = letterAt(at);
      if (letter >= 0) visit(at, letter);
    }
  };
  each((_at, letter) => {
    starts[letter + 1] = (starts[letter + 1] as number) + 1;
  });
  for (let letter = 1; letter <= LETTERS.length; letter += 1)
    starts[letter] = (starts[letter] as number) + (starts[letter - 1] as number);
  const next = starts.slice();
  const places = new Uint32Array(starts[LETTERS.length] as number);
  each((at, letter) => {
    places[next[letter] as number] = at;
    next[letter] = (next[letter] as number) + 1;
  });
  return { places, starts };
}

/** Calls `visit` for the places where `sound` is found, in rising order. */
export function findSound(
  { places, starts }: SoundIndex,
  text: string,
  sound: Sound,
  visit: (at: number, end: number) => void,
): void {
  const letter = LETTERS.indexOf(String.fromCharCode(sound.letters[0] ?? 0));
  for (let index = starts[letter] as number; index < (starts[letter + 1] as number); index += 1) {
    const at = places[index] as number;
    const end = soundAt(text, at, sound);
    if (end >= 0) visit(at, end);
  }
}
