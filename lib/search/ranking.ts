/** What a query finds in an index, and in which order. Pure. */
import { foldLabel, foldWords } from './document.ts';
import { documentAt, documentText, findText, ITEM, type Visit } from './flat-text.ts';
import { createMemory, type Memory } from './memory.ts';
import { countRanks, inOrder, NONE } from './order.ts';
import { readSound } from './pinyin.ts';
import type { SearchIndex } from './search-index.ts';
import { findSound } from './sound-index.ts';
import { findBeginning, rarest } from './word-index.ts';

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
/** Ranks from here on are given by `rankFar` alone: what `rankNear` finds stands before. */
export const FAR = RANK.text;
/** Added where not the whole query stands together but each of its words. */
const APART = 20;
const IN_PIECES = 40;

export interface Hit {
  readonly document: number;
  /** Less is better; comparable between indexes. */
  readonly rank: number;
}

/**
 * Finds entries by label, alternative label, pinyin or translation: what takes next to no time.
 *
 * @returns the rank of each document; less is better and comparable between indexes, `NONE` where it was not found
 */
export function rankNear(index: SearchIndex, phrase: string): Uint8Array {
  const ranks = new Uint8Array(index.keys.length).fill(NONE);
  rankLabels(index, phrase, ranks);
  rankSounds(index, phrase, ranks);
  rankWordsOf(index, phrase, ranks);
  return ranks;
}

/**
 * Adds to what `rankNear` found the entries whose texts hold the query, or that hold its words apart.
 *
 * Words with spaces between them may stand apart. A run of characters that stands nowhere may stand in pieces. The
 * browsers' own segmenters are not asked: Firefox cuts the same run in one way or another from one process to the next.
 *
 * @param memory what was found before in this index: letters typed behind others are looked for among that
 */
export function rankFar(
  index: SearchIndex,
  query: string,
  ranks: Uint8Array,
  memory: Memory = createMemory(),
): void {
  rankTexts(index, query, ranks, memory);
  const words = query.split(/\s+/).filter(Boolean);
  if (words.length > 1) improve(ranks, rankApart(index, words, memory), APART);
  if (countRanks(ranks)[NONE] === ranks.length) rankPieces(index, query, ranks);
}

/** All hits, best first. */
export function searchIndex(index: SearchIndex, query: string): Hit[] {
  const ranks = rankNear(index, query);
  rankFar(index, query, ranks);
  return Array.from(inOrder(ranks), (document) => ({ document, rank: ranks[document] as number }));
}

function improve(ranks: Uint8Array, others: Uint8Array, penalty: number): void {
  for (let document = 0; document < ranks.length; document += 1) {
    const rank = others[document] as number;
    if (rank !== NONE) note(ranks, document, rank + penalty);
  }
}

/** The worst of the words' ranks, where every word is found. */
function rankApart(index: SearchIndex, words: readonly string[], memory: Memory): Uint8Array {
  const [first, ...others] = words.map((word) => {
    const ranks = rankNear(index, word);
    rankTexts(index, word, ranks, memory);
    return ranks;
  });
  const ranks = first ?? new Uint8Array(index.keys.length).fill(NONE);
  for (const other of others) {
    for (let document = 0; document < ranks.length; document += 1)
      ranks[document] = Math.max(ranks[document] as number, other[document] as number);
  }
  return ranks;
}

function note(ranks: Uint8Array, document: number, rank: number): void {
  if (rank < (ranks[document] as number)) ranks[document] = rank;
}

function rankLabels({ labels }: SearchIndex, phrase: string, ranks: Uint8Array): void {
  const label = foldLabel(phrase);
  if (label === '') return;
  const { text, starts } = labels;
  findText(labels, label, (document, at, end) => {
    const begins = text[at - 1] === ITEM;
    const preferred = at === (starts[document] as number) + 1;
    const whole = begins && text[end] === ITEM;
    const rank = whole
      ? preferred
        ? RANK.label
        : RANK.otherLabel
      : begins
        ? preferred
          ? RANK.labelBegins
          : RANK.otherLabelBegins
        : RANK.inLabel;
    note(ranks, document, rank);
    // The rest of the document can be no better.
    return rank === RANK.label;
  });
}

