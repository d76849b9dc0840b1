/** What of a concept is searched, folded for comparing. Pure. */
import type { Concept } from '../glossary/schema.ts';
import { normalise } from '../text/normalise.ts';
import { DOCUMENT, ITEM } from './flat-text.ts';
import { syllables } from './pinyin.ts';

export const FIELDS = ['labels', 'pinyin', 'english', 'texts'] as const;
export type SearchField = (typeof FIELDS)[number];

export interface SearchDocument extends Readonly<Record<SearchField, string>> {
  /** `glossaryId/conceptId`. */
  readonly key: string;
}

/** @param pinyinOf reads a label aloud, for entries that come without pinyin */
export function documentOf(
  key: string,
  concept: Concept,
  pinyinOf: (label: string) => string = () => '',
): SearchDocument {
  const labels = [concept.prefLabel, ...concept.altLabels.map(({ form }) => form)];
  const components = (concept.components ?? []).map(({ label, gloss = '' }) => `${label} ${gloss}`);
  const english = concept.renderings.map(({ text }) => text);
  for (const [language, text] of Object.entries({ ...concept.definitions }))
    if (!language.startsWith('zh')) english.push(text);
  for (const [language, text] of Object.entries(concept.notes))
    if (!language.startsWith('zh')) english.push(text);
  const texts = [concept.definitions, concept.notes].flatMap((byLanguage) =>
    Object.entries(byLanguage).flatMap(([language, text]) => (language.startsWith('zh') ? text : [])),
  );
  const foreign = english.filter((text) => OTHER_SCRIPT.test(text));
  return {
    key,
    labels: ITEM + labels.map((label) => foldLabel(label) + ITEM).join(''),
    pinyin: syllables(concept.pinyin ?? pinyinOf(concept.prefLabel)) + ITEM,
    english: [...english, latinIn([...labels, ...texts])]
      .map((text) => foldWords(text).replace(OTHER_WORDS, ''))
      .filter((text) => text !== '')
      .map((text) => ` ${text.trim()}${ITEM}`)
      .join(''),
    texts: [...texts, ...foreign, ...components, concept.issuer ?? '']
      .map((text) => foldLabel(text) + ITEM)
      .join(''),
  };
}

/** Words in other letters than Latin are looked for as Chinese is; without them the text takes half the memory. */
const OTHER_SCRIPT = /(?!\p{Script=Latin})\p{L}/u;
const OTHER_WORDS = /(?:^| )[^ ]*[\u0100-\u{10ffff}][^ ]*/gu;

/** Latin words in Chinese texts (APEC, 5G), so that what is typed in Latin letters is not looked for in them. */
const latinIn = (texts: readonly string[]): string =>
  texts
    .flatMap((text) => text.match(/[\p{Script=Latin}\d]*\p{Script=Latin}[\p{Script=Latin}\d-]*/gu) ?? [])
    .join(' ');

/** Chinese text: width, script variants, spaces and quotation marks do not count. */
export const foldLabel = (text: string): string => clean(normalise(text).toLowerCase());

/** Text in words: case, accents and marks do not count. */
export const foldWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** The marks of the flat text stand for themselves alone. */
const clean = (text: string): string => text.replaceAll(DOCUMENT, '').replaceAll(ITEM, '');
