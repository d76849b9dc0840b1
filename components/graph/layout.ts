/**
 * Where the nodes of a system stand: the focus in the middle column, what it belongs to on the left, what belongs to
 * it on the right, one column a step. Columns read like lists, so that two hundred labels stay legible; a column that
 * would be too long goes on beside itself.
 *
 * Pure. A general layout (dagre, d3-dag: 40 kB and more) would set two hundred siblings in one row of 20,000 px.
 */
export interface GraphNode {
  readonly key: string;
  readonly label: string;
}
export const EDGE_KINDS = ['broader', 'part', 'related', 'replacedBy'] as const;
export type EdgeKind = (typeof EDGE_KINDS)[number];

/** `from` is the narrower, the part, the older side; `related` has no direction. */
export interface GraphEdge {
  readonly from: string;
  readonly to: string;
  readonly kind: EdgeKind;
}
export interface Graph {
  readonly focus: string;
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly GraphEdge[];
}

export interface PlacedNode extends GraphNode {
  /** Left upper corner and size, px. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Steps to the right of the focus; negative to the left. */
  readonly level: number;
}
export interface Layout {
  readonly nodes: readonly PlacedNode[];
  readonly width: number;
  readonly height: number;
}

const NODE_HEIGHT = 32;
const ROW_GAP = 8;
const COLUMN_GAP = 72;
const SUB_COLUMN_GAP = 12;
const MARGIN = 16;
/** Nodes of a level that stand below one another before the next sub-column begins. */
const LONGEST_COLUMN = 28;
const MAX_WIDTH = 220;

export function layoutGraph(graph: Graph): Layout {
  const levels = levelsOf(graph);
  const columns = [...new Set(levels.values())].sort((a, b) => a - b);
  const order = orderColumns(graph, levels, columns);
  const placed: PlacedNode[] = [];
  let x = MARGIN;
  for (const level of columns) {
    const list = order.get(level) ?? [];
    const perColumn = Math.ceil(list.length / Math.ceil(list.length / LONGEST_COLUMN));
    for (let at = 0; at < list.length; at += perColumn) {
      const part = list.slice(at, at + perColumn);
      const width = Math.max(...part.map(({ label }) => widthOf(label)));
      part.forEach((node, row) => {
        placed.push({ ...node, x, y: row, width, height: NODE_HEIGHT, level });
      });
      x += width + (at + perColumn < list.length ? SUB_COLUMN_GAP : COLUMN_GAP);
    }
  }
  return centred(placed, x - COLUMN_GAP + MARGIN);
}

/** Rows become px; every column stands in the middle of the height. */
function centred(placed: readonly PlacedNode[], width: number): Layout {
  const rows = new Map<number, number>();
  for (const { x, y } of placed) rows.set(x, Math.max(rows.get(x) ?? 0, y + 1));
  const pitch = NODE_HEIGHT + ROW_GAP;
  const most = Math.max(1, ...rows.values());
  const nodes = placed.map((node) => ({
    ...node,
    y: MARGIN + ((most - (rows.get(node.x) ?? 1)) / 2 + node.y) * pitch,
  }));
  return { nodes, width, height: most * pitch - ROW_GAP + 2 * MARGIN };
}

/** Px that a character takes at 14 px: Chinese ones, and quotation marks and dashes among them, are square. */
export const widthOfChar = (char: string): number =>
  /[\u2010-\u206f\u2e80-\uffff]|[\u{10000}-\u{3ffff}]/u.test(char) ? 14 : 7.7;

function widthOf(label: string): number {
  const units = [...label].reduce((sum, char) => sum + widthOfChar(char), 0);
  return Math.min(MAX_WIDTH, Math.max(64, Math.ceil(units) + 24));
}

/** Signed steps from the focus, shortest first; related concepts and successors stand one step to the right. */
function levelsOf({ focus, nodes, edges }: Graph): Map<string, number> {
  const levels = new Map([[focus, 0]]);
  const queue = [focus];
  for (let at = 0; at < queue.length; at += 1) {
    const key = queue[at] ?? focus;
    const level = levels.get(key) ?? 0;
    for (const { from, to, kind } of edges) {
      const other = from === key ? to : to === key ? from : undefined;
      if (other === undefined || levels.has(other)) continue;
      const upwards = from === key && (kind === 'broader' || kind === 'part');
      const back = to === key && kind === 'replacedBy';
      levels.set(other, level + (upwards || back ? -1 : 1));
      queue.push(other);
    }
  }
  for (const { key } of nodes) if (!levels.has(key)) levels.set(key, 1);
  return levels;
}

/** Columns nearest to the focus first; in each, nodes stand by the middle of their neighbours, which spares crossings. */
function orderColumns(
  { nodes, edges }: Graph,
  levels: ReadonlyMap<string, number>,
  columns: readonly number[],
): Map<number, GraphNode[]> {
  const order = new Map<number, GraphNode[]>();
  const place = new Map<string, number>();
  for (const level of [...columns].sort((a, b) => Math.abs(a) - Math.abs(b))) {
    const list = nodes.filter(({ key }) => levels.get(key) === level);
    const weight = new Map(list.map(({ key }) => [key, middleOf(key, edges, place)]));
    list.sort((a, b) => (weight.get(a.key) ?? 0) - (weight.get(b.key) ?? 0));
    list.forEach(({ key }, row) => {
      place.set(key, row - (list.length - 1) / 2);
    });
    order.set(level, list);
  }
  return order;
}

function middleOf(key: string, edges: readonly GraphEdge[], place: ReadonlyMap<string, number>): number {
  const rows = edges.flatMap(({ from, to }) => {
    const row = from === key ? place.get(to) : to === key ? place.get(from) : undefined;
    return row === undefined ? [] : [row];
  });
  return rows.length === 0 ? 0 : rows.reduce((sum, row) => sum + row, 0) / rows.length;
}
