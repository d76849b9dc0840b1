/**
 * Where each word stands: who types the beginning of a word is answered from lists of documents, not by looking
 * through all texts. Pure.
 */
import { ITEM } from './flat-text.ts';

export interface WordIndex {
  /** Every word that occurs, in order. */
  readonly words: readonly string[];
  /** Where the places of each word begin in `places`; one more entry stands at the end. */
  readonly starts: Uint32Array;
  /** For each document of a word twice its number, and one more where the word begins none of its items; rising. */
  readonly places: Uint32Array;
}

/** @param documents items of words, a space before each word and `ITEM` after each item */
export function indexWords(documents: readonly string[]): WordIndex {
  const ids = new Map<string, number>();
  /** Words and places in the order in which they are met. */
  let met = new Uint32Array(1_024);
  let length = 0;
  /** For each word where in `met` its last document stands. */
  const latest: number[] = [];
  documents.forEach((text, document) => {
    for (const item of text.split(ITEM)) {
      let inside = 0;
      for (const word of item.split(' ')) {
        if (word === '') continue;
        const id = ids.get(word) ?? ids.size;
        ids.set(word, id);
        const known = latest[id];
        if (known !== undefined && (met[known] as number) >> 1 === document) {
          if (inside === 0) met[known] = 2 * document;
        } else {
          if (length === met.length) met = grown(met);
          met[length] = id;
          met[length + 1] = 2 * document + inside;
          latest[id] = length + 1;
          length += 2;
        }
        inside = 1;
      }
    }
  });
  return inOrder(ids, met.subarray(0, length));
}

function grown(old: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 * old.length);
  larger.set(old);
  return larger;
}

/** Sorts what was met by word: counted first, then laid in its place. */
function inOrder(ids: ReadonlyMap<string, number>, met: Uint32Array): WordIndex {
  const words = [...ids.keys()].sort();
  const rankOf = new Uint32Array(words.length);
  words.forEach((word, rank) => {
    rankOf[ids.get(word) as number] = rank;
  });
  const starts = new Uint32Array(words.length + 1);
  const rankAt = (at: number) => rankOf[met[at] as number] as number;
  for (let at = 0; at < met.length; at += 2) starts[rankAt(at) + 1] = (starts[rankAt(at) + 1] as number) + 1;
  for (let rank = 1; rank <= words.length; rank += 1)
    starts[rank] = (starts[rank] as number) + (starts[rank - 1] as number);
  const next = starts.slice();
  const places = new Uint32Array(met.length / 2);
  for (let at = 0; at < met.length; at += 2) {
    const rank = rankAt(at);
    places[next[rank] as number] = met[at + 1] as number;
    next[rank] = (next[rank] as number) + 1;
  }
  return { words, starts, places };
}

/** Calls `visit` for each word that begins so with each of its documents; a document may come several times. */
export function findBeginning(
  { words, starts, places }: WordIndex,
  beginning: string,
  visit: (document: number, beginsItem: boolean) => void,
): void {
  for (let word = firstFrom(words, beginning); words[word]?.startsWith(beginning); word += 1)
    for (let at = starts[word] as number; at < (starts[word + 1] as number); at += 1) {
      const place = places[at] as number;
      visit(place >> 1, (place & 1) === 0);
    }
}

/** The documents, in rising order, that hold the rarest of these whole words: where all of them may stand. */
export function rarest({ words, starts, places }: WordIndex, wanted: readonly string[]): readonly number[] {
  const ranges = wanted.map((word) => {
    const at = firstFrom(words, word);
    return words[at] === word ? places.subarray(starts[at], starts[at + 1]) : places.subarray(0, 0);
  });
  const [shortest = places.subarray(0, 0)] = ranges.sort((a, b) => a.length - b.length);
  return Array.from(shortest, (place) => place >> 1);
}

/** The first word that does not stand before `wanted`. */
function firstFrom(words: readonly string[], wanted: string): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle] as string) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
