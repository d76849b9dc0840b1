// @vitest-environment jsdom
import { beforeEach, expect, test, vi } from 'vitest';
import { createPageText } from '../../entrypoints/news.content/page-text.ts';
import { createPendingChanges, noteChanges } from '../../lib/text/changes.ts';

let ends = new AbortController();
beforeEach(() => {
  ends.abort();
  ends = new AbortController();
  vi.stubGlobal('scheduler', { yield: () => Promise.resolve() });
  document.body.innerHTML = '';
});

async function aPage(html: string, answers = true) {
  document.body.innerHTML = html;
  const fresh: string[] = [];
  const gone: string[] = [];
  const roots: ShadowRoot[] = [];
  const text = createPageText(
    {
      scope: () => 'page',
      firstPart: 1_000,
      events: {
        onFresh: (blocks) => fresh.push(...blocks.map((block) => block.text)),
        onGone: (blocks) => gone.push(...Array.from(blocks, (block) => block.text)),
        onShadowRoot: (root) => roots.push(root),
        isAnswered: () => answers,
        isOutdated: () => false,
      },
    },
    ends.signal,
  );
  await text.readAll();
  /** Lets the page change, and reads what changed. */
  const change = async (work: () => void) => {
    const observer = new MutationObserver(() => {});
    observer.observe(document, { subtree: true, childList: true, characterData: true });
    work();
    const pending = createPendingChanges();
    noteChanges(pending, observer.takeRecords());
    observer.disconnect();
    await text.readChanged(pending, new Set());
  };
  return { text, fresh, gone, roots, change };
}

function anElementWithShadow(html: string): HTMLElement {
  const host = document.createElement('x-part');
  host.attachShadow({ mode: 'open' }).innerHTML = html;
  return host;
}

test('text in a shadow root that comes later is read when it comes', async () => {
  const { fresh, change } = await aPage('<p>前言。</p>');
  await change(() => document.body.append(anElementWithShadow('<p>忠实践行八八战略。</p>')));
  expect(fresh).toEqual(['前言。', '忠实践行八八战略。']);
});

test('a shadow root that goes takes its text with it, and is held no longer', async () => {
  const { text, change } = await aPage('<p>前言。</p>');
  const host = anElementWithShadow('<p>忠实践行八八战略。</p>');
  await change(() => document.body.append(host));
  await change(() => host.remove());
  expect(text.list.blocks.map((block) => block.text)).toEqual(['前言。']);
  expect(text.shadowRoots.size).toBe(0);
});

function aParagraph(text: string): HTMLElement {
  const p = document.createElement('p');
  p.textContent = text;
  return p;
}

test('a jump within the page is no new page; another route is, also one behind a number sign', async () => {
  // Without an answer what is read anew is asked about anew.
  const { fresh, change } = await aPage('<p>甲</p>', false);
  history.pushState({}, '', '#part-2');
  await change(() => document.body.append(aParagraph('乙')));
  expect(fresh).toEqual(['甲', '乙']);
  for (const route of ['#/other', '/other.html']) {
    fresh.length = 0;
    history.pushState({}, '', route);
    await change(() => document.body.append(aParagraph('丙')));
    expect(fresh.slice(0, 2)).toEqual(['甲', '乙']);
  }
});

test('a reading that is broken off is no error', async () => {
  const { text } = await aPage('<p>甲</p><p>乙</p><p>丙</p>');
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 100;
    return now;
  });
  vi.stubGlobal('scheduler', { yield: async () => ends.abort() });
  await expect(text.readAll()).resolves.toBeUndefined();
  expect(ends.signal.aborted).toBe(true);
  clock.mockRestore();
});

test('a page that is read again is asked only about what has changed', async () => {
  const { text, fresh, gone } = await aPage('<h1>样文</h1><p>忠实践行八八战略。</p><p>开创新局面。</p>');
  const before = [...text.list.blocks];
  fresh.length = 0;
  await text.readAll();
  expect(text.list.blocks).toEqual(before);
  expect([fresh, gone]).toEqual([[], []]);

  document.querySelector('p')?.replaceChildren('深入实施八八战略。');
  await text.readAll();
  expect([fresh, gone]).toEqual([['深入实施八八战略。'], ['忠实践行八八战略。']]);
  expect(text.list.blocks.map((block) => block.text)).toEqual(['样文', '深入实施八八战略。', '开创新局面。']);
});

test('a page whose text is taken away has no blocks left', async () => {
  const { text, gone } = await aPage('<p>忠实践行八八战略。</p>');
  document.body.innerHTML = '';
  await text.readAll();
  expect(text.list.blocks).toEqual([]);
  expect(gone).toEqual(['忠实践行八八战略。']);
});

test('what has found no answer is asked about again', async () => {
  const { text, fresh } = await aPage('<p>忠实践行八八战略。</p>', false);
  await text.readAll();
  expect(fresh).toEqual(['忠实践行八八战略。', '忠实践行八八战略。']);
});

test('the rest of a long page is asked about when it has been laid out, and once', async () => {
  const paragraph = `<p>${'忠实践行八八战略。'.repeat(60)}</p>`;
  const { text, fresh } = await aPage(`<div>${paragraph.repeat(4)}</div>`);
  expect(fresh).toHaveLength(4);
  expect(text.list.blocks).toHaveLength(4);
});
