/** When our script in a page begins, and how long it lives. */
import { browser } from 'wxt/browser';

/** Why it ended: the extension was updated, disabled or removed. Nothing tells a script so; it has to ask. */
export const ORPHANED = 'orphaned';
const ALIVE_MS = 3_000;

/**
 * Begins a life; one that is under way in the same page ends. It also ends, with `ORPHANED`, once the extension is gone,
 * and when the page puts another document in the place of its own (`document.write`): that takes all listeners away, and
 * `onReplaced` is called.
 *
 * Kept as a global of our own world, which no page sees: an event or message would tell the page that we are there, and
 * the page could send one.
 */
export function startLife(onReplaced: () => void): AbortController {
  const world = globalThis as { cezhuLife?: AbortController };
  world.cezhuLife?.abort();
  const life = new AbortController();
  world.cezhuLife = life;
  // What an older one could not take away itself.
  for (const old of document.querySelectorAll('cezhu-root')) old.remove();
  const { signal } = life;
  const ask = () => {
    if (browser.runtime?.id === undefined) life.abort(ORPHANED);
  };
  const asking = setInterval(ask, ALIVE_MS);
  const root = document.documentElement;
  const observer = new MutationObserver(() => {
    if (document.documentElement === root) return;
    life.abort();
    onReplaced();
  });
  observer.observe(document, { childList: true });
  signal.addEventListener('abort', () => {
    clearInterval(asking);
    observer.disconnect();
  });
  // Timers of tabs in the background run once a minute.
  document.addEventListener('visibilitychange', ask, { signal });
  return life;
}

/**
 * Resolves once there is anything in this document. Pages put empty frames to hundreds; each costs next to nothing until
 * a script fills it.
 */
export const untilFilled = (): Promise<void> =>
  new Promise((resolve) => {
    const look = () => {
      if (document.body?.hasChildNodes() !== true) return;
      observer.disconnect();
      resolve();
    };
    const observer = new MutationObserver(look);
    observer.observe(document, { childList: true, subtree: true });
    look();
  });
