/** A page that changes while it is read; used by the tests and by the long fuzz. */
import fc from 'fast-check';
import { JSDOM } from 'jsdom';
import { createBlockList } from '../../lib/text/block-list.ts';
import { createPendingChanges, noteChanges, readChanges } from '../../lib/text/changes.ts';
import { collectBlocks } from '../../lib/text/collect.ts';

const { window } = new JSDOM('');

/** A page whose blocks are kept up to date; `settle` says how many blocks had to be read. */
export function follow(html: string) {
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
  observer.observe(root, {
    subtree: true,
    childList: true,
    characterData: true,
    attributeFilter: ['hidden'],
  });
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

const change = fc.record({
  op: fc.constantFrom('text', 'p', 'span', 'nest', 'remove', 'move', 'br', 'pre', 'edit'),
  at: fc.nat(40),
  to: fc.nat(40),
});

/** Changes in rounds; the page is read after each round. */
export const rounds = fc.array(fc.array(change, { maxLength: 5 }), { maxLength: 4 });
type Rounds = typeof rounds extends fc.Arbitrary<infer Value> ? Value : never;

/** After each round the blocks are those of a page read for the first time. */
export function staysInStep(all: Rounds): boolean {
  const page = follow('<p>一<b>二</b>三</p><div>四<p>五</p>六<br>　　七</div><span>八<p>九</p></span>');
  return all.every((round) => {
    for (const [count, { op, at, to }] of round.entries()) applyChange(page, op, at, to, count);
    page.settle();
    return page.texts().join('|') === page.anew().join('|');
  });
}

function applyChange(
  { root, document }: ReturnType<typeof follow>,
  op: string,
  at: number,
  to: number,
  count: number,
): void {
  const elements = [root, ...root.querySelectorAll('*')];
  const pick = (index: number) => elements[index % elements.length] as Element;
  const [place, other] = [pick(at), pick(to)];
  if (op === 'remove' && place !== root) place.remove();
  else if (op === 'move' && place !== root && !place.contains(other)) other.prepend(place);
  else if (op === 'text') place.append(`字${count}`);
  else if (op === 'br') place.prepend(document.createElement('br'));
  else if (op === 'p' || op === 'span' || op === 'pre') {
    const element = document.createElement(op);
    element.textContent = `段${count}`;
    place.insertBefore(element, place.firstChild);
  } else if (op === 'edit') {
    const element = document.createElement('div');
    element.setAttribute('contenteditable', '');
    element.textContent = `写${count}`;
    place.append(element);
  } else if (op === 'nest') {
    const outer = document.createElement('span');
    outer.append(`外${count}`, document.createElement('p'), `尾${count}`);
    outer.children[0]?.append(`内${count}`);
    place.append(outer);
  }
}
