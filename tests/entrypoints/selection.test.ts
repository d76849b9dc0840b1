// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { runOwner } from '../../lib/text/elements.ts';

const sendMessage = vi.fn(
  async (_message: { readonly call: string; readonly request: unknown }): Promise<unknown> => ({
    ok: undefined,
  }),
);
vi.stubGlobal('chrome', { runtime: { id: 'cezhu', sendMessage } });
const { askBackground } = await import('../../lib/messages/channel.ts');
const { createSelection } = await import('../../entrypoints/news.content/selection.ts');

const reading = { paragraphOf: (node: Node) => runOwner(node, document.body) };
const selection = createSelection(
  { reading, ask: askBackground, articleDate: () => '2026-08-10' },
  new AbortController().signal,
);
beforeEach(() => sendMessage.mockClear());

function select(from: Node, start: number, to: Node, end: number): void {
  const range = document.createRange();
  range.setStart(from, start);
  range.setEnd(to, end);
  getSelection()?.removeAllRanges();
  getSelection()?.addRange(range);
}
const added = () => sendMessage.mock.calls.map(([{ request }]) => request);

test('a new entry takes along the sentence in which the selection stands, though its words stand in others too', async () => {
  document.body.innerHTML =
    '<p>先说八八战略。</p><p>又见<i>八八战略</i>。要践行<b>八八</b>战略，走在前列！末句。</p>';
  const p = document.querySelectorAll('p')[1] as HTMLElement;
  select(p.querySelector('b')?.firstChild as Text, 0, p.lastChild as Text, 2);
  expect(await selection.add()).toBe(true);
  expect(added()).toMatchObject([
    { label: '八八战略', sentence: '要践行八八战略，走在前列！', date: '2026-08-10' },
  ]);
});

test('where nothing is selected, or a whole passage, there is nothing to add', async () => {
  document.body.innerHTML = `<p>${'长'.repeat(61)}</p>`;
  const text = document.querySelector('p')?.firstChild as Text;
  select(text, 0, text, 61);
  expect(await selection.add()).toBe(false);
  getSelection()?.removeAllRanges();
  expect(await selection.add()).toBe(false);
  expect(added()).toEqual([]);
});

test('a selection that no entry explains is looked for in the glossary, and that is all', async () => {
  document.body.innerHTML = '<p>生词在此。</p>';
  const text = document.querySelector('p')?.firstChild as Text;
  select(text, 0, text, 2);
  sendMessage.mockResolvedValueOnce({ ok: [] });
  const open = vi.fn();
  expect(await selection.explain(open)).toBe(true);
  expect(open).not.toHaveBeenCalled();
  expect(sendMessage.mock.calls.map(([{ call }]) => call)).toEqual(['concept.lookUp', 'concept.search']);

  getSelection()?.removeAllRanges();
  expect(await selection.explain(open)).toBe(false);
});
