/**
 * The search index in a thread of its own: building and asking it never holds up the page.
 *
 * The page sends `Ask`, the worker answers each with `Answer`, and with `Progress` while it builds.
 */
import { pinyin } from 'pinyin-pro';
import { GlossaryError, type GlossaryErrorCode } from '../glossary/errors.ts';
import { openGlossary } from '../glossary/repository.ts';
import { createSearch } from './search.ts';

export interface Ask {
  readonly id: number;
  readonly text: string;
  readonly revision?: number | undefined;
  readonly limit?: number | undefined;
}
export type FromWorker =
  | {
      readonly kind: 'answer';
      readonly id: number;
      /** One a line. */
      readonly keys: string;
      readonly total: number;
      readonly complete: boolean;
    }
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
  const { id, text, revision, limit } = event.data;
  search.query(text, { revision, limit }).then(
    ({ keys, total, complete }) => {
      // One text is handed over faster than many.
      send({ kind: 'answer', id, keys: keys.join('\n'), total, complete });
      if (!complete) prepare();
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
