/** The concepts within some steps of one, with what connects them. */
import type { Graph, GraphEdge } from '../../components/graph/layout.ts';
import type { Detail, Link } from '../../lib/glossary/detail.ts';
import { resolveRef } from '../../lib/glossary/keys.ts';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';

/** More than these nobody takes in. */
const MOST_NODES = 200;

export interface ReadGraph {
  readonly graph: Graph;
  /** Neighbours that were found but not drawn. */
  readonly left: number;
}

export async function readGraph(
  repository: GlossaryRepository,
  focus: string,
  depth: number,
): Promise<ReadGraph> {
  const labels = new Map<string, string>();
  const edges = new Map<string, GraphEdge>();
  const beyond = new Set<string>();
  let ring = [focus];
  for (let step = 0; step <= depth && ring.length > 0; step += 1) {
    const details = (await Promise.all(ring.map((key) => repository.detail(key)))).flatMap((it) => it ?? []);
    for (const { glance } of details) labels.set(glance.key, glance.prefLabel);
    ring = [];
    for (const detail of details) {
      for (const { edge, link } of neighboursOf(detail)) {
        const known = labels.has(link.key);
        if (!known && (step === depth || labels.size >= MOST_NODES)) {
          beyond.add(link.key);
          continue;
        }
        if (!known) {
          labels.set(link.key, link.prefLabel);
          ring.push(link.key);
        }
        edges.set(`${edge.kind} ${edge.from} ${edge.to}`, edge);
      }
    }
  }
  const nodes = [...labels].map(([key, label]) => ({ key, label }));
  const left = [...beyond].filter((key) => !labels.has(key)).length;
  return { graph: { focus, nodes, edges: [...edges.values()] }, left };
}

function neighboursOf(detail: Detail): { readonly edge: GraphEdge; readonly link: Link }[] {
  const { key } = detail.glance;
  const parts = Object.values(detail.parts);
  const isPart = new Set(parts.map((link) => link.key));
  const { broader, origin } = detail.concept;
  const stated = new Set(broader.map((ref) => resolveRef(origin.glossaryId, ref)));
  return [
    ...detail.broader.map((link) => ({
      link,
      edge: {
        from: key,
        to: link.key,
        kind: stated.has(link.key) ? ('broader' as const) : ('part' as const),
      },
    })),
    ...parts.map((link) => ({ link, edge: { from: link.key, to: key, kind: 'part' as const } })),
    ...detail.narrower
      .filter((link) => !isPart.has(link.key))
      .map((link) => ({ link, edge: { from: link.key, to: key, kind: 'broader' as const } })),
    ...detail.replacedBy.map((link) => ({
      link,
      edge: { from: key, to: link.key, kind: 'replacedBy' as const },
    })),
    ...detail.replaces.map((link) => ({
      link,
      edge: { from: link.key, to: key, kind: 'replacedBy' as const },
    })),
    ...detail.related.map((link) => {
      const [from = '', to = ''] = [key, link.key].sort();
      return { link, edge: { from, to, kind: 'related' as const } };
    }),
  ];
}
