/**
 * What was found a moment ago: who types one letter more looks among that, not through everything. Holds for one index.
 */
import type { Visit } from './flat-text.ts';

/** Needles remembered: the letters of some words, and some that were taken back. */
const REMEMBERED = 24;
/** Looking at so many documents one by one is no faster than through all of them at once. */
const MANY = 20_000;

export interface Memory {
  /**
   * Runs `look`, with the documents among which all hits are where that is known.
   *
   * @param needle what is looked for; whatever it begins with is found wherever it is found itself
   */
  find(
    needle: string,
    visit: Visit,
    look: (visit: Visit, among: readonly number[] | undefined) => void,
  ): void;
}

interface Remembered {
  readonly needle: string;
  readonly documents: readonly number[];
}

export function createMemory(): Memory {
  const known: Remembered[] = [];
  return {
    find(needle, visit, look) {
      let nearest: Remembered | undefined;
      for (const each of known)
        if (needle.startsWith(each.needle) && each.needle.length > (nearest?.needle.length ?? 0))
          nearest = each;
      const documents: number[] = [];
      look((document, at, end) => {
        if (documents.at(-1) !== document) documents.push(document);
        return visit(document, at, end);
      }, nearest?.documents);
      if (documents.length > MANY || nearest?.needle === needle) return;
      known.push({ needle, documents });
      if (known.length > REMEMBERED) known.shift();
    },
  };
}
