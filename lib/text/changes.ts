/**
 * What a page's changes mean for its blocks: which are gone, and where to read anew. Only changed blocks cost anything.
 *
 * Shadow trees are not followed here: a change inside one is answered by reading that tree anew.
 */
import type { BlockList } from './block-list.ts';
import { collectBlocks, type PageBlock } from './collect.ts';
import { isExcluded, kindOf, runOwner } from './elements.ts';

/** `NodeFilter.SHOW_TEXT`; the name is a global in browsers only. */
const SHOW_TEXT = 4;

/** Changes that wait to be read: sets, so that a page that changes one node a thousand times costs one reading. */
export interface PendingChanges {
  readonly touched: Set<Node>;
  readonly added: Set<Node>;
}

export const createPendingChanges = (): PendingChanges => ({ touched: new Set(), added: new Set() });

/** Notes `records`; cheap, since a page may change a thousand times a second. */
export function noteChanges(pending: PendingChanges, records: readonly MutationRecord[]): void {
  for (const { type, target, addedNodes } of records) {
    pending.touched.add(target);
    // What is no longer `hidden` has to be read as if it had come, and what is now as if it had gone.
    if (type === 'attributes') pending.added.add(target);
    for (const node of addedNodes) pending.added.add(node);
  }
}

export interface ChangedBlocks {
  readonly gone: ReadonlySet<PageBlock>;
  /** Each inner list stands together in the document. */
  readonly fresh: readonly (readonly PageBlock[])[];
}

export interface ChangeScope {
  /** The article, or the whole body. */
  readonly root: Element;
  readonly list: BlockList;
  readonly nextId: () => number;
  readonly dropped?: ReadonlySet<Element> | undefined;
  readonly onShadowRoot?: ((root: ShadowRoot) => void) | undefined;
}

/** Yields between parts, so that the caller may pause; returns what changed. Empties `pending`. */
export function* readChanges(pending: PendingChanges, scope: ChangeScope): Generator<void, ChangedBlocks> {
  const { root, list, dropped } = scope;
  const touched = [...pending.touched].filter((node) => root.contains(node));
  const added = [...pending.added].filter((node) => root.contains(node));
  pending.touched.clear();
  pending.added.clear();

  const gone = new Set(list.blocks.filter(({ pieces }) => pieces.some(({ node }) => !node.isConnected)));
  // What moved brings its old blocks along, in another place.
  for (const node of added) for (const block of blocksOver(node, list)) gone.add(block);
  const owners = new Set(touched.map((node) => runOwner(node, root)));
  for (const { owner } of gone) if (root.contains(owner)) owners.add(owner);
  const subtrees = outermost(added.flatMap(blocksIn)).filter((each) => !isExcluded(each, root, dropped));
  const fresh: PageBlock[][] = [];

  for (const subtree of subtrees) {
    const blocks: PageBlock[] = [];
    for (const block of collectBlocks(subtree, scope)) {
      blocks.push(block);
      yield;
    }
    if (blocks.length > 0) fresh.push(blocks);
  }
  for (const owner of owners) {
    if (subtrees.some((subtree) => subtree.contains(owner)) || isExcluded(owner, root, dropped)) continue;
    const before = list.blocks.filter((block) => block.owner === owner && !gone.has(block));
    const now = [...collectBlocks(owner, { ...scope, shallow: true })];
    for (const block of before) if (!now.some((each) => isSame(each, block))) gone.add(block);
    // Runs of one owner may have blocks between them: each is placed by itself.
    for (const block of now) if (!before.some((each) => isSame(each, block))) fresh.push([block]);
    yield;
  }
  return { gone, fresh };
}

/** Inline elements belong to the run around them; only the blocks inside them are read by themselves. */
function blocksIn(node: Node): Element[] {
  if (node.nodeType !== node.ELEMENT_NODE) return [];
  const element = node as Element;
  if (kindOf(element) === 'block') return [element];
  return [...element.querySelectorAll('*')].filter((each) => kindOf(each) === 'block');
}

/** The blocks in the list that hold text nodes of `node`. */
function* blocksOver(node: Node, list: BlockList): Generator<PageBlock> {
  const walker = node.ownerDocument?.createTreeWalker(node, SHOW_TEXT);
  for (let each: Node | null = node; each !== null && walker; each = walker.nextNode()) {
    const place = list.at(each);
    if (place !== undefined) yield place.block;
  }
}

function outermost(elements: readonly Element[]): Element[] {
  const all = new Set(elements);
  return [...all].filter((element) => {
    for (let above = element.parentElement; above !== null; above = above.parentElement)
      if (all.has(above)) return false;
    return true;
  });
}

/** Do the same text nodes hold the same text? */
export const isSame = (a: PageBlock, b: PageBlock): boolean =>
  a.text === b.text &&
  a.pieces.length === b.pieces.length &&
  a.pieces.every(({ node }, index) => node === b.pieces[index]?.node);
