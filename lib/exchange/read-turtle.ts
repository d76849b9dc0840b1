/** SKOS in Turtle, and in N-Triples, which is Turtle too. The file is read to its end before the first entry comes. */
import { Parser } from 'n3';
import type { FileFacts } from './read-json.ts';
import { createSkosGraph, rowsOf } from './skos-graph.ts';
import { MAX_ENTRY } from './split-json.ts';
import { REASONS, type Row } from './types.ts';

/** @param graph what the statements are gathered in */
export async function* readTurtle(
  pieces: AsyncIterable<string>,
  facts: FileFacts,
  graph = createSkosGraph(),
): AsyncGenerator<Row> {
  let fault: string | undefined;
  let quiet = 0;
  // The parser takes whatever has `on`; it reads each piece at once.
  const listeners = new Map<string, (piece?: string) => void>();
  const stream = {
    on: (event: string, listener: (piece?: string) => void) => listeners.set(event, listener),
  };
  new Parser({ format: 'text/turtle' }).parse(stream as never, (error, quad) => {
    quiet = 0;
    if (error) fault ??= REASONS.turtle;
    if (!quad || fault !== undefined) return;
    const { subject, predicate, object } = quad;
    const node = subject.termType === 'BlankNode' ? `_:${subject.value}` : subject.value;
    if (object.termType === 'Literal')
      graph.add(node, predicate.value, { lang: object.language, text: object.value });
    else
      graph.add(node, predicate.value, {
        iri: object.termType === 'BlankNode' ? `_:${object.value}` : object.value,
      });
  });
  for await (const piece of pieces) {
    quiet += piece.length;
    listeners.get('data')?.(piece);
    if (quiet > MAX_ENTRY) fault ??= REASONS.long;
    if (fault !== undefined) break;
  }
  if (fault === undefined) listeners.get('end')?.();
  yield* rowsOf(graph, facts, fault === undefined ? [] : [{ reason: fault }]);
}
