/**
 * SKOS as JSON-LD in one documented shape: a `@graph` of concepts with SKOS names, prefixed, bare or in full.
 *
 * Contexts are not fetched and not interpreted. Pure.
 */
import type { Concept } from '../glossary/schema.ts';
import { labelId } from './fill-draft.ts';
import { byLanguage, formsBeside, mainOf, type Text } from './languages.ts';
import type { Draft } from './types.ts';
import type { EntryWriter } from './writer.ts';

const CONTEXT = {
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dcterms: 'http://purl.org/dc/terms/',
};
const HAN = /\p{Script=Han}/u;
const ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

export const writeSkos = (): EntryWriter => ({
  head: `${JSON.stringify({ '@context': CONTEXT }).slice(0, -1)},"@graph":[\n`,
  entry: (concept, first) => `${first ? '' : ',\n'}${JSON.stringify(nodeOf(concept))}`,
  foot: '\n]}\n',
});

function nodeOf(concept: Concept): Draft {
  const { origin, id, prefLabel, altLabels, renderings, definitions, notes, sources } = concept;
  const language = HAN.test(prefLabel) ? 'zh' : 'en';
  const text = (value: string, tag: string) => ({ '@language': tag, '@value': value });
  const tagged = (map: Readonly<Record<string, string>>) =>
    Object.entries(map).map(([tag, value]) => text(value, tag));
  const refs = (list: readonly string[]) => list.map((ref) => ({ '@id': iriOf(origin.glossaryId, ref) }));
  // SKOS has one preferred label a language: the first rendering of each, the others are alternative labels.
  const isFirst = (at: number) =>
    renderings[at]?.lang !== language &&
    renderings.findIndex(({ lang }) => lang === renderings[at]?.lang) === at;
  const members = {
    'skos:prefLabel': [
      text(prefLabel, language),
      ...renderings.filter((_, at) => isFirst(at)).map((each) => text(each.text, each.lang)),
    ],
    'skos:altLabel': [
      ...altLabels.map(({ form }) => text(form, language)),
      ...renderings.filter((_, at) => !isFirst(at)).map((each) => text(each.text, each.lang)),
    ],
    'skos:definition': tagged(definitions),
    'skos:note': tagged(notes),
    'skos:broader': refs(concept.broader),
    'skos:related': refs(concept.related),
    'dcterms:isReplacedBy': refs(concept.replacedBy),
    'dcterms:source': sources.map(({ title, publisher, date }) =>
      [title, publisher, date].filter(Boolean).join(', '),
    ),
  };
  const held = Object.entries(members).filter(([, list]) => list.length > 0);
  return { '@id': iriOf(origin.glossaryId, id), '@type': 'skos:Concept', ...Object.fromEntries(held) };
}

const iriOf = (glossaryId: string, ref: string): string =>
  `urn:cezhu:${ref.includes('/') ? ref.replace('/', ':') : `${glossaryId}:${ref}`}`;

/** A node of the graph as an entry; `undefined` for what is no concept. */
export function skosDraft(node: Draft): Draft | undefined {
  const members = new Map(Object.entries(node).map(([name, value]) => [name.replace(/^.*[:#/]/, ''), value]));
  const texts = (name: string) => textsIn(members.get(name));
  const labels = texts('prefLabel');
  const main = mainOf(labels);
  if (main === undefined) return undefined;
  const relation = (name: string) => itemsIn(members.get(name)).flatMap((item) => refOf(item) ?? []);
  const iri = refOf(node);
  return {
    ...(iri === undefined ? {} : { id: iri }),
    prefLabel: main.text,
    ...formsBeside(main, [...labels.filter((each) => each !== main), ...texts('altLabel')]),
    definitions: byLanguage(texts('definition')),
    notes: byLanguage([...texts('note'), ...texts('scopeNote')]),
    broader: relation('broader'),
    related: relation('related'),
    replacedBy: relation('isReplacedBy'),
    sources: texts('source').map(({ text }) => ({ title: text.slice(0, 200) })),
  };
}

const itemsIn = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value];

/** Texts with their language: plain, as `{@value, @language}`, or a map of languages. */
function textsIn(value: unknown): Text[] {
  return itemsIn(value).flatMap((item): Text[] => {
    if (typeof item === 'string') return [{ lang: '', text: item }];
    if (typeof item !== 'object' || item === null) return [];
    const { '@value': text, '@language': lang } = item as Draft;
    if (typeof text === 'string') return [{ lang: typeof lang === 'string' ? lang : '', text }];
    return Object.entries(item).flatMap(([tag, texts]) =>
      itemsIn(texts).flatMap((each) =>
        typeof each === 'string' && !tag.startsWith('@') ? [{ lang: tag, text: each }] : [],
      ),
    );
  });
}

/** The id in our words: the last part of the address where that will do. */
function refOf(item: unknown): string | undefined {
  const iri = typeof item === 'string' ? item : (item as Draft | null)?.['@id'];
  if (typeof iri !== 'string') return undefined;
  const last = iri.replace(/^.*[:#/]/, '');
  return ID.test(last) ? last : labelId(iri);
}
