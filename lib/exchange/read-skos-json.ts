/** SKOS in JSON-LD, in one shape. The file is read to its end before the first entry comes. */
import type { FileFacts } from './read-json.ts';
import { createSkosGraph, isRelation, lastPart, rowsOf, type SkosFault } from './skos-graph.ts';
import { createJsonSplitter } from './split-json.ts';
import { type Draft, REASONS, type Row } from './types.ts';

/** An object with `@graph`, or a list, of nodes. Contexts are neither fetched nor interpreted. */
export async function* readSkosJson(pieces: AsyncIterable<string>, facts: FileFacts): AsyncGenerator<Row> {
  const graph = createSkosGraph();
  const splitter = createJsonSplitter();
  const faults: SkosFault[] = [];
  let nameless = 0;
  let row = 0;
  const gather = (node: Draft): string => {
    const named = node['@id'] ?? node.uri ?? node.id;
    if (typeof named !== 'string') nameless += 1;
    const iri = typeof named === 'string' ? named : `_:x${nameless}`;
    for (const [key, value] of Object.entries(node)) {
      const name = lastPart(key.replace('@', ''));
      for (const item of itemsIn(value)) put(iri, name, item);
    }
    return iri;
  };
  const put = (subject: string, name: string, item: unknown): void => {
    if (typeof item === 'string')
      graph.add(subject, name, isRelation(name) ? { iri: item } : { lang: '', text: item });
    if (typeof item !== 'object' || item === null || Array.isArray(item)) return;
    const { '@value': marked, '@language': tag, value = marked, lang = tag } = item as Draft;
    if (typeof value === 'string')
      graph.add(subject, name, { lang: typeof lang === 'string' ? lang : '', text: value });
    else if (Object.keys(item).some((key) => /^@|^(?:uri|id|type)$|[:/]/.test(key)))
      graph.add(subject, name, { iri: gather(item as Draft) });
    else
      for (const [language, texts] of Object.entries(item))
        for (const text of itemsIn(texts))
          if (typeof text === 'string') graph.add(subject, name, { lang: language, text });
  };
  const take = (found: ReturnType<typeof splitter.push>): void => {
    for (const piece of found) {
      if (piece.kind === 'member') continue;
      row += 1;
      if (piece.kind === 'fault') {
        faults.push({ row, reason: REASONS[piece.reason] });
        continue;
      }
      const node = parsed(piece.text);
      if (typeof node === 'object' && node !== null) gather(node as Draft);
      else faults.push({ row, reason: node === undefined ? REASONS.json : REASONS.object });
    }
  };
  for await (const piece of pieces) take(splitter.push(piece));
  take(splitter.end());
  yield* rowsOf(graph, facts, faults);
}

const itemsIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
