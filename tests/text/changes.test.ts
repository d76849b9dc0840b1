import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { createBlockList } from '../../lib/text/block-list.ts';
import { createPendingChanges, noteChanges, readChanges } from '../../lib/text/changes.ts';
import { collectBlocks } from '../../lib/text/collect.ts';

const { window } = new JSDOM('');

/** A page whose blocks are kept up to date; `settle` says how many blocks had to be read. */
function follow(html: string) {
  const document = new window.DOMParser().parseFromString(
    `<body><div id="root">${html}</div></body>`,
    'text/html',
  );
  const root = document.querySelector('#root') as HTMLElement;
  const list = createBlockList();
  let id = 0;
  const scope = { root, list, nextId: () => id++ };
  list.add([...collectBlocks(root, scope)]);
  const pending = createPendingChanges();
  const observer = new window.MutationObserver(() => {});
  observer.observe(root, { subtree: true, childList: true, characterData: true });
  return {
    document,
    root,
    list,
    settle() {
      noteChanges(pending, observer.takeRecords());
      const reading = readChanges(pending, scope);
      let step = reading.next();
      while (!step.done) step = reading.next();
      const { gone, fresh } = step.value;
      list.remove(gone);
      for (const blocks of fresh) list.add(blocks);
      return { gone: gone.size, fresh: fresh.flat().length };
    },
    texts: () => list.blocks.map(({ text }) => text),
    anew: () => [...collectBlocks(root, { nextId: () => 0 })].map(({ text }) => text),
  };
}

describe('a page that changes', () => {
  test('costs only the paragraph whose text changed', () => {
    const page = follow('<p>甲</p><p id="b">乙</p><p>丙</p>');
    const text = page.document.querySelector('#b')?.firstChild as Text;
    text.data = '新乙';
    expect(page.settle()).toEqual({ gone: 1, fresh: 1 });
    expect(page.texts()).toEqual(['甲', '新乙', '丙']);
  });

  test('new paragraphs are placed where they stand', () => {
    const page = follow('<p>甲</p><p>丙</p>');
    const p = page.document.createElement('p');
    p.textContent = '乙';
    page.root.insertBefore(p, page.root.lastChild);
    expect(page.settle()).toEqual({ gone: 0, fresh: 1 });
    expect(page.texts()).toEqual(['甲', '乙', '丙']);
  });

  test('removed paragraphs are forgotten, and nothing is read anew', () => {
    const page = follow('<p>甲</p><p id="b">乙</p>');
    page.document.querySelector('#b')?.remove();
    expect(page.settle()).toEqual({ gone: 1, fresh: 0 });
    expect(page.texts()).toEqual(['甲']);
  });

  test('an inline element put into a paragraph joins its run', () => {
    const page = follow('<p id="a">县乡</p>');
    const b = page.document.createElement('b');
    b.append(page.document.createElement('i'));
    b.firstElementChild?.append('一体');
    page.document.querySelector('#a')?.append(b);
    page.settle();
    expect(page.texts()).toEqual(['县乡一体']);
  });

  test('a paragraph that moves is found in its new place', () => {
    const page = follow('<p id="a">甲</p><p>乙</p>');
    page.root.append(page.document.querySelector('#a') as Element);
    page.settle();
    expect(page.texts()).toEqual(['乙', '甲']);
  });

  test('what changes inside code or editable text is not read', () => {
    const page = follow('<p>甲</p><pre id="c"></pre><div contenteditable id="e"></div>');
    for (const id of ['#c', '#e']) {
      const div = page.document.createElement('div');
      div.textContent = '八八战略';
      page.document.querySelector(id)?.append(div);
    }
    expect(page.settle()).toEqual({ gone: 0, fresh: 0 });
  });

  test('a thousand changes of one node cost one reading', () => {
    const page = follow('<p id="a">甲</p><p>乙</p>');
    const text = page.document.querySelector('#a')?.firstChild as Text;
    for (let count = 0; count < 1_000; count += 1) text.data = `第${count}次`;
    expect(page.settle()).toEqual({ gone: 1, fresh: 1 });
  });
});

test('after any changes the blocks are those of a page read for the first time', () => {
  const change = fc.record({
    op: fc.constantFrom('text', 'p', 'span', 'nest', 'remove', 'move', 'br'),
    at: fc.nat(40),
    to: fc.nat(40),
  });
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 5 }), { maxLength: 4 }), (rounds) => {
      const page = follow('<p>一<b>二</b>三</p><div>四<p>五</p>六<br>　　七</div><span>八<p>九</p></span>');
      let count = 0;
      for (const round of rounds) {
        for (const { op, at, to } of round) {
          const all = [page.root, ...page.root.querySelectorAll('*')];
          const pick = (index: number) => all[index % all.length] as Element;
          const [place, other] = [pick(at), pick(to)];
          count += 1;
          if (op === 'remove' && place !== page.root) place.remove();
          else if (op === 'move' && place !== page.root && !place.contains(other)) other.prepend(place);
          else if (op === 'text') place.append(`字${count}`);
          else if (op === 'br') place.prepend(page.document.createElement('br'));
          else if (op === 'p' || op === 'span') {
            const element = page.document.createElement(op);
            element.textContent = `段${count}`;
            place.insertBefore(element, place.firstChild);
          } else if (op === 'nest') {
            const outer = page.document.createElement('span');
            outer.append(`外${count}`, page.document.createElement('p'), `尾${count}`);
            outer.children[0]?.append(`内${count}`);
            place.append(outer);
          }
        }
        page.settle();
        expect(page.texts()).toEqual(page.anew());
      }
    }),
    { numRuns: 1_000 },
  );
}, 60_000);
