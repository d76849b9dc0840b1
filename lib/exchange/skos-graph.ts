/**
 * What a SKOS file says of its concepts, gathered statement by statement in whatever order it comes.
 *
 * Names count by their last part: `skos:prefLabel`, `prefLabel` and the full address are one. Labels and notes may be
 * nodes of their own (SKOS-XL, `rdf:value`). Pure.
 */
import { idFrom } from './fill-draft.ts';
import { byLanguage, formsBeside, mainOf, type Text } from './languages.ts';
import type { FileFacts } from './read-json.ts';
import { type Draft, ExchangeError, type Row } from './types.ts';

/** A text, or the address of another node. */
export type SkosValue = Text | { readonly iri: string };

export interface SkosGraph {
  add(subject: string, name: string, value: SkosValue): void;
  /** The title of the scheme, where there is one. */
  title(): string | undefined;
  /** One for each concept, in the order in which they came first. */
  rows(): Generator<Row>;
}

interface Node {
  readonly values: Map<string, SkosValue[]>;
  isConcept: boolean;
  isOther: boolean;
}

const LABELS = ['prefLabel', 'altLabel'];
const NOTES = ['note', 'scopeNote', 'historyNote'];
const RELATIONS = ['broader', 'narrower', 'related', 'isReplacedBy'];
/** Where a node that stands for a text holds it. */
const HOLDS_TEXT = ['literalForm', 'value'];
const HELD = new Set([...LABELS, ...NOTES, ...RELATIONS, ...HOLDS_TEXT, 'definition', 'source', 'title']);
const OTHERS = new Set(['ConceptScheme', 'Collection', 'OrderedCollection', 'Ontology']);

export const isRelation = (name: string): boolean => RELATIONS.includes(name);
export const lastPart = (iri: string): string => iri.replace(/^.*[:#/]/, '');

/** Four times what a hundred thousand entries with everything take; a graph is held in memory. */
const MAX_STATEMENTS = 4_000_000;

/** Adding throws {ExchangeError} `too-large` behind so many statements. */
export function createSkosGraph(most = MAX_STATEMENTS): SkosGraph {
  let statements = 0;
  const nodes = new Map<string, Node>();
  const isConcept = ({ values, isConcept, isOther }: Node) =>
    isConcept || (!isOther && values.has('prefLabel'));
  const texts = (node: Node, ...names: readonly string[]): Text[] =>
    names.flatMap((name) => (node.values.get(name) ?? []).flatMap((value) => textsOf(value)));
  const textsOf = (value: SkosValue): Text[] => {
    if ('text' in value) return [value];
    const held = nodes.get(value.iri)?.values;
    return HOLDS_TEXT.flatMap((name) => held?.get(name) ?? []).filter((each) => 'text' in each);
  };
  const refs = (node: Node, name: string): string[] =>
    (node.values.get(name) ?? []).flatMap((value) => ('iri' in value ? [value.iri] : []));

  return {
    add(subject, name, value) {
      const last = lastPart(name);
      if (last !== 'type' && !HELD.has(last)) return;
      if ('text' in value && value.text.trim() === '') return;
      statements += 1;
      if (statements > most)
        throw new ExchangeError('too-large', `the file says more than ${most} things of its concepts`);
      const node = nodes.get(subject) ?? { values: new Map(), isConcept: false, isOther: false };
      nodes.set(subject, node);
      if (last === 'type') {
        const type = lastPart('iri' in value ? value.iri : value.text);
        node.isConcept ||= type === 'Concept';
        node.isOther ||= OTHERS.has(type);
      } else {
        const before = node.values.get(last);
        if (before === undefined) node.values.set(last, [value]);
        else before.push(value);
      }
    },
    title() {
      const scheme = [...nodes.values()].find(({ isOther }) => isOther);
      return scheme && mainOf(texts(scheme, 'title', 'prefLabel'))?.text.slice(0, 200);
    },
    *rows() {
      const concepts = [...nodes].filter(([, node]) => isConcept(node));
      const ids = idsOf(concepts.map(([iri]) => iri));
      const idOf = (iri: string) => ids.get(iri) ?? idFrom(lastPart(iri));
      const broader = new Map<string, string[]>();
      for (const [iri, node] of concepts)
        for (const child of refs(node, 'narrower')) broader.set(child, [...(broader.get(child) ?? []), iri]);
      let row = 0;
      for (const [iri, node] of concepts) {
        row += 1;
        const related = (name: string, more: readonly string[] = []) =>
          [...new Set([...refs(node, name), ...more])].map(idOf);
        const labels = texts(node, 'prefLabel');
        const main = mainOf(labels);
        const draft: Draft = {
          ...(iri.startsWith('_:') ? {} : { id: idOf(iri) }),
          prefLabel: main?.text,
          ...(main === undefined
            ? {}
            : formsBeside(main, [...labels.filter((each) => each !== main), ...texts(node, 'altLabel')])),
          definitions: byLanguage(texts(node, 'definition')),
          notes: byLanguage(texts(node, ...NOTES)),
          broader: related('broader', broader.get(iri)),
          related: related('related'),
          replacedBy: related('isReplacedBy'),
          sources: (node.values.get('source') ?? []).flatMap((value) => sourceOf(value, textsOf(value))),
        };
        yield { row, draft };
      }
    },
  };
}

/** Concepts, then what went wrong; the title goes to the facts. */
export function* rowsOf(graph: SkosGraph, facts: FileFacts, faults: readonly SkosFault[]): Generator<Row> {
  const title = graph.title();
  if (title !== undefined) facts.title = title;
  let next = 1;
  for (const row of graph.rows()) {
    yield row;
    next += 1;
  }
  for (const { row = next, reason } of faults) yield { row, problem: { field: '', reason } };
}

export interface SkosFault {
  /** Behind the last concept, where it is not known. */
  readonly row?: number;
  readonly reason: string;
}

/** The last part of an address where that will do; where two addresses end alike, the second is known by the whole. */
function idsOf(iris: readonly string[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const iri of iris) {
    const short = idFrom(lastPart(iri));
    const id = taken.has(short) ? idFrom(`${iri} `) : short;
    taken.add(id);
    ids.set(iri, id);
  }
  return ids;
}

function sourceOf(value: SkosValue, texts: readonly Text[]): Draft[] {
  if ('iri' in value && texts.length === 0)
    return /^https?:/i.test(value.iri) ? [{ title: value.iri.slice(0, 200), url: value.iri }] : [];
  return texts.map(({ text }) => ({ title: text.slice(0, 200) }));
}
