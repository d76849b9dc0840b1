import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { type CollectOptions, collectBlocks } from '../../lib/text/collect.ts';
import { documents, readsEachTextOnce } from './collect-properties.ts';

const { window } = new JSDOM('');

function collect(html: string, options: Omit<CollectOptions, 'nextId'> & { root?: string } = {}) {
  const document = new window.DOMParser().parseFromString(`<body>${html}</body>`, 'text/html');
  const root = options.root === undefined ? document.body : document.querySelector(options.root);
  if (root === null) throw new Error(`no ${options.root}`);
  let id = 0;
  return [...collectBlocks(root, { ...options, nextId: () => id++ })];
}
const texts = (html: string, options?: Parameters<typeof collect>[1]) =>
  collect(html, options).map(({ text }) => text);

describe('blocks', () => {
  const rows: [string, string, string[]][] = [
    ['each paragraph is one', '<p>甲</p><p>乙</p>', ['甲', '乙']],
    ['text around a block stands apart', '<div>甲<p>乙</p>丙</div>', ['甲', '乙', '丙']],
    ['inline elements do not end a run', '<p>巩<span>固<b>八个</b></span>基础</p>', ['巩固八个基础']],
    ['unknown elements are inline', '<p>县乡<x-y>一体</x-y></p>', ['县乡一体']],
    ['word break hints vanish', '<p>县乡<wbr>一体</p>', ['县乡一体']],
    [
      'ruby readings are left out and the run goes on',
      '<p><ruby>数<rp>(</rp><rt>shù</rt><rp>)</rp>字<rt>zì</rt></ruby>化</p>',
      ['数字化'],
    ],
    ['a script inside a paragraph does not cut it', '<p>县乡<script>var a</script>一体</p>', ['县乡一体']],
    ['hidden elements do not cut it either', '<p>县乡<i hidden>藏</i>一体</p>', ['县乡一体']],
    ['a line break stays inside the block', '<p>县乡<br>一体</p>', ['县乡\n一体']],
    ['two line breaks end the block', '<p>甲<br><br>乙</p>', ['甲', '乙']],
    ['white space between two breaks changes nothing', '<p>甲<br> \n <br>乙</p>', ['甲', '乙']],
    ['a break before an indent ends the block', '<p>甲<br>　　乙</p>', ['甲', '　　乙']],
    ['an empty block between breaks ends it', '<div>甲<br><div></div>乙</div>', ['甲', '乙']],
    [
      'code, forms and editable text end a run and are not read',
      '<p>甲<code>码</code>乙<input value="x">丙<span contenteditable>写</span>丁</p>',
      ['甲', '乙', '丙', '丁'],
    ],
    ['contenteditable="false" is read', '<p>甲<span contenteditable="false">乙</span></p>', ['甲乙']],
    [
      'navigation and footers are not read',
      '<nav>导航</nav><p>甲</p><footer>页脚</footer><div role="navigation">导航</div>',
      ['甲'],
    ],
    ['an image ends a run', '<p>甲<img alt="图">乙</p>', ['甲', '乙']],
    ['table cells stand apart', '<table><tr><td>甲</td><td>乙</td></tr></table>', ['甲', '乙']],
    ['links are read', '<p>甲<a href="#">乙</a>丙</p>', ['甲乙丙']],
    ['runs without a word are no blocks', '<p>　　</p><p>——。</p><p> <br> </p>', []],
    ['comments are nothing', '<p>甲<!-- x -->乙</p>', ['甲乙']],
    [
      'a block inside an inline element has its own run',
      '<span id="d">甲<p>乙</p>丙</span>',
      ['甲', '乙', '丙'],
    ],
  ];
  test.each(rows)('%s', (_name, html, expected) => {
    expect(texts(html)).toEqual(expected);
  });

  test('dropped elements are left out with all they hold, and end the run', () => {
    const { document } = new JSDOM('<div id="r">甲<span class="edit">责编<b>某</b></span>乙</div>').window;
    const root = document.querySelector('#r') as Element;
    const dropped = new Set(root.querySelectorAll('.edit'));
    const found = [...collectBlocks(root, { nextId: () => 0, dropped })];
    expect(found.map(({ text }) => text)).toEqual(['甲', '乙']);
  });

  test('a shallow look reads only the runs directly in the element', () => {
    expect(texts('<div id="r">甲<p>乙</p><b>丙</b>丁</div>', { root: '#r', shallow: true })).toEqual([
      '甲',
      '丙丁',
    ]);
  });

  test('open shadow roots are told of, and their text belongs to their own root', () => {
    const { document } = new JSDOM('<div id="host">外</div>').window;
    const host = document.querySelector('#host') as Element;
    host.attachShadow({ mode: 'open' }).innerHTML = '<p>内</p>';
    const roots: ShadowRoot[] = [];
    const outside = [
      ...collectBlocks(document.body, { nextId: () => 0, onShadowRoot: (r) => roots.push(r) }),
    ];
    expect(outside.map(({ text }) => text)).toEqual(['外']);
    const inside = roots.flatMap((root) => [...collectBlocks(root, { nextId: () => 1 })]);
    expect(inside.map(({ text }) => text)).toEqual(['内']);
  });

  test('the owner of a run is its block element', () => {
    expect(
      collect('<div><h2>甲<b>乙</b></h2><span><p>丙</p></span>丁</div>').map(({ owner }) => owner.localName),
    ).toEqual(['h2', 'p', 'div']);
  });
});

test('every piece gives back the data of its node, on pages of any shape', () => {
  const tag = fc.constantFrom(
    'p',
    'div',
    'span',
    'b',
    'br',
    'code',
    'ruby',
    'rt',
    'td',
    'a',
    'script',
    'wbr',
  );
  const { tree } = fc.letrec<{ tree: string }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom('甲', '乙 丙', '　　丁', ' ', '\n', '8', '𠮷'),
      fc
        .tuple(tag, fc.array(tie('tree'), { maxLength: 4 }))
        .map(([name, inner]) => `<${name}>${inner.join('')}</${name}>`),
    ),
  }));
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 6 }), (parts) => {
      let end = 0;
      for (const { text, pieces } of collect(parts.join(''))) {
        end = 0;
        for (const piece of pieces) {
          expect(text.slice(piece.start, piece.end)).toBe(piece.node.data);
          expect(text.slice(end, piece.start)).toMatch(/^\n?$/);
          end = piece.end;
        }
        expect(end).toBe(text.length);
      }
    }),
    { numRuns: 500 },
  );
}, 60_000);

test('no text node is read twice', () => {
  for (const fixture of ['zjrb-article.html', 'wechat-paste.html', 'br-only.html', 'gov-policy.html']) {
    const nodes = collect(readFileSync(`tests/fixtures/pages/${fixture}`, 'utf8')).flatMap(({ pieces }) =>
      pieces.map(({ node }) => node),
    );
    expect(nodes.length).toBeGreaterThan(5);
    expect(new Set(nodes).size).toBe(nodes.length);
  }
});

test('of any document each text node with words stands once, in order, in its block', () => {
  expect(fc.check(fc.property(documents, readsEachTextOnce), { numRuns: 1_000 }).counterexample).toBeNull();
});
