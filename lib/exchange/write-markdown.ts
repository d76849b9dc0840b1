/** A glossary to read and print: Markdown with definitions, parts, notes and sources. Pure. */
import type { Concept } from '../glossary/schema.ts';
import type { EntryWriter, WriteOptions } from './writer.ts';

export const READING_WORDS = {
  zh: { parts: '组成', sources: '来源', also: '又作', english: '英文', since: '提出', bound: '不晚于' },
  en: {
    parts: 'Parts',
    sources: 'Sources',
    also: 'Also',
    english: 'English',
    since: 'First used',
    bound: 'no later than',
  },
} as const;

export const writeMarkdown = ({ title, licence, language }: WriteOptions): EntryWriter => ({
  head: `# ${inline(title)}\n${licence === undefined ? '' : `\n${inline(licence)}\n`}`,
  entry: (concept) => `\n${section(concept, language)}\n`,
  foot: '',
});

function section(concept: Concept, language: WriteOptions['language']): string {
  const words = READING_WORDS[language];
  const { prefLabel, pinyin, altLabels, renderings, definitions, notes, components } = concept;
  const separator = language === 'zh' ? '；' : '; ';
  const fact = (name: string, values: readonly string[]) =>
    values.length === 0
      ? []
      : [`**${name}**${language === 'zh' ? '：' : ': '}${values.map(inline).join(separator)}`];
  const listed = (name: string, items: readonly string[]) =>
    items.length === 0 ? [] : [`**${name}**\n\n${items.join('\n')}`];
  return [
    `## ${inline(prefLabel)}`,
    ...(pinyin === undefined ? [] : [`*${inline(pinyin)}*`]),
    ...Object.values(definitions).map(paragraph),
    ...fact(
      words.also,
      altLabels.map(({ form }) => form),
    ),
    ...fact(
      words.english,
      renderings.map(({ text }) => text),
    ),
    ...fact(words.since, sinceOf(concept, language)),
    ...listed(
      words.parts,
      (components ?? []).map(({ label, gloss }, at) => `${at + 1}. ${item(label, gloss)}`),
    ),
    ...Object.values(notes).map(paragraph),
    ...listed(
      words.sources,
      concept.sources.map((source) => `- ${sourceLine(source)}`),
    ),
  ].join('\n\n');
}

/** Since when, on what occasion, by whom; a date that is only an upper bound is said to be one. */
export function sinceOf({ firstUse, issuer }: Concept, language: WriteOptions['language']): string[] {
  const date = firstUse?.noLaterThan ? `${READING_WORDS[language].bound} ${firstUse.date}` : firstUse?.date;
  return [date, firstUse?.occasion, issuer].filter((part) => part !== undefined);
}

const item = (label: string, gloss: string | undefined): string =>
  inline(gloss === undefined ? label : `${label}（${gloss}）`);

function sourceLine({ title, publisher, date, url }: Concept['sources'][number]): string {
  const said = [title, publisher, date]
    .filter((part) => part !== undefined)
    .map(inline)
    .join(', ');
  return url === undefined ? said : `${said} <${url.replace(/[<>\s]/g, encodeURIComponent)}>`;
}

/** Text as itself: nothing in it is markup. */
const inline = (text: string): string =>
  text.replace(/\s*\n\s*/g, ' ').replace(/[\\`*_{}[\]<>#|~&]|^\s*(?:[-+>]|\d+[.)])/g, escapeMark);
const escapeMark = (mark: string): string =>
  mark === '<' ? '&lt;' : mark === '&' ? '&amp;' : mark.replace(/(.)$/s, '\\$1');

const paragraph = (text: string): string => text.split('\n').map(inline).join('\n\n');
