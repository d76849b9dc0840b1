import { expect, test } from 'vitest';
import type { Graph } from '../../../components/graph/layout.ts';
import { relationTo } from '../../../components/graph/relation.ts';

const graph: Graph = {
  focus: '中',
  nodes: ['中', '上', '下', '整体', '部分', '旧', '新', '邻', '远'].map((key) => ({ key, label: key })),
  edges: [
    { from: '中', to: '上', kind: 'broader' },
    { from: '下', to: '中', kind: 'broader' },
    { from: '中', to: '整体', kind: 'part' },
    { from: '部分', to: '中', kind: 'part' },
    { from: '旧', to: '中', kind: 'replacedBy' },
    { from: '中', to: '新', kind: 'replacedBy' },
    { from: '中', to: '邻', kind: 'related' },
    { from: '下', to: '远', kind: 'related' },
  ],
};

test.each([
  ['上', 'broader'],
  ['下', 'narrower'],
  ['整体', 'broader'],
  ['部分', 'part'],
  ['旧', 'replaces'],
  ['新', 'replacedBy'],
  ['邻', 'related'],
  ['远', undefined],
])('what the entry in the middle is to %s is said from its own side: %s', (key, relation) => {
  expect(relationTo(graph, key)).toBe(relation);
});
