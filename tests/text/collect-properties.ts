/** What must hold of the blocks of any document; used by the tests and by the long fuzz. */
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { collectBlocks } from '../../lib/text/collect.ts';
import { kindOf } from '../../lib/text/elements.ts';

const { document } = new JSDOM('').window;

interface Branch {
  readonly name: string;
  readonly attribute?: readonly [string, string] | undefined;
  readonly children: readonly Tree[];
}
type Tree = string | Branch;

const name = fc.constantFrom(
  ...'p div span b a br ruby rt rp li table td h1 pre code textarea script style nav x-y img wbr svg'.split(
    ' ',
  ),
);
const attribute = fc.option(
  fc.constantFrom(
    ['hidden', ''],
    ['contenteditable', ''],
    ['contenteditable', 'false'],
    ['role', 'button'],
    ['lang', 'en'],
  ) as fc.Arbitrary<readonly [string, string]>,
  { nil: undefined, freq: 4 },
);
const text = fc.constantFrom(
  '八八战略',
  '　　甲',
  ' ',
  '\n',
  '。',
  '',
  '𠮷\ud842',
  'a\u0301',
  '<b>',
  '\u202e乙',
);
const { trees } = fc.letrec<{ trees: readonly Tree[]; branch: Branch }>((tie) => ({
  trees: fc.array(fc.oneof({ depthSize: 'small' }, text, tie('branch')) as fc.Arbitrary<Tree>, {
    maxLength: 5,
    depthIdentifier: 'tree',
  }),
  branch: fc.record({ name, attribute, children: tie('trees') }, { requiredKeys: ['name', 'children'] }),
}));

/** Any document, with what a parser would never nest so: scripts of a page can. */
export const documents = trees;

function grow(parent: Element, children: readonly Tree[]): void {
  for (const child of children) {
    if (typeof child === 'string') parent.append(child);
    else {
      const element = document.createElement(child.name);
      if (child.attribute !== undefined) element.setAttribute(...child.attribute);
      grow(element, child.children);
      parent.append(element);
    }
  }
}

/** Every text node with words, outside what is not read, stands once, in order, in the block that it gives its text to. */
export function readsEachTextOnce(children: readonly Tree[]): boolean {
  const root = document.createElement('div');
  grow(root, children);
  let id = 0;
  const blocks = [...collectBlocks(root, { nextId: () => id++ })];
  const read = blocks.flatMap(({ pieces }) => pieces.map(({ node }) => node));
  const fits = blocks.every(({ text: whole, pieces }) => {
    let end = 0;
    const between: string[] = [];
    const agree = pieces.every((piece) => {
      between.push(whole.slice(end, piece.start));
      const follows = piece.start >= end;
      end = piece.end;
      return follows && whole.slice(piece.start, piece.end) === piece.node.data;
    });
    return agree && end === whole.length && /^\n*$/.test(between.join(''));
  });
  const readable = textsIn(root).filter((node) => !isLeftOut(node, root));
  const wordy = readable.filter(({ data }) => /[\p{L}\p{N}]/u.test(data));
  const places = read.map((node) => readable.indexOf(node));
  return (
    fits &&
    wordy.every((node) => read.includes(node)) &&
    places.every((place, at) => place > (places[at - 1] ?? -1))
  );
}

function textsIn(node: Node): Text[] {
  return [...node.childNodes].flatMap((child) =>
    child.nodeType === child.TEXT_NODE ? [child as Text] : textsIn(child),
  );
}

function isLeftOut(node: Node, root: Element): boolean {
  for (let each = node.parentElement; each !== null && each !== root; each = each.parentElement)
    if (!['inline', 'block'].includes(kindOf(each))) return true;
  return false;
}
