/** Where an arrow key leads: the nearest node in that direction, sideways distance counting double. Pure. */
import type { PlacedNode } from './layout.ts';

const DIRECTIONS = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
} as const;
export type ArrowKey = keyof typeof DIRECTIONS;

export const isArrow = (key: string): key is ArrowKey => Object.hasOwn(DIRECTIONS, key);

export function nodeTowards(
  nodes: readonly PlacedNode[],
  from: PlacedNode,
  key: ArrowKey,
): PlacedNode | undefined {
  const [dx, dy] = DIRECTIONS[key];
  let best: PlacedNode | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const node of nodes) {
    const x = middle(node).x - middle(from).x;
    const y = middle(node).y - middle(from).y;
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    // Up and down stay within the column.
    if (node.key === from.key || ahead < 1 || (dy !== 0 && aside > from.width)) continue;
    const distance = ahead + 2 * aside;
    if (distance < least) [best, least] = [node, distance];
  }
  return best;
}

const middle = ({ x, y, width, height }: PlacedNode) => ({ x: x + width / 2, y: y + height / 2 });
