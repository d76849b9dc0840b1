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
  | (Omit<Found, 'keys' | 'rows'> & {
      readonly kind: 'answer';
      readonly id: number;
      /** One a line: one text is handed over faster than many. */
      readonly keys: string;
      /** JSON, for the same reason. */
      readonly rows?: string | undefined;
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
const holdRows = self.name === 'rows';
const search = createSearch(openGlossary(), {
  pinyinOf: (label) => pinyin(label, { nonZh: 'consecutive' }),
  holdRows,
});

let preparing: Promise<void> | undefined;

/** Loads or builds the index, once at a time, and says how far it is. */
function prepare(): void {
  if (preparing !== undefined) return;
  send({ kind: 'progress', done: 0, total: 1 });
  preparing = search
    .ready((done, total) => send({ kind: 'progress', done, total }))
    .then(
      () => {
        send({ kind: 'ready' });
        if (holdRows) void warm();
      },
      // A query will try again, and tell what is wrong.
      () => {},
    )
    .finally(() => {
      preparing = undefined;
    });
}

/** What is asked here first runs code that was never run before, and reads the states: nobody should wait for that. */
const TRIED = ['z', '的', 'zh', 're', '中国', '国 中'];

async function warm(): Promise<void> {
  for (const text of TRIED) {
    await search.query(text, { limit: 40, rows: 40, revision: 0 }).catch(() => {});
    // Who asks meanwhile is answered in between.
    await new Promise((resolve) => setTimeout(resolve));
  }
}

addEventListener('message', (event: MessageEvent<Ask>) => {
  const { id, text, ...options } = event.data;
  search.query(text, options).then(
    ({ rows, ...found }) => {
      send({
        ...found,
        kind: 'answer',
        id,
        keys: found.keys.join('\n'),
        ...(rows === undefined ? {} : { rows: JSON.stringify(rows) }),
      });
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
