/** What a node of the picture is to the one in the middle. Pure. */
import type { Graph, GraphEdge } from './layout.ts';

export type Relation = 'broader' | 'narrower' | 'part' | 'related' | 'replaces' | 'replacedBy';

/** `undefined` where nothing connects the two directly. */
export function relationTo({ focus, edges }: Graph, key: string): Relation | undefined {
  const edge = edges.find(({ from, to }) => (from === key && to === focus) || (from === focus && to === key));
  return edge && (edge.from === key ? SEEN_FROM_ITS_END[edge.kind] : SEEN_FROM_ITS_BEGINNING[edge.kind]);
}

type Seen = Readonly<Record<GraphEdge['kind'], Relation>>;
const SEEN_FROM_ITS_END: Seen = {
  broader: 'narrower',
  part: 'part',
  related: 'related',
  replacedBy: 'replaces',
};
const SEEN_FROM_ITS_BEGINNING: Seen = {
  broader: 'broader',
  part: 'broader',
  related: 'related',
  replacedBy: 'replacedBy',
};
