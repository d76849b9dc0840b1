/** Backup and restore in a thread of their own: a hundred thousand entries must not hold up the page. */
import { type Damage, DamagedBackupError } from '../../lib/glossary/backup-damage.ts';
import { GlossaryError, type GlossaryErrorCode } from '../../lib/glossary/errors.ts';
import { openGlossary } from '../../lib/glossary/repository.ts';

export type BackupTask =
  | { readonly kind: 'save'; readonly settings: unknown }
  | { readonly kind: 'restore'; readonly file: Blob };
export type BackupReport =
  | { readonly kind: 'saved'; readonly file: Blob }
  | { readonly kind: 'progress'; readonly rows: number }
  | {
      readonly kind: 'restored';
      readonly rows: number;
      readonly settings: unknown;
      /** Of the glossary: the way back. */
      readonly revision: number;
    }
  | { readonly kind: 'damaged'; readonly damage: Damage }
  | { readonly kind: 'failed'; readonly code: GlossaryErrorCode | 'unknown'; readonly message: string };

/** Pieces are handed to the browser as blobs of about this many characters, which it may keep on disk. */
const SPOOL = 4_000_000;

const report = (message: BackupReport) => postMessage(message);

addEventListener('message', (event: MessageEvent<BackupTask>) => {
  const task = event.data;
  const done = task.kind === 'save' ? save(task.settings) : restore(task.file);
  done.then(report, (error: unknown) => report(failure(error)));
});

function failure(error: unknown): BackupReport {
  if (error instanceof DamagedBackupError) return { kind: 'damaged', damage: error.damage };
  return {
    kind: 'failed',
    code: error instanceof GlossaryError ? error.code : 'unknown',
    message: error instanceof Error ? error.message : String(error),
  };
}

async function save(settings: unknown): Promise<BackupReport> {
  const spooled: Blob[] = [];
  let pieces: string[] = [];
  let length = 0;
  const spool = () => {
    spooled.push(new Blob(pieces));
    pieces = [];
    length = 0;
  };
  for await (const piece of await openGlossary().exportBackup(settings)) {
    pieces.push(piece);
    length += piece.length;
    if (length > SPOOL) spool();
  }
  spool();
  return { kind: 'saved', file: new Blob(spooled, { type: 'application/x-ndjson' }) };
}

async function restore(file: Blob): Promise<BackupReport> {
  const { rows, settings, revision } = await openGlossary().restoreBackup(textOf(file), (read) =>
    report({ kind: 'progress', rows: read }),
  );
  return { kind: 'restored', rows, settings, revision };
}

/** @throws {TypeError} where the file is not UTF-8 */
async function* textOf(file: Blob): AsyncIterable<string> {
  const reader = file
    .stream()
    .pipeThrough(new TextDecoderStream('utf-8', { fatal: true }))
    .getReader();
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) yield piece.value;
}
