import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { follow, rounds, staysInStep } from './changing-page.ts';

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

  test('what is no longer hidden is read in its place, and what is now is forgotten', () => {
    const page = follow('<p>甲</p><div id="b" hidden><p>乙</p></div><p id="c">丙<b id="d" hidden>丁</b></p>');
    expect(page.texts()).toEqual(['甲', '丙']);
    page.document.querySelector('#b')?.removeAttribute('hidden');
    page.document.querySelector('#d')?.removeAttribute('hidden');
    page.settle();
    expect(page.texts()).toEqual(['甲', '乙', '丙丁']);
    page.document.querySelector('#b')?.setAttribute('hidden', '');
    page.document.querySelector('#d')?.setAttribute('hidden', '');
    expect(page.settle()).toEqual({ gone: 2, fresh: 1 });
    expect(page.texts()).toEqual(page.anew());
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
  expect(fc.check(fc.property(rounds, staysInStep), { numRuns: 1_000 }).counterexample).toBeNull();
}, 60_000);
