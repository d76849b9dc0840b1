/** Entries as SKOS: JSON-LD and Turtle, with the same statements. Pure. */
import type { Concept } from '../glossary/schema.ts';
import type { Text } from './languages.ts';
import type { Draft } from './types.ts';
import type { EntryWriter, WriteOptions } from './writer.ts';

const CONTEXT = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
};
const HAN = /\p{Script=Han}/u;
const SCHEME = 'urn:cezhu:scheme';

/** A text with or without a language, or an address. */
type Value = Text | { readonly iri: string };
type Statement = readonly [predicate: string, values: readonly Value[]];

const schemeOf = ({ title, licence, language }: WriteOptions): Statement[] => [
  ['dcterms:title', [{ lang: language, text: title }]],
  ['dcterms:license', licence === undefined ? [] : [{ lang: '', text: licence }]],
];

export const writeSkos = (options: WriteOptions): EntryWriter => ({
  head: `${JSON.stringify({ '@context': CONTEXT }).slice(0, -1)},"@graph":[\n${JSON.stringify(
    nodeOf(SCHEME, 'skos:ConceptScheme', schemeOf(options)),
  )}`,
  entry: (concept) => `,\n${JSON.stringify(nodeOf(iriOf(concept), 'skos:Concept', statementsOf(concept)))}`,
  foot: '\n]}\n',
});

export const writeTurtle = (options: WriteOptions): EntryWriter => ({
  head:
    Object.entries(CONTEXT)
      .map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`)
      .join('') + turtleOf(SCHEME, 'skos:ConceptScheme', schemeOf(options)),
  entry: (concept) => turtleOf(iriOf(concept), 'skos:Concept', statementsOf(concept)),
  foot: '',
});

function nodeOf(iri: string, type: string, statements: readonly Statement[]): Draft {
  const value = (each: Value) =>
    'iri' in each
      ? { '@id': each.iri }
      : each.lang === ''
        ? each.text
        : { '@language': each.lang, '@value': each.text };
  const held = statements.filter(([, values]) => values.length > 0);
  const members = held.map(([predicate, values]) => [predicate, values.map(value)] as const);
  return { '@id': iri, '@type': type, ...Object.fromEntries(members) };
}

function turtleOf(iri: string, type: string, statements: readonly Statement[]): string {
  const value = (each: Value) =>
    'iri' in each ? `<${each.iri}>` : `${quoted(each.text)}${each.lang === '' ? '' : `@${each.lang}`}`;
  const lines = statements
    .filter(([, values]) => values.length > 0)
    .map(([predicate, values]) => ` ;\n  ${predicate} ${values.map(value).join(', ')}`);
  return `\n<${iri}> a ${type}${lines.join('')} .\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const quoted = (text: string): string =>
  `"${text.replace(/[\\"\n\r\t]/g, (mark) => ESCAPES[mark] ?? `\\${mark}`)}"`;

function statementsOf(concept: Concept): Statement[] {
  const { origin, prefLabel, altLabels, renderings, definitions, notes, sources } = concept;
  const language = HAN.test(prefLabel) ? 'zh' : 'en';
  const tagged = (map: Readonly<Record<string, string>>): Text[] =>
    Object.entries(map).map(([lang, text]) => ({ lang, text }));
  const refs = (list: readonly string[]) => list.map((ref) => ({ iri: iriTo(origin.glossaryId, ref) }));
  // SKOS has one preferred label a language: the first rendering of each, the others are alternative labels.
  const isFirst = (at: number) =>
    renderings[at]?.lang !== language &&
    renderings.findIndex(({ lang }) => lang === renderings[at]?.lang) === at;
  const rendered = renderings.map(({ lang, text }) => ({ lang: tagOf(lang), text }));
  return [
    ['skos:prefLabel', [{ lang: language, text: prefLabel }, ...rendered.filter((_, at) => isFirst(at))]],
    [
      'skos:altLabel',
      [
        ...altLabels.map(({ form, kind }) => ({
          lang: kind === 'traditional' && language === 'zh' ? 'zh-Hant' : language,
          text: form,
        })),
        ...rendered.filter((_, at) => !isFirst(at)),
      ],
    ],
    ['skos:definition', tagged(definitions)],
    ['skos:note', tagged(notes)],
    ['skos:broader', refs(concept.broader)],
    ['skos:related', refs(concept.related)],
    ['dcterms:isReplacedBy', refs(concept.replacedBy)],
    [
      'dcterms:source',
      sources.map(({ title, publisher, date }) => ({
        lang: '',
        text: [title, publisher, date].filter(Boolean).join(', '),
      })),
    ],
  ];
}

/** Whatever stands there as a language, as a tag that no syntax stumbles over. */
const tagOf = (lang: string): string => (/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(lang) ? lang : 'und');

const iriOf = ({ origin, id }: Concept): string => iriTo(origin.glossaryId, id);
const iriTo = (glossaryId: string, ref: string): string =>
  `urn:cezhu:${ref.includes('/') ? ref.replace('/', ':') : `${glossaryId}:${ref}`}`;
