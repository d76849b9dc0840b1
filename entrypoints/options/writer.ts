/**
 * Every write of the page goes through here: it is told to the background, so that open tabs mark anew, and to the
 * reader, with a way back.
 */
import { EditConflictError, GlossaryError, type GlossaryErrorCode } from '../../lib/glossary/errors.ts';
import { askBackground } from '../../lib/messages/channel.ts';

export interface Notice {
  readonly kind: 'done' | 'failed';
  readonly text: string;
  /** The revision that can be taken back, or how what has none is taken back. */
  readonly undo?: number | Undo | undefined;
}

export interface Undo {
  readonly run: () => Promise<unknown>;
  /** What is told then. */
  readonly done: string;
}

export interface Writer {
  /**
   * Runs `write`; shows `done` when it is through, a message when it fails.
   *
   * @returns what `write` gave, or `undefined` where it failed. A conflict goes to `onConflict` where that is given.
   */
  run<T>(
    write: () => Promise<T>,
    done: (result: T) => Omit<Notice, 'kind'> | undefined,
    onConflict?: (conflict: EditConflictError) => void,
  ): Promise<T | undefined>;
  /** Runs a write that changes nothing in open tabs, and so is told to nobody unless it fails. */
  runQuietly<T>(write: () => Promise<T>): Promise<T | undefined>;
  /** Says why something is not done. */
  refuse(text: string): void;
}

export interface WriterTexts {
  readonly error: Readonly<Record<GlossaryErrorCode | 'unknown', string>>;
  readonly background: string;
}

export function createWriter(texts: WriterTexts, show: (notice: Notice) => void): Writer {
  const tellBackground = () =>
    askBackground('glossary.changed', {}).catch(() => show({ kind: 'failed', text: texts.background }));
  return {
    refuse: (text) => show({ kind: 'failed', text }),
    async runQuietly(write) {
      try {
        return await write();
      } catch (error) {
        show({ kind: 'failed', text: messageFor(error, texts) });
        return undefined;
      }
    },
    async run(write, done, onConflict) {
      try {
        const result = await write();
        const notice = done(result);
        if (notice !== undefined) show({ kind: 'done', ...notice });
        void tellBackground();
        return result;
      } catch (error) {
        if (error instanceof EditConflictError && onConflict !== undefined) onConflict(error);
        else show({ kind: 'failed', text: messageFor(error, texts) });
        return undefined;
      }
    },
  };
}

/** What went wrong, in the reader's words; a fault nobody foresaw keeps its own. */
export function messageFor(error: unknown, { error: texts }: WriterTexts): string {
  if (error instanceof GlossaryError) return texts[error.code];
  return `${texts.unknown} ${error instanceof Error ? error.message : String(error)}`;
}
