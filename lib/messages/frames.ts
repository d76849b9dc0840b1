/**
 * Which frame of a tab holds the article: many papers put it into an iframe, and one answer is wanted, not one a frame.
 *
 * Every frame reports how many terms it shows. The reports live in session storage, which the background's death does
 * not touch and pages cannot reach.
 */
import { browser } from 'wxt/browser';
import { askTab } from './channel.ts';

const TOP_FRAME = 0;

type Counts = Readonly<Record<string, number>>;
const keyOf = (tabId: number): string => `frames:${tabId}`;

async function readCounts(tabId: number): Promise<Counts> {
  const key = keyOf(tabId);
  return ((await browser.storage.session.get(key))[key] ?? {}) as Counts;
}

/** Frames of a tab report at the same time: each waits until the one before it is written. */
const inTurn = <Result>(work: () => Promise<Result>): Promise<Result> =>
  navigator.locks.request('cezhu-frames', work);

/** Notes a frame's count of terms. @returns the tab's sum. */
export const noteCount = (tabId: number, frameId: number, count: number): Promise<number> =>
  inTurn(async () => {
    const before = await readCounts(tabId);
    const counts: Counts = { ...before, [frameId]: count };
    // The last word of a tab that is closed comes when it is forgotten already.
    if (count > 0 || frameId in before) await browser.storage.session.set({ [keyOf(tabId)]: counts });
    return Object.values(counts).reduce((sum, each) => sum + each, 0);
  });

/** A new page is loaded into the tab, or the tab is gone: what its frames said is of another page. */
export const forgetCounts = (tabId: number): Promise<void> =>
  inTurn(() => browser.storage.session.remove(keyOf(tabId)));

/** The frame with the most terms, of those that are still there; the top frame where none has any. */
export async function articleFrame(tabId: number): Promise<number> {
  const counts = Object.entries(await readCounts(tabId)).filter(([, count]) => count > 0);
  for (const [name] of counts.sort(([, a], [, b]) => b - a)) {
    const frameId = Number(name);
    // Nothing tells when a page takes a frame away.
    if (frameId === TOP_FRAME || (await askTab(tabId, 'script.alive', {}, frameId)) === true) return frameId;
    await noteCount(tabId, frameId, 0);
  }
  return TOP_FRAME;
}
