/**
 * Where words begin and end in a stretch of Chinese.
 *
 * Units: jieba counts code points, the rest of the house UTF-16 units. This file is where the two meet: words are
 * taken as strings and their lengths added up, so no code-point offset leaves it. Pure.
 */

export interface Segmenter {
  /** The words of `text` in order; put together they are `text`. */
  readonly words: (text: string) => readonly string[];
  /** Does the dictionary hold this as one word? */
  readonly isWord: (text: string) => boolean;
}

/** The functions of jieba that are used; its dictionary is its own, never ours: with ours loaded, false hits return. */
export interface Jieba {
  readonly cut: (text: string, hmm?: boolean | null) => string[];
  readonly cut_all: (text: string) => string[];
}

export function createSegmenter(jieba: Jieba): Segmenter {
  return cached({
    // Without guessed words: they glue a verb to the term behind it (纠治四风), and only a word of the dictionary counts
    // as evidence.
    words: (text) => jieba.cut(text, false),
    isWord: (text) => jieba.cut_all(text).includes(text),
  });
}

/** The browser's own word breaker, for comparison. */
export function createIntlSegmenter(): Segmenter {
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
  const words = (text: string) => Array.from(segmenter.segment(text), ({ segment }) => segment);
  return cached({ words, isWord: (text) => words(text).length === 1 });
}

/** Stretches kept: some ten minutes of reading, far below a megabyte. */
const KEPT = 4_000;

function cached(segmenter: Segmenter): Segmenter {
  const words = memo(segmenter.words);
  const isWord = memo(segmenter.isWord);
  return { words, isWord };
}

function memo<Result>(compute: (text: string) => Result): (text: string) => Result {
  const known = new Map<string, Result>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    const result = compute(text);
    if (known.size >= KEPT) known.delete(known.keys().next().value as string);
    known.set(text, result);
    return result;
  };
}
