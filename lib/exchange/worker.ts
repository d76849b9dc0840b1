/** Import and export in a thread of their own: a hundred thousand entries must not hold up the page. */
import { GlossaryError, type GlossaryErrorCode } from '../glossary/errors.ts';
import type { ImportMode } from '../glossary/import-mix.ts';
import type { ImportPreview } from '../glossary/import-preview.ts';
import { openGlossary } from '../glossary/repository.ts';
import { type ReadOptions, readFile } from './read-file.ts';
import { type Staged, type StageTarget, stageFile } from './stage-file.ts';
import { ExchangeError, type ExchangeErrorCode, type Recognised } from './types.ts';
import { type FilePiece, type Wanted, writeEntries } from './write-entries.ts';
import { WRITE_FORMATS, type WriteFormatName } from './write-formats.ts';
import type { WriteOptions } from './writer.ts';

type ReadChoices = Pick<ReadOptions, 'encoding' | 'fields' | 'sheet'>;

export type ExchangeTask =
  | {
      readonly kind: 'recognise';
      readonly file: Blob;
      readonly name: string;
      readonly options: ReadChoices;
    }
  | {
      readonly kind: 'read';
      readonly file: Blob;
      readonly name: string;
      readonly target: StageTarget;
      readonly options: ReadChoices;
    }
  | { readonly kind: 'preview' | 'apply'; readonly jobId: string; readonly mode: ImportMode }
  | {
      readonly kind: 'write';
      readonly format: WriteFormatName;
      readonly wanted: Wanted;
      readonly options: WriteOptions;
    };

export interface ExchangeResults {
  readonly recognise: Recognised;
  readonly read: Staged;
  readonly preview: ImportPreview;
  /** The import's revision. */
  readonly apply: number;
  readonly write: Blob;
}

/** Entries done, and to come where that is known. */
export interface ExchangeProgress {
  readonly done: number;
  readonly refused?: number | undefined;
  readonly total?: number | undefined;
}

export type ExchangeReport =
  | ({ readonly kind: 'progress' } & ExchangeProgress)
  | { readonly kind: 'done'; readonly result: ExchangeResults[keyof ExchangeResults] }
  | { readonly kind: 'cancelled' }
  | {
      readonly kind: 'failed';
      readonly room: 'glossary' | 'exchange' | 'unknown';
      readonly code: GlossaryErrorCode | ExchangeErrorCode | 'unknown';
      readonly message: string;
    };

/** Pieces are handed to the browser as blobs of about this many characters or bytes, which it may keep on disk. */
const SPOOL = 4_000_000;

const report = (message: ExchangeReport) => postMessage(message);
const progress = (message: ExchangeProgress) => report({ kind: 'progress', ...message });
const cancelling = new AbortController();

addEventListener('message', ({ data }: MessageEvent<ExchangeTask | 'cancel'>) => {
  if (data === 'cancel') cancelling.abort();
  else run(data).then((result) => report({ kind: 'done', result }), fail);
});

function fail(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  if (cancelling.signal.aborted) report({ kind: 'cancelled' });
  else if (error instanceof GlossaryError)
    report({ kind: 'failed', room: 'glossary', code: error.code, message });
  else if (error instanceof ExchangeError)
    report({ kind: 'failed', room: 'exchange', code: error.code, message });
  else report({ kind: 'failed', room: 'unknown', code: 'unknown', message });
}

async function run(task: ExchangeTask): Promise<ExchangeResults[keyof ExchangeResults]> {
  const repository = openGlossary();
  const { signal } = cancelling;
  switch (task.kind) {
    case 'recognise':
      return (await readFile(task.file, task.name, task.options)).recognised;
    case 'read': {
      const reading = await readFile(task.file, task.name, task.options);
      return stageFile(
        repository,
        reading,
        { ...task.target, file: markOf(task) },
        (done, refused) => progress({ done, refused }),
        signal,
      );
    }
    case 'preview':
      return repository.previewImport(task.jobId, task.mode, (done) => progress({ done }));
    case 'apply':
      return repository.applyImport(task.jobId, task.mode, (done) => progress({ done }), signal);
    case 'write':
      return spooled(
        writeEntries(repository, task.format, task.wanted, task.options, (done, total) => {
          signal.throwIfAborted();
          progress({ done, total });
        }),
        WRITE_FORMATS[task.format].type,
      );
  }
}

/** The same file, read in the same way, has the same mark. */
const markOf = ({ file, name, options }: Extract<ExchangeTask, { kind: 'read' }>): string =>
  JSON.stringify([name, file.size, file instanceof File ? file.lastModified : 0, options]);

async function spooled(pieces: AsyncIterable<FilePiece>, type: string): Promise<Blob> {
  const blobs: Blob[] = [];
  let waiting: FilePiece[] = [];
  let length = 0;
  const spool = () => {
    blobs.push(new Blob(waiting));
    waiting = [];
    length = 0;
  };
  for await (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length > SPOOL) spool();
  }
  spool();
  return new Blob(blobs, { type });
}
