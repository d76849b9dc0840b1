/**
 * The index over many entries. Pure.
 *
 * Documents stand in the order in which equally good hits are to be listed.
 */
import { FIELDS, type SearchDocument, type SearchField } from './document.ts';
import { type FlatText, flatten, fromText } from './flat-text.ts';
import { bytesOf, numbersOf, packParts, unpackParts } from './pack.ts';
import { indexSounds, type SoundIndex } from './sound-index.ts';
import { indexWords, type WordIndex } from './word-index.ts';

export interface SearchIndex extends Readonly<Record<SearchField, FlatText>> {
  readonly keys: readonly string[];
  /** Of `english`. */
  readonly words: WordIndex;
  /** Of `pinyin`. */
  readonly sounds: SoundIndex;
}

export function buildIndex(documents: readonly SearchDocument[]): SearchIndex {
  const flat = (field: SearchField) => flatten(documents.map((document) => document[field]));
  const pinyin = flat('pinyin');
  return {
    keys: documents.map(({ key }) => key),
    labels: flat('labels'),
    pinyin,
    english: flat('english'),
    texts: flat('texts'),
    words: indexWords(documents.map(({ english }) => english)),
    sounds: indexSounds(pinyin.text),
  };
}

/** The index as bytes, to be stored. */
export function packIndex(index: SearchIndex): ArrayBuffer {
  const encoder = new TextEncoder();
  const { words } = index;
  return packParts([
    ...[index.keys.join('\n'), ...FIELDS.map((field) => index[field].text), words.words.join(' ')].map(
      (text) => encoder.encode(text),
    ),
    bytesOf(words.starts),
    bytesOf(words.places),
  ]);
}

/** @returns `undefined` where the bytes are not an index */
export function unpackIndex(data: ArrayBuffer): SearchIndex | undefined {
  const parts = unpackParts(data, FIELDS.length + 4);
  if (parts === undefined) return undefined;
  const [starts, places] = parts.splice(-2).map(numbersOf);
  const [joined = '', ...texts] = parts.map((part) => new TextDecoder().decode(part));
  const keys = split(joined, '\n');
  const words = split(texts.pop() ?? '', ' ');
  const [labels, pinyin, english, long] = texts.map((text) => fromText(text, keys.length));
  return (
    labels &&
    pinyin &&
    english &&
    long &&
    starts &&
    places && {
      keys,
      labels,
      pinyin,
      english,
      texts: long,
      words: { words, starts, places },
      sounds: indexSounds(pinyin.text),
    }
  );
}

const split = (text: string, mark: string): string[] => (text === '' ? [] : text.split(mark));
