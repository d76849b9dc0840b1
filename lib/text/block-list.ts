/**
 * The blocks of a page in document order, and the way from a text node to its block.
 *
 * Blocks are never changed: one whose text changed is removed, and a new one with a new id takes its place.
 */
import type { PageBlock, TextPiece } from './collect.ts';

export interface Place {
  readonly block: PageBlock;
  readonly piece: TextPiece;
}

export interface BlockList {
  /** In document order. */
  readonly blocks: readonly PageBlock[];
  byId(id: number): PageBlock | undefined;
  at(node: Node): Place | undefined;
  /** Adds blocks that follow one another in the document. */
  add(added: readonly PageBlock[]): void;
  remove(gone: ReadonlySet<PageBlock>): void;
  clear(): void;
}

export function createBlockList(): BlockList {
  let blocks: PageBlock[] = [];
  const ids = new Map<number, PageBlock>();
  let places = new WeakMap<Node, Place>();
  return {
    get blocks() {
      return blocks;
    },
    byId: (id) => ids.get(id),
    at: (node) => places.get(node),
    add(added) {
      const [first] = added;
      if (first === undefined) return;
      for (const block of added) {
        ids.set(block.id, block);
        for (const piece of block.pieces) places.set(piece.node, { block, piece });
      }
      const index = insertionIndex(blocks, first);
      if (index === blocks.length) blocks.push(...added);
      else blocks = blocks.toSpliced(index, 0, ...added);
    },
    remove(gone) {
      if (gone.size === 0) return;
      blocks = blocks.filter((block) => !gone.has(block));
      for (const block of gone) {
        ids.delete(block.id);
        for (const { node } of block.pieces) if (places.get(node)?.block === block) places.delete(node);
      }
    },
    clear() {
      blocks = [];
      ids.clear();
      places = new WeakMap();
    },
  };
}

function insertionIndex(blocks: readonly PageBlock[], added: PageBlock): number {
  let low = 0;
  let high = blocks.length;
  const last = blocks.at(-1);
  if (last === undefined || isBefore(last, added)) return high;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isBefore(blocks[middle] as PageBlock, added)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore(a: PageBlock, b: PageBlock): boolean {
  const [from, to] = [inDocument(a), inDocument(b)];
  // Both in one shadow tree, or in none: their own order. Else the order of the trees' hosts.
  return (from.compareDocumentPosition(to) & from.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

/** The block's first node, or the outermost shadow host around it. */
function inDocument(block: PageBlock): Node {
  let node: Node = block.pieces[0]?.node ?? block.owner;
  for (let root = node.getRootNode(); 'host' in root; root = node.getRootNode()) node = root.host as Element;
  return node;
}
