/**
 * The search index in a thread of its own: building and asking it never holds up the page.
 *
 * A worker of the name `rows` holds what lists show. The page sends `Ask`, the worker answers each with `Answer`, and with `Progress` while it builds.
 */
import { pinyin } from 'pinyin-pro';
import { GlossaryError, type GlossaryErrorCode } from '../glossary/errors.ts';
import { openGlossary } from '../glossary/repository.ts';
import { createSearch, type Found, type QueryOptions } from './search.ts';

export interface Ask extends QueryOptions {
  readonly id: number;
  readonly text: string;
}
export type FromWorker =
  | (Omit<Found, 'keys'> & {
      readonly kind: 'answer';
      readonly id: number;
      /** One a line: one text is handed over faster than many. */
      readonly keys: string;
    })
  | {
      readonly kind: 'failed';
      readonly id: number;
      readonly code: GlossaryErrorCode | 'unknown';
      readonly message: string;
    }
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'ready' };

const send = (message: FromWorker) => postMessage(message);
const search = createSearch(openGlossary(), {
  pinyinOf: (label) => pinyin(label, { nonZh: 'consecutive' }),
  holdRows: self.name === 'rows',
});

let preparing: Promise<void> | undefined;

/** Loads or builds the index, once at a time, and says how far it is. */
function prepare(): void {
  if (preparing !== undefined) return;
  send({ kind: 'progress', done: 0, total: 1 });
  preparing = search
    .ready((done, total) => send({ kind: 'progress', done, total }))
    .then(
      () => send({ kind: 'ready' }),
      // A query will try again, and tell what is wrong.
      () => {},
    )
    .finally(() => {
      preparing = undefined;
    });
}

addEventListener('message', (event: MessageEvent<Ask>) => {
  const { id, text, ...options } = event.data;
  search.query(text, options).then(
    (found) => {
      send({ ...found, kind: 'answer', id, keys: found.keys.join('\n') });
      if (!found.complete) prepare();
    },
    (error: unknown) =>
      send({
        kind: 'failed',
        id,
        code: error instanceof GlossaryError ? error.code : 'unknown',
        message: error instanceof Error ? error.message : String(error),
      }),
  );
});
prepare();
