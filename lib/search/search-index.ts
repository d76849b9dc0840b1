/**
 * The index over many entries, and the ranking of what it finds. Pure.
 *
 * Documents stand in the order in which equally good hits are to be listed.
 */
import { FIELDS, foldLabel, foldWords, type SearchDocument, type SearchField } from './document.ts';
import { type FlatText, findPattern, findText, flatten, fromText, ITEM } from './flat-text.ts';
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
const NONE = 255;
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
 */
export function searchIndex(
  index: SearchIndex,
  query: string,
  segment: (text: string) => readonly string[] = () => [],
): Hit[] {
  const ranks = rankPhrase(index, query);
  const words = query.split(/\s+/).filter(Boolean);
  if (words.length > 1) improve(ranks, rankWords(index, words), APART);
  if (ranks.every((rank) => rank === NONE)) {
    const cut = segment(query).filter((word) => foldLabel(word) !== '');
    if (cut.length > 1) improve(ranks, rankWords(index, cut), SEGMENTED);
  }
  const hits: Hit[] = [];
  ranks.forEach((rank, document) => {
    if (rank !== NONE) hits.push({ key: index.keys[document] as string, rank });
  });
  // The sort is stable: among equals the order of the documents stays.
  return hits.sort((a, b) => a.rank - b.rank);
}

function improve(ranks: Uint8Array, others: Uint8Array, penalty: number): void {
  others.forEach((rank, document) => {
    if (rank !== NONE) ranks[document] = Math.min(ranks[document] as number, rank + penalty);
  });
}

/** The worst of the words' ranks, where every word is found. */
function rankWords(index: SearchIndex, words: readonly string[]): Uint8Array {
  const [first, ...others] = words.map((word) => rankPhrase(index, word));
  const ranks = first ?? new Uint8Array(index.keys.length).fill(NONE);
  for (const other of others) {
    for (let document = 0; document < ranks.length; document += 1)
      ranks[document] = Math.max(ranks[document] as number, other[document] as number);
  }
  return ranks;
}

function rankPhrase(index: SearchIndex, phrase: string): Uint8Array {
  const ranks = new Uint8Array(index.keys.length).fill(NONE);
  const hit = (document: number, rank: number) => {
    if (rank < (ranks[document] as number)) ranks[document] = rank;
  };
  const label = foldLabel(phrase);
  if (label !== '') {
    const { text, starts } = index.labels;
    findText(index.labels, label, (document, at) => {
      const begins = text[at - 1] === ITEM;
      const preferred = at === (starts[document] as number) + 1;
      const whole = begins && text[at + label.length] === ITEM;
      if (whole) hit(document, preferred ? RANK.label : RANK.otherLabel);
      else if (begins) hit(document, preferred ? RANK.labelBegins : RANK.otherLabelBegins);
      else hit(document, RANK.inLabel);
    });
    if (!isLatin(phrase)) findText(index.texts, label, (document) => hit(document, RANK.text), true);
  }
  const sound = pinyinPattern(phrase);
  if (sound !== undefined) {
    const { text, starts } = index.pinyin;
    findPattern(index.pinyin, sound, (document, at, end) => {
      if (at !== starts[document]) hit(document, RANK.inSound);
      // What was typed reaches into the last syllable: nothing of the label is left out.
      else hit(document, nextBreak(text, end) === ITEM ? RANK.sound : RANK.soundBegins);
    });
  }
  const words = foldWords(phrase);
  if (/[a-z0-9]/.test(words)) {
    const { text, starts } = index.english;
    findText(index.english, ` ${words}`, (document, at) => {
      const begins = at === starts[document] || text[at - 1] === ITEM;
      hit(document, begins ? RANK.translationBegins : RANK.translation);
    });
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
