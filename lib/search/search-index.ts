/**
 * The index over many entries, and the ranking of what it finds. Pure.
 *
 * Documents stand in the order in which equally good hits are to be listed.
 */
import { FIELDS, foldLabel, foldWords, type SearchDocument, type SearchField } from './document.ts';
import {
  DOCUMENT,
  type FlatText,
  findPattern,
  findText,
  flatten,
  fromText,
  ITEM,
  type Visit,
} from './flat-text.ts';
import { createMemory, type Memory } from './memory.ts';
import { pinyinPattern } from './pinyin.ts';

export interface SearchIndex extends Readonly<Record<SearchField, FlatText>> {
  readonly keys: readonly string[];
}

export function buildIndex(documents: readonly SearchDocument[]): SearchIndex {
  const flat = (field: SearchField) => flatten(documents.map((document) => document[field]));
  return {
    keys: documents.map(({ key }) => key),
    labels: flat('labels'),
    pinyin: flat('pinyin'),
    english: flat('english'),
    texts: flat('texts'),
  };
}

/** How good a hit is: less is better. The whole label, its beginning, its sound, a translation, a text about it. */
const RANK = {
  label: 0,
  otherLabel: 1,
  sound: 2,
  labelBegins: 3,
  otherLabelBegins: 4,
  soundBegins: 5,
  translationBegins: 6,
  inLabel: 7,
  inSound: 8,
  translation: 9,
  text: 10,
} as const;
/** The rank of a document that was not found. */
export const NONE = 255;
/** Added where not the whole query stands together but each of its words. */
const APART = 20;
const SEGMENTED = 40;

export interface Hit {
  readonly key: string;
  /** Less is better; comparable between indexes. */
  readonly rank: number;
}

/**
 * Finds entries by label, alternative label, pinyin, translation or text, best first.
 *
 * Words with spaces between them may stand apart. A run of characters that stands nowhere is cut into words by
 * `segment`, all of which must be found.
 *
 * @param memory what was found before in this index: letters typed behind others are looked for among that
 * @returns the rank of each document; less is better and comparable between indexes, `NONE` where it was not found
 */
export function rankDocuments(
  index: SearchIndex,
  query: string,
  segment: (text: string) => readonly string[] = () => [],
  memory: Memory = createMemory(),
): Uint8Array {
  const ranks = rankPhrase(index, query, memory);
  const words = query.split(/\s+/).filter(Boolean);
  if (words.length > 1) improve(ranks, rankWords(index, words, memory), APART);
  if (ranks.every((rank) => rank === NONE)) {
    const cut = segment(query).filter((word) => foldLabel(word) !== '');
    if (cut.length > 1) improve(ranks, rankWords(index, cut, memory), SEGMENTED);
  }
  return ranks;
}

/** The documents that were found, best first; among equals in their own order. */
export function inOrder(ranks: Uint8Array): Uint32Array {
  const places = new Uint32Array(NONE + 1);
  for (const rank of ranks) if (rank !== NONE) places[rank + 1] = (places[rank + 1] as number) + 1;
  for (let rank = 1; rank <= NONE; rank += 1)
    places[rank] = (places[rank] as number) + (places[rank - 1] as number);
  const order = new Uint32Array(places[NONE] as number);
  ranks.forEach((rank, document) => {
    if (rank === NONE) return;
    order[places[rank] as number] = document;
    places[rank] = (places[rank] as number) + 1;
  });
  return order;
}

/** All hits, best first. */
export function searchIndex(
  index: SearchIndex,
  query: string,
  segment?: (text: string) => readonly string[],
): Hit[] {
  const ranks = rankDocuments(index, query, segment);
  return Array.from(inOrder(ranks), (document) => ({
    key: index.keys[document] as string,
    rank: ranks[document] as number,
  }));
}

function improve(ranks: Uint8Array, others: Uint8Array, penalty: number): void {
  others.forEach((rank, document) => {
    if (rank !== NONE) ranks[document] = Math.min(ranks[document] as number, rank + penalty);
  });
}

/** The worst of the words' ranks, where every word is found. */
function rankWords(index: SearchIndex, words: readonly string[], memory: Memory): Uint8Array {
  const [first, ...others] = words.map((word) => rankPhrase(index, word, memory));
  const ranks = first ?? new Uint8Array(index.keys.length).fill(NONE);
  for (const other of others) {
    for (let document = 0; document < ranks.length; document += 1)
      ranks[document] = Math.max(ranks[document] as number, other[document] as number);
  }
  return ranks;
}

