import { expect, test } from 'vitest';
import {
  type Graph,
  type GraphEdge,
  layoutGraph,
  type PlacedNode,
} from '../../../components/graph/layout.ts';
import { nodeTowards } from '../../../components/graph/walk.ts';

const graphOf = (focus: string, edges: readonly GraphEdge[]): Graph => {
  const keys = new Set([focus, ...edges.flatMap(({ from, to }) => [from, to])]);
  return { focus, nodes: [...keys].map((key) => ({ key, label: key })), edges };
};
const parts = (of: string, count: number): GraphEdge[] =>
  Array.from({ length: count }, (_, at) => ({ from: `${of}的第${at}部分`, to: of, kind: 'part' }));
const overlaps = (nodes: readonly PlacedNode[]) =>
  nodes.flatMap((a, at) =>
    nodes
      .slice(at + 1)
      .filter(
        (b) => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height,
      )
      .map((b) => [a.key, b.key]),
  );

test('what a concept belongs to stands left of it, what belongs to it and what replaced it right', () => {
  const { nodes } = layoutGraph(
    graphOf('中', [
      { from: '中', to: '上', kind: 'broader' },
      { from: '下', to: '中', kind: 'broader' },
      { from: '中', to: '新', kind: 'replacedBy' },
      { from: '旧', to: '中', kind: 'replacedBy' },
    ]),
  );
  expect(Object.fromEntries(nodes.map(({ key, level }) => [key, level]))).toEqual({
    上: -1,
    旧: -1,
    中: 0,
    下: 1,
    新: 1,
  });
});

test.each([4, 199])(
  '%i parts stand apart, wide enough to be read, in a picture that can be scrolled',
  (count) => {
    const { nodes, width, height } = layoutGraph(graphOf('体系', parts('体系', count)));
    expect(nodes).toHaveLength(count + 1);
    expect(overlaps(nodes)).toEqual([]);
    expect(Math.min(...nodes.map((node) => node.height))).toBeGreaterThanOrEqual(24);
    expect(width).toBeLessThan(2_400);
    expect(height).toBeLessThan(1_300);
  },
);

test('circles and nodes without a connection are placed once', () => {
  const circle = graphOf('甲', [
    { from: '甲', to: '乙', kind: 'broader' },
    { from: '乙', to: '甲', kind: 'broader' },
  ]);
  const { nodes } = layoutGraph({ ...circle, nodes: [...circle.nodes, { key: '孤', label: '孤' }] });
  expect(nodes.map(({ key }) => key).sort()).toEqual(['甲', '乙', '孤'].sort());
});

test('every node is reached from the focus by arrow keys', () => {
  const graph = graphOf('体系', [...parts('体系', 40), { from: '体系', to: '上位', kind: 'broader' }]);
  const { nodes } = layoutGraph(graph);
  const reached = new Set(['体系']);
  const queue = nodes.filter(({ key }) => key === '体系');
  for (let at = 0; at < queue.length; at += 1) {
    for (const key of ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'] as const) {
      const next = nodeTowards(nodes, queue[at] as PlacedNode, key);
      if (next === undefined || reached.has(next.key)) continue;
      reached.add(next.key);
      queue.push(next);
    }
  }
  expect(reached.size).toBe(nodes.length);
});
