/** What must hold of any text that is folded; used by the tests and by the long fuzz. */
import fc from 'fast-check';
import { isGraphemeBoundary } from '../../lib/text/graphemes.ts';
import { normalise, normaliseAll, normaliseLabel, rawRange } from '../../lib/text/normalise.ts';

/** Text as pages have it: Han characters, marks, spaces, Latin, emoji, accents, and halves of surrogate pairs. */
export const pageText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...'八战略红根脈「」“”《》、，。！ \n\u3000\u200b\u00ad()（）+＋-—5５GＧßİſ①ﬁ㍿'),
      fc.constantFrom(
        '👨‍👩‍👧',
        '🇨🇳',
        'e\u0301',
        '葛\u{e0100}',
        '𠮷',
        '각',
        '\ud842',
        '\udfb7',
        '\r\n',
        'क्षि',
        '\u202e',
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** A text and two numbers that choose a stretch of its folded form. */
export const stretch = fc.tuple(pageText, fc.nat(), fc.nat());

/** Folding twice changes nothing; nor does it for a label, which never spans two sentences. */
export const settles = (raw: string): boolean => {
  const label = normaliseLabel(raw);
  return (
    normalise(normalise(raw)) === normalise(raw) && normaliseLabel(label) === label && !label.includes('\0')
  );
};

/** A mapped range reads as the stretch it was mapped from, and cuts no character. */
export function mapsBack([raw, one, other]: readonly [string, number, number]): boolean {
  const normal = normaliseAll([raw]);
  const folded = normalise(raw);
  if (folded.length === 0) return true;
  const from = one % folded.length;
  const to = from + 1 + (other % (folded.length - from));
  if (folded.slice(from, to).includes('\0')) return true;
  const range = rawRange(raw, normal, from, to);
  if (range === undefined) return true;
  const isWhole = (bound: number) =>
    isGraphemeBoundary(raw, bound) &&
    !(/^[\udc00-\udfff]/.test(raw.slice(bound)) && /[\ud800-\udbff]$/.test(raw.slice(0, bound)));
  return (
    normalise(raw.slice(range.start, range.end)) === folded.slice(from, to) &&
    isWhole(range.start) &&
    isWhole(range.end)
  );
}
