/** Views of the options page over a database of their own, with a background that answers nothing. */
import { type ComponentChildren, render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import { type App, AppContext } from '../../../entrypoints/options/app-context.ts';
import { keepFocus } from '../../../entrypoints/options/keep-focus.ts';
import { createWriter, type Notice } from '../../../entrypoints/options/writer.ts';
import type { GlossaryRepository } from '../../../lib/glossary/repository.ts';
import { translator } from '../../../lib/i18n/index.ts';
import { DEFAULT_SETTINGS } from '../../../lib/settings/settings.ts';

export interface Shown {
  readonly root: HTMLElement;
  readonly notices: Notice[];
  readonly navigated: unknown[];
  readonly close: () => Promise<unknown>;
}

/** Shows `view`; what it tells and where it leads is noted. */
export async function showInApp(repository: GlossaryRepository, view: ComponentChildren): Promise<Shown> {
  const root = document.createElement('div');
  document.body.append(root);
  keepFocus(root);
  const notices: Notice[] = [];
  const navigated: unknown[] = [];
  const texts = translator('zh');
  const app: App = {
    repository,
    finder: { find: async () => [], name: async () => undefined },
    search: { query: async () => ({ keys: [], total: 0, complete: true }), watch: () => {} },
    texts,
    language: 'zh',
    settings: DEFAULT_SETTINGS,
    revision: 0,
    writer: createWriter(texts.knowledge, (notice) => notices.push(notice)),
    listFilters: {},
    navigate: (next) => navigated.push(next),
  };
  await act(() => render(<Followed app={app}>{view}</Followed>, root));
  return {
    root,
    notices,
    navigated,
    close: () => {
      render(null, root);
      root.remove();
      // Effects of the last drawing wait for a frame, which must come while there is a document.
      return new Promise(requestAnimationFrame);
    },
  };
}

/** As the page does: what is written is read anew. */
function Followed({ app, children }: { readonly app: App; readonly children: ComponentChildren }) {
  const [revision, setRevision] = useState(app.revision);
  useEffect(() => {
    const stop = new AbortController();
    app.repository.watch(setRevision, stop.signal);
    return () => stop.abort();
  }, [app.repository]);
  const value = useMemo(() => ({ ...app, revision }), [app, revision]);
  return <AppContext.Provider value={value}>{children}</AppContext.Provider>;
}

/** Waits until `find` gives something. */
export const until = <T,>(find: () => T | undefined | null | false): Promise<T> =>
  vi.waitFor(
    async () => {
      await act(() => {});
      const found = find();
      if (!found) throw new Error('not there yet');
      return found;
    },
    { timeout: 20_000 },
  );

export const buttonNamed = (root: Element, name: string): HTMLButtonElement | undefined =>
  [...root.querySelectorAll('button')].find(
    (button) => (button.getAttribute('aria-label') ?? button.textContent) === name,
  );

/** As by keyboard: the button has the focus when it is pressed. */
export async function pressIn(root: Element, name: string): Promise<void> {
  const button = await until(() => buttonNamed(root, name));
  await act(() => {
    button.focus();
    button.click();
  });
}
