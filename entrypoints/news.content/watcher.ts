/**
 * Watches the page change. Noting a change is cheap; reading it waits: a page that changes a thousand times a second is
 * read a few times a second, and never less often than every two seconds.
 */
import { createPendingChanges, noteChanges, type PendingChanges } from '../../lib/text/changes.ts';

const SOONEST_MS = 100;
const LATEST_MS = 2_000;
/** Reading may take this share of the time: a reading of 10 ms is followed by 200 ms of rest. */
const REST_FACTOR = 20;

export interface Watcher {
  /** Also follow this open shadow root. */
  follow(root: ShadowRoot): void;
}

/** Calls `read` after changes, one at a time, until `signal` aborts. `changedRoots` are shadow roots. */
export function watchPage(
  read: (pending: PendingChanges, changedRoots: ReadonlySet<ShadowRoot>) => Promise<void>,
  signal: AbortSignal,
): Watcher {
  const pending = createPendingChanges();
  const followed = new WeakSet<ShadowRoot>();
  const changedRoots = new Set<ShadowRoot>();
  let isWaiting = false;
  let rest = SOONEST_MS;

  const flush = async () => {
    const roots = new Set(changedRoots);
    changedRoots.clear();
    const from = performance.now();
    try {
      await read(pending, roots);
    } finally {
      const cost = performance.now() - from;
      rest = Math.min(LATEST_MS, Math.max(SOONEST_MS, cost * REST_FACTOR));
      isWaiting = false;
      if (!signal.aborted && (pending.touched.size > 0 || changedRoots.size > 0)) schedule();
    }
  };
  const schedule = () => {
    if (isWaiting) return;
    isWaiting = true;
    setTimeout(() => {
      if (signal.aborted) return;
      // A tab in the background is read when the reader comes back to it.
      if (document.visibilityState === 'visible') void flush();
      else document.addEventListener('visibilitychange', () => void flush(), { once: true, signal });
    }, rest);
  };
  const observer = new MutationObserver((records) => {
    noteChanges(pending, records);
    schedule();
  });
  const options = { subtree: true, childList: true, characterData: true, attributeFilter: ['hidden'] };
  observer.observe(document.documentElement, options);
  /** One for all roots: it does not keep those that the page has thrown away. */
  const inShadow = new MutationObserver((records) => {
    for (const { target } of records) {
      const root = target.getRootNode();
      if (root instanceof ShadowRoot) changedRoots.add(root);
    }
    schedule();
  });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    inShadow.disconnect();
  });

  return {
    follow(root) {
      if (followed.has(root)) return;
      followed.add(root);
      inShadow.observe(root, options);
    },
  };
}
