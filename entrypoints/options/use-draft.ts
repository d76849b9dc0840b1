/** Keeps what is typed as a draft, so that a closed tab loses nothing. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { sameValue } from '../../lib/glossary/same-value.ts';
import type { Concept } from '../../lib/glossary/schema.ts';
import { useApp } from './app-context.ts';

/** How long after the last key the draft is written, ms. */
const PAUSE_MS = 400;

export interface DraftKeeper {
  /** What is typed differs from what is saved, and is kept. */
  readonly kept: boolean;
  /** Forgets the draft; what is typed afterwards begins a new one. */
  readonly drop: () => Promise<void>;
}

export function useDraft(
  start: { readonly draftKey: string; readonly saved: Concept; readonly revision: number | undefined },
  concept: Concept,
): DraftKeeper {
  const { repository } = useApp();
  const [kept, setKept] = useState(false);
  const ended = useRef(false);
  const waiting = useRef<() => void>(undefined);

  // Not after the painting: on a slow machine the tab may be closed before that.
  useLayoutEffect(() => {
    const { draftKey, saved, revision } = start;
    ended.current = false;
    const write = () => {
      waiting.current = undefined;
      if (ended.current) return;
      const same = sameValue(concept, saved);
      const done = same
        ? repository.dropDraft(draftKey)
        : repository.saveDraft({ key: draftKey, value: concept, revision });
      // A draft that cannot be kept is not worth an alarm: saving itself will say what is wrong.
      done.then(
        () => setKept(!same),
        () => setKept(false),
      );
    };
    waiting.current = write;
    const timer = setTimeout(write, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [concept, start.revision]);

  useLayoutEffect(() => {
    const stop = new AbortController();
    const flush = () => waiting.current?.();
    addEventListener('pagehide', flush, { signal: stop.signal });
    return () => {
      stop.abort();
      flush();
    };
  }, []);

  return {
    kept,
    drop: async () => {
      ended.current = true;
      await repository.dropDraft(start.draftKey);
      setKept(false);
    },
  };
}
