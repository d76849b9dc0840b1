/** The page's side of the search worker. */
import { toThrown } from '../glossary/errors.ts';
import type { Found, QueryOptions } from './search.ts';
import type { Ask, FromWorker } from './search-worker.ts';

export interface SearchClient {
  /** @throws {GlossaryError} as the glossary throws in the worker; {DOMException} `AbortError` when `signal` aborts. */
  query(text: string, signal: AbortSignal, options?: QueryOptions): Promise<Found>;
  /** Share of the index that is built, 0 to 1; calls `listener` at each step until `signal` aborts. */
  watch(listener: (share: number) => void, signal: AbortSignal): void;
}

function foundIn({ keys, rows, ...data }: Extract<FromWorker, { kind: 'answer' }>): Found {
  return {
    ...data,
    keys: keys === '' ? [] : keys.split('\n'),
    // Our own worker's words.
    ...(rows === undefined ? {} : { rows: JSON.parse(rows) as Found['rows'] }),
  };
}

/** @param listing what is found is listed with its definitions: the worker holds them in memory */
export function createSearchClient(listing = false): SearchClient {
  let running: Worker | undefined;
  const waiting = new Map<number, { resolve: (found: Found) => void; reject: (error: unknown) => void }>();
  const watchers = new Set<(share: number) => void>();
  let share = 0;
  let asked = 0;
  const progress = (next: number) => {
    share = next;
    for (const watcher of watchers) watcher(share);
  };
  const onMessage = ({ data }: MessageEvent<FromWorker>) => {
    if (data.kind === 'progress') return progress(data.total === 0 ? 0 : (0.95 * data.done) / data.total);
    if (data.kind === 'ready') return progress(1);
    const asker = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.kind === 'failed') asker?.reject(toThrown(data.code, data.message));
    else asker?.resolve(foundIn(data));
  };
  const onBreakdown = ({ message }: ErrorEvent) => {
    running?.terminate();
    running = undefined;
    for (const { reject } of waiting.values()) reject(new Error(message));
    waiting.clear();
  };
  /** Started with the first use, when the glossary is there to be indexed. */
  const worker = (): Worker => {
    if (running === undefined) {
      running = new Worker(new URL('./search-worker.ts', import.meta.url), {
        type: 'module',
        name: listing ? 'rows' : '',
      });
      running.addEventListener('message', onMessage);
      running.addEventListener('error', onBreakdown);
    }
    return running;
  };
  return {
    query(text, signal, options) {
      return new Promise((resolve, reject) => {
        asked += 1;
        const id = asked;
        waiting.set(id, { resolve, reject });
        signal.addEventListener('abort', () => {
          waiting.delete(id);
          reject(signal.reason);
        });
        worker().postMessage({ id, text, ...options } satisfies Ask);
      });
    },
    watch(listener, signal) {
      worker();
      watchers.add(listener);
      signal.addEventListener('abort', () => watchers.delete(listener));
      listener(share);
    },
  };
}