function rankPhrase(index: SearchIndex, phrase: string, memory: Memory): Uint8Array {
  const ranks = new Uint8Array(index.keys.length).fill(NONE);
  /** Notes a hit in a field that has none better than `best`: once that is reached the document is done with. */
  const hit = (document: number, rank: number, best: number): boolean => {
    if (rank < (ranks[document] as number)) ranks[document] = rank;
    return rank <= best;
  };
  const label = foldLabel(phrase);
  if (label !== '') {
    const { text, starts } = index.labels;
    const rankOf: Visit = (document, at, end) => {
      const begins = text[at - 1] === ITEM;
      const preferred = at === (starts[document] as number) + 1;
      const whole = begins && text[end] === ITEM;
      if (whole) return hit(document, preferred ? RANK.label : RANK.otherLabel, RANK.label);
      if (begins) return hit(document, preferred ? RANK.labelBegins : RANK.otherLabelBegins, RANK.label);
      return hit(document, RANK.inLabel, RANK.label);
    };
    memory.find('labels', label, rankOf, (visit, among) => findText(index.labels, label, visit, among));
    if (!isLatin(phrase))
      memory.find(
        'texts',
        label,
        (document) => hit(document, RANK.text, RANK.text),
        (visit, among) => findText(index.texts, label, visit, among),
      );
  }
  const sound = pinyinPattern(phrase);
  if (sound !== undefined) {
    const { text, starts } = index.pinyin;
    const rankOf: Visit = (document, at, end) => {
      if (at !== starts[document]) return hit(document, RANK.inSound, RANK.sound);
      // What was typed reaches into the last syllable: nothing of the label is left out.
      return hit(document, nextBreak(text, end) === ITEM ? RANK.sound : RANK.soundBegins, RANK.sound);
    };
    memory.find('pinyin', sound.source, rankOf, (visit, among) =>
      findPattern(index.pinyin, sound, visit, among),
    );
  }
  const words = foldWords(phrase);
  if (/[a-z0-9]/.test(words)) {
    const { text, starts } = index.english;
    const rankOf: Visit = (document, at) => {
      const begins = at === starts[document] || text[at - 1] === ITEM;
      return hit(document, begins ? RANK.translationBegins : RANK.translation, RANK.translationBegins);
    };
    // One letter stands in every entry: it means what begins with it.
    if (words.length === 1) {
      for (const mark of [DOCUMENT, ITEM])
        findText(index.english, `${mark} ${words}`, (document, at) => {
          // The mark before a document counts as the end of the one before.
          const own = mark === DOCUMENT && starts[document] !== at + 1 ? document + 1 : document;
          return hit(own, RANK.translationBegins, RANK.translationBegins);
        });
    } else
      memory.find('english', words, rankOf, (visit, among) =>
        findText(index.english, ` ${words}`, visit, among),
      );
  }
  return ranks;
}

/** Only letters of words and sounds: for these the texts in Chinese need not be looked through. */
const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{M}\s'’-]+$/u.test(text);

/** The next space or item mark from `from` on. */
function nextBreak(text: string, from: number): string | undefined {
  for (let at = from; at < text.length; at += 1) if (text[at] === ' ' || text[at] === ITEM) return text[at];
  return undefined;
}

/** The index as bytes, to be stored. */
export function packIndex(index: SearchIndex): ArrayBuffer {
  const plain = { keys: index.keys.join('\n'), fields: FIELDS.map((field) => index[field].text) };
  return new TextEncoder().encode(JSON.stringify(plain)).buffer;
}

/** @returns `undefined` where the bytes are not an index */
export function unpackIndex(data: ArrayBuffer): SearchIndex | undefined {
  try {
    const { keys: joined, fields } = JSON.parse(new TextDecoder().decode(data)) as {
      keys: string;
      fields: string[];
    };
    const keys = joined === '' ? [] : joined.split('\n');
    const [labels, pinyin, english, texts] = fields.map((text) => fromText(text, keys.length));
    return labels && pinyin && english && texts && { keys, labels, pinyin, english, texts };
  } catch {
    return undefined;
  }
}
