/**
 * The text of a page as a reader meets it: one block a paragraph, heading or cell, with a way back to its text nodes.
 *
 * Block boundaries come from element names. A `<br>` is a line break inside the block; two of them, or one before an
 * indent, end the block, since many papers set paragraphs so. Reads only; linear in the number of nodes.
 *
 * Units: UTF-16 units of the block's text, end exclusive.
 */
import { kindOf, runOwner } from './elements.ts';

/** A whole text node inside a block. */
export interface TextPiece {
  readonly node: Text;
  /** Where the node's data begins in the block's text. */
  readonly start: number;
  readonly end: number;
  /** Text that is shown but not read (a ruby reading) stands between the piece before and this one. */
  readonly apart: boolean;
}

export interface PageBlock {
  readonly id: number;
  readonly text: string;
  /** In order, without overlap; line breaks between them belong to no piece. */
  readonly pieces: readonly TextPiece[];
  /** The block element around the run. */
  readonly owner: Element;
}

export interface CollectOptions {
  /** Gives each block an id of its own. */
  readonly nextId: () => number;
  /** Elements that are left out, with all they hold. */
  readonly dropped?: ReadonlySet<Element> | undefined;
  /** Only the runs directly in `root`: nested blocks end a run and are not entered. */
  readonly shallow?: boolean | undefined;
  /** Told of every open shadow root met; its text is not part of `root`. */
  readonly onShadowRoot?: ((root: ShadowRoot) => void) | undefined;
}

const INDENT = /^\s*[\u3000\u2003\u00a0]{2}/;
/** Quick, and true of nearly every block: classes of Unicode take the browser a millisecond to prepare. */
const HAS_HAN = /[\u4e00-\u9fff]/;
const HAS_WORDS = /[\p{L}\p{N}]/u;

/**
 * Yields each block as it ends, so that the caller may pause between two.
 *
 * @returns `false` when the page took away the node being read during a pause: what follows it has not been read.
 */
export function* collectBlocks(
  root: Element | ShadowRoot,
  options: CollectOptions,
): Generator<PageBlock, boolean> {
  const { dropped, shallow = false, onShadowRoot } = options;
  const run = createRun(options.nextId);
  const top = root.nodeType === root.ELEMENT_NODE ? (root as Element) : (root as ShadowRoot).host;
  let owner = top;
  let node: Node | null = root.firstChild;
  while (node !== null) {
    let next: Node | null = null;
    if (node.nodeType === node.TEXT_NODE) {
      const text = node as Text;
      const { data } = text;
      if (run.endsBefore(data)) {
        const block = run.end(owner);
        if (block !== undefined) yield block;
      }
      run.add(text, data);
    } else if (node.nodeType === node.ELEMENT_NODE) {
      const element = node as Element;
      const kind = dropped?.has(element) ? 'cut' : kindOf(element);
      if (kind === 'break') run.break();
      if (kind === 'skip' && (element.localName === 'rt' || element.localName === 'rp')) run.setApart();
      if (kind === 'block' || kind === 'cut') {
        const block = run.end(owner);
        if (block !== undefined) yield block;
      }
      if (kind === 'inline' || kind === 'block') {
        if (element.shadowRoot !== null) onShadowRoot?.(element.shadowRoot);
        if (kind === 'inline' || !shallow) {
          next = element.firstChild;
          if (next !== null && kind === 'block') owner = element;
        }
      }
    }
    // Up and on; leaving a block ends its run.
    while (next === null && node !== null) {
      next = node.nextSibling;
      if (next !== null) break;
      node = node.parentNode;
      if (node === null) return false;
      if (node === root) break;
      if (node === owner) {
        const block = run.end(owner);
        if (block !== undefined) yield block;
        owner = owner === top ? top : runOwner(owner.parentElement ?? top, top);
      }
    }
    node = next;
  }
  const last = run.end(owner);
  if (last !== undefined) yield last;
  return true;
}

/** The run that is being read. */
function createRun(nextId: () => number) {
  let text = '';
  let pieces: TextPiece[] = [];
  let breaks = 0;
  let apart = false;
  return {
    setApart() {
      apart = true;
    },
    break() {
      breaks += 1;
    },
    /** Whether the line breaks before `data` were the end of a paragraph. */
    endsBefore(data: string): boolean {
      return breaks > 1 ? data.trim() !== '' : breaks === 1 && INDENT.test(data) && data.trim() !== '';
    },
    add(node: Text, data: string) {
      if (data === '' || ((pieces.length === 0 || breaks > 0) && data.trim() === '')) return;
      if (breaks > 0) {
        if (pieces.length > 0) text += '\n';
        breaks = 0;
      }
      pieces.push({ node, start: text.length, end: text.length + data.length, apart });
      apart = false;
      text += data;
    },
    /** The block, where it holds words. */
    end(owner: Element): PageBlock | undefined {
      const hasWords = HAS_HAN.test(text) || HAS_WORDS.test(text);
      const block = hasWords ? { id: nextId(), text, pieces, owner } : undefined;
      text = '';
      pieces = [];
      breaks = 0;
      apart = false;
      return block;
    },
  };
}
