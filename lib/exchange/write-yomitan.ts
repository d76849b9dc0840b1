/** A dictionary for Yomitan (format 3): every form of an entry leads to it. */
import type { AltLabel, Concept } from '../glossary/schema.ts';
import type { ArchiveWriter, WriteOptions } from './writer.ts';

/** As many as Yomitan's own dictionaries have in one file. */
const PER_BANK = 10_000;

export const FORM_NAMES = {
  zh: { short: '简称', full: '全称', variant: '又作', quoted: '引号形式', traditional: '繁体' },
  en: {
    short: 'short form',
    full: 'full form',
    variant: 'other form',
    quoted: 'quoted form',
    traditional: 'traditional form',
  },
} as const satisfies Readonly<Record<string, Record<AltLabel['kind'], string>>>;

export function writeYomitan({ title, licence, language }: WriteOptions): ArchiveWriter {
  const index = {
    title,
    format: 3,
    // Yomitan tells a newer dictionary from one that it has by this.
    revision: new Date().toISOString().slice(0, 10),
    sequenced: false,
    author: 'Cezhu',
    ...(licence === undefined ? {} : { attribution: licence }),
    sourceLanguage: 'zh',
    targetLanguage: language,
  };
  return {
    files: { 'index.json': JSON.stringify(index) },
    nameOf: (number) => `term_bank_${number}.json`,
    perFile: PER_BANK,
    writer: {
      head: '[',
      entry: (concept, first) => `${first ? '' : ','}\n${rowsOf(concept, language).map(String).join(',\n')}`,
      foot: '\n]\n',
    },
  };
}

/** The entry, then its other forms, which point to it. */
function rowsOf(concept: Concept, language: WriteOptions['language']): string[] {
  const { prefLabel, pinyin = '', altLabels } = concept;
  const row = (term: string, reading: string, meaning: unknown) =>
    JSON.stringify([term, reading, '', '', 0, [meaning], 0, '']);
  const forms = new Map(altLabels.map(({ form, kind }) => [form, kind] as const));
  forms.delete(prefLabel);
  return [
    row(prefLabel, pinyin, { type: 'structured-content', content: meaningOf(concept) }),
    ...[...forms].map(([form, kind]) => row(form, '', [prefLabel, [FORM_NAMES[language][kind]]])),
  ];
}

interface Element {
  readonly tag: string;
  readonly lang?: string;
  readonly href?: string;
  readonly style?: Readonly<Record<string, string>>;
  readonly content: string | readonly (string | Element)[];
}

function meaningOf(concept: Concept): Element[] {
  const { definitions, components, renderings, notes, sources } = concept;
  const paragraphs = (map: Readonly<Record<string, string>>): Element[] =>
    Object.entries(map).flatMap(([lang, text]) =>
      text.split('\n').map((line) => ({ tag: 'div', lang, content: line })),
    );
  const list = (tag: 'ol' | 'ul', items: readonly (string | Element)[]): Element[] =>
    items.length === 0 ? [] : [{ tag, content: items.map((each) => ({ tag: 'li', content: [each] })) }];
  return [
    ...paragraphs(definitions),
    ...list(
      'ol',
      (components ?? []).map(({ label, gloss }) => (gloss === undefined ? label : `${label}（${gloss}）`)),
    ),
    ...renderings.map(({ lang, text }) => ({ tag: 'div', lang, content: text })),
    ...paragraphs(notes),
    ...list('ul', sources.map(sourceElement)),
  ];
}

function sourceElement({ title, publisher, date, url }: Concept['sources'][number]): string | Element {
  const said = [title, publisher, date].filter(Boolean).join(', ');
  return url === undefined ? said : { tag: 'a', href: url, content: said };
}