function rankSounds({ pinyin, sounds }: SearchIndex, phrase: string, ranks: Uint8Array): void {
  const sound = readSound(phrase);
  if (sound === undefined) return;
  const { text, starts } = pinyin;
  let document = 0;
  findSound(sounds, text, sound, (at, end) => {
    document = documentAt(starts, at, document);
    if (at !== starts[document]) note(ranks, document, RANK.inSound);
    // What was typed reaches into the last syllable: nothing of the label is left out.
    else note(ranks, document, nextBreak(text, end) === ITEM ? RANK.sound : RANK.soundBegins);
  });
}

function rankWordsOf({ english, words }: SearchIndex, phrase: string, ranks: Uint8Array): void {
  const typed = foldWords(phrase);
  if (!/[a-z0-9]/.test(typed)) return;
  const whole = typed.split(' ');
  const [only] = whole;
  if (whole.length === 1 && only !== undefined) {
    findBeginning(words, only, (document, beginsItem) => {
      if (beginsItem) note(ranks, document, RANK.translationBegins);
      // One letter stands in every entry: it means what begins with it.
      else if (only.length > 1) note(ranks, document, RANK.translation);
    });
    return;
  }
  const { text, starts } = english;
  const rankOf: Visit = (document, at) => {
    const begins = at === starts[document] || text[at - 1] === ITEM;
    note(ranks, document, begins ? RANK.translationBegins : RANK.translation);
    return begins;
  };
  findText(english, ` ${typed}`, rankOf, rarest(words, whole.slice(0, -1)));
}

function rankTexts({ texts }: SearchIndex, phrase: string, ranks: Uint8Array, memory: Memory): void {
  const label = foldLabel(phrase);
  if (label === '' || isLatin(phrase)) return;
  const rankOf: Visit = (document) => {
    note(ranks, document, RANK.text);
    return true;
  };
  memory.find(label, rankOf, (visit, among) => findText(texts, label, visit, among));
}

/** Where a run of characters stands in pieces of labels and texts, of two characters or more on average; few are better. */
function rankPieces({ labels, texts }: SearchIndex, phrase: string, ranks: Uint8Array): void {
  const run = foldLabel(phrase);
  if (run.length < 3 || isLatin(phrase)) return;
  const holders = new Set<number>();
  const add: Visit = (document) => {
    holders.add(document);
    return true;
  };
  findText(labels, run[0] as string, add);
  findText(texts, run[0] as string, add);
  for (const document of holders) {
    const pieces = countPieces(documentText(labels, document) + documentText(texts, document), run);
    if (pieces <= run.length / 2 + 0.5)
      note(ranks, document, Math.min(RANK.text + IN_PIECES + pieces, NONE - 1));
  }
}

/** Of how many pieces of the text the run can be made, the longest first; infinite where it cannot. */
function countPieces(text: string, run: string): number {
  let pieces = 0;
  for (let at = 0; at < run.length; pieces += 1) {
    let end = at;
    while (end < run.length && text.includes(run.slice(at, end + 1))) end += 1;
    if (end === at) return Number.POSITIVE_INFINITY;
    at = end;
  }
  return pieces;
}

/** Only letters of words and sounds: for these the texts in Chinese need not be looked through. */
const isLatin = (text: string): boolean => /^[\p{Script=Latin}\p{M}\s'’-]+$/u.test(text);

/** The next space or item mark from `from` on. */
function nextBreak(text: string, from: number): string | undefined {
  for (let at = from; at < text.length; at += 1) if (text[at] === ' ' || text[at] === ITEM) return text[at];
  return undefined;
}
