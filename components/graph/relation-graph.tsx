/** The system around a concept as a picture that is walked with pointer and keyboard. */
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Texts } from '../../lib/i18n/index.ts';
import { mixedName } from '../mixed-text.tsx';
import {
  EDGE_KINDS,
  type Graph,
  type GraphEdge,
  layoutGraph,
  type PlacedNode,
  widthOfChar,
} from './layout.ts';
import { relationTo } from './relation.ts';
import { isArrow, nodeTowards } from './walk.ts';

/** From this many lines on only those of the node at hand are drawn strongly. */
const DENSE = 40;

export interface RelationGraphProps {
  readonly graph: Graph;
  readonly t: Texts['knowledge']['graph'];
  /** A node was chosen: put it in the middle; the one in the middle: open it. */
  readonly onChoose: (key: string) => void;
}

export function RelationGraph({ graph, t, onChoose }: RelationGraphProps) {
  const { nodes, width, height } = useMemo(() => layoutGraph(graph), [graph]);
  const places = useMemo(() => new Map(nodes.map((node) => [node.key, node])), [nodes]);
  const [current, setCurrent] = useState(graph.focus);
  const svg = useRef<SVGSVGElement>(null);
  const active = places.has(current) ? current : graph.focus;
  const dense = graph.edges.length > DENSE;

  useLayoutEffect(() => {
    const { current: drawing } = svg;
    const frame = drawing?.parentElement;
    if (!drawing || !frame) return undefined;
    scrollTo(0, 0);
    centre(frame, drawing);
    let { clientWidth } = frame;
    const watch = new ResizeObserver(() => {
      if (frame.clientWidth !== clientWidth) centre(frame, drawing);
      clientWidth = frame.clientWidth;
    });
    watch.observe(frame);
    return () => watch.disconnect();
  }, []);

  const onKeyDown = (event: KeyboardEvent, node: PlacedNode) => {
    if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      onChoose(node.key);
    } else if (isArrow(event.key)) {
      event.preventDefault();
      const next = nodeTowards(nodes, node, event.key);
      if (next === undefined) return;
      setCurrent(next.key);
      const target = svg.current?.querySelector<SVGGElement>(`[data-key="${CSS.escape(next.key)}"]`);
      target?.focus();
      target?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    }
  };

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section class="graph-scroll" tabIndex={0} aria-label={t.title(places.get(graph.focus)?.label ?? '')}>
      <svg
        ref={svg}
        class={dense ? 'graph dense' : 'graph'}
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
      >
        <title>{t.title(places.get(graph.focus)?.label ?? '')}</title>
        {graph.edges.map((edge) => (
          <EdgeLine
            key={`${edge.kind} ${edge.from} ${edge.to}`}
            edge={edge}
            near={edge.from === active || edge.to === active}
            places={places}
          />
        ))}
        {nodes.map((node) => (
          // biome-ignore lint/a11y/useSemanticElements: HTML buttons cannot stand in an SVG
          <g
            key={node.key}
            data-key={node.key}
            role="button"
            // In an SVG names keep their case, and `tabIndex` would mean nothing.
            tabindex={node.key === active ? 0 : -1}
            class={node.key === graph.focus ? 'node focus' : 'node'}
            {...mixedName(nameOf(node, graph, t))}
            onClick={() => onChoose(node.key)}
            onFocus={() => setCurrent(node.key)}
            onPointerEnter={() => setCurrent(node.key)}
            onKeyDown={(event) => onKeyDown(event, node)}
          >
            <title>{node.label}</title>
            <rect x={node.x} y={node.y} width={node.width} height={node.height} rx={3} />
            <text x={node.x + 12} y={node.y + 21}>
              {fitted(node.label, node.width)}
            </text>
          </g>
        ))}
      </svg>
    </section>
  );
}

/** Scrolls so that the node that was walked to stands in the middle, or the one that the picture is of. */
function centre(frame: HTMLElement, drawing: SVGSVGElement): void {
  const node = drawing.querySelector('.node:focus') ?? drawing.querySelector('.node.focus');
  if (node === null) return;
  const [at, room] = [node.getBoundingClientRect(), frame.getBoundingClientRect()];
  frame.scrollBy(
    at.x + at.width / 2 - room.x - room.width / 2,
    at.y + at.height / 2 - room.y - room.height / 2,
  );
}

/** Which line means what; the nodes say it in words themselves. */
export function GraphLegend({ graph, t }: Pick<RelationGraphProps, 'graph' | 't'>) {
  return (
    <ul class="graph-legend" aria-hidden="true">
      {EDGE_KINDS.filter((kind) => graph.edges.some((edge) => edge.kind === kind)).map((kind) => (
        <li key={kind}>
          <span class={`edge-sample ${kind}`} />
          {t.legend[kind]}
        </li>
      ))}
    </ul>
  );
}

function EdgeLine(props: {
  readonly edge: GraphEdge;
  /** It ends at the node at hand. */
  readonly near: boolean;
  readonly places: ReadonlyMap<string, PlacedNode>;
}) {
  const { edge, near, places } = props;
  const a = places.get(edge.from);
  const b = places.get(edge.to);
  if (a === undefined || b === undefined) return null;
  const [left, right] = a.x <= b.x ? [a, b] : [b, a];
  return (
    <path
      class={`edge ${edge.kind}${near ? ' near' : ''}`}
      d={left.x === right.x ? bow(left, right) : curve(left, right)}
    />
  );
}

function curve(left: PlacedNode, right: PlacedNode): string {
  const [x1, y1] = [left.x + left.width, left.y + left.height / 2];
  const [x2, y2] = [right.x, right.y + right.height / 2];
  const bend = Math.max(20, (x2 - x1) / 2);
  return `M${x1},${y1} C${x1 + bend},${y1} ${x2 - bend},${y2} ${x2},${y2}`;
}

/** Between two nodes of one column: out at the left side and back in. */
function bow(a: PlacedNode, b: PlacedNode): string {
  const [y1, y2] = [a.y + a.height / 2, b.y + b.height / 2];
  return `M${a.x},${y1} C${a.x - 28},${y1} ${b.x - 28},${y2} ${b.x},${y2}`;
}

/** A node's label, and what it is to the one in the middle. */
function nameOf({ key, label }: PlacedNode, graph: Graph, t: RelationGraphProps['t']): string {
  const relation = relationTo(graph, key);
  if (key === graph.focus) return t.node(label, t.focus);
  return relation === undefined ? label : t.node(label, t.legend[relation]);
}

function fitted(label: string, width: number): string {
  const room = width - 24;
  const chars = [...label];
  if (chars.reduce((sum, char) => sum + widthOfChar(char), 0) <= room + 1) return label;
  let sum = 14;
  const kept = chars.filter((char) => {
    sum += widthOfChar(char);
    return sum <= room;
  });
  return `${kept.join('')}…`;
}
