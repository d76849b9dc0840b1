/** SKOS in RDF/XML. The file is read to its end before the first entry comes. */
import type { FileFacts } from './read-json.ts';
import { createSkosGraph, lastPart, rowsOf, type SkosFault } from './skos-graph.ts';
import type { Row } from './types.ts';
import { readXml, XmlFault } from './xml.ts';

/** Elements are nodes and properties by turns; what an attribute of another vocabulary says is passed over. */
export async function* readRdfXml(pieces: AsyncIterable<string>, facts: FileFacts): AsyncGenerator<Row> {
  const graph = createSkosGraph();
  const open: { readonly name: string; readonly node: string | undefined; lang: string; text: string }[] = [];
  let nameless = 0;
  const nameNode = () => {
    nameless += 1;
    return `_:x${nameless}`;
  };
  const faults: SkosFault[] = [];
  const turns = readXml(pieces, {
    open(name, attributes) {
      const said = (wanted: string) =>
        Object.entries(attributes).find(([key]) => key.startsWith('rdf:') && lastPart(key) === wanted)?.[1];
      const outer = open.at(-1);
      const lang = attributes['xml:lang'] ?? outer?.lang ?? '';
      const isNode = outer === undefined || outer.node === undefined;
      if (name === 'RDF') return;
      if (said('parseType') === 'Resource' && !isNode) {
        const node = nameNode();
        graph.add(outer.node ?? '', name, { iri: node });
        open.push({ name, node, lang, text: '' });
        return;
      }
      if (isNode) {
        const blank = said('nodeID');
        const node = said('about') ?? said('ID') ?? (blank === undefined ? nameNode() : `_:${blank}`);
        if (name !== 'Description') graph.add(node, 'type', { iri: name });
        // The property in which the node stands points to it.
        const [holder, property] = [open.at(-2)?.node, outer?.name];
        if (holder !== undefined && property !== undefined) graph.add(holder, property, { iri: node });
        open.push({ name, node, lang, text: '' });
        return;
      }
      const target = said('resource') ?? (said('nodeID') && `_:${said('nodeID')}`);
      if (target !== undefined) graph.add(outer.node ?? '', name, { iri: target });
      open.push({ name, node: undefined, lang, text: '' });
    },
    text(more) {
      const element = open.at(-1);
      if (element !== undefined && element.node === undefined) element.text += more;
    },
    close(name) {
      if (name === 'RDF') return;
      const element = open.pop();
      const holder = open.at(-1)?.node;
      if (element === undefined || element.node !== undefined || holder === undefined) return;
      const text = element.text.trim();
      if (text !== '') graph.add(holder, name, { lang: element.lang, text });
    },
  });
  try {
    for await (const _ of turns);
  } catch (error) {
    if (!(error instanceof XmlFault)) throw error;
    faults.push({ reason: error.reason });
  }
  yield* rowsOf(graph, facts, faults);
}
