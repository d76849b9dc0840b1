/** What can go wrong with the glossary's storage; everything else is a bug. */
import type { Concept } from './schema.ts';

export type GlossaryErrorCode =
  /** Another tab holds an older version open and does not let go. */
  | 'blocked'
  /** The database was written by a newer Cezhu than this one. */
  | 'newer'
  /** A newer Cezhu opened the database while this page was open: reload the page. */
  | 'outdated'
  /** The database was deleted while it was open. */
  | 'deleted'
  /** The browser gives no access to IndexedDB. */
  | 'unavailable'
  /** What stands on the disk cannot be read. */
  | 'broken'
  /** No room left on the device; nothing of the write was kept. */
  | 'full'
  /** The value does not fit the schema. */
  | 'invalid'
  | 'not-found'
  /** The import is no longer there: another page has applied it, or given it up. */
  | 'import-gone'
  /** The import was begun to be applied in another way, or onto other entries than its glossary has now. */
  | 'import-outdated'
  /** The entry was changed by somebody else since it was read. */
  | 'edit-conflict'
  /** The change can not be taken back: what it wrote was changed again, or is no longer kept. */
  | 'not-undoable';

export class GlossaryError extends Error {
  override readonly name: string = 'GlossaryError';
  readonly code: GlossaryErrorCode;
  constructor(code: GlossaryErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** Two people, or two tabs, edited one entry: neither version is lost, nothing was written. */
export class EditConflictError extends GlossaryError {
  override readonly name = 'EditConflictError';
  readonly key: string;
  /** What was to be saved; `undefined`: a removal. */
  readonly mine: Concept | undefined;
  /** What is stored; `undefined`: it was removed. */
  readonly stored: Concept | undefined;
  readonly storedRevision: number;
  constructor(key: string, mine: Concept | undefined, stored: Concept | undefined, storedRevision: number) {
    super('edit-conflict', `${key} was changed by another tab since it was read`);
    this.key = key;
    this.mine = mine;
    this.stored = stored;
    this.storedRevision = storedRevision;
  }
}

/** An error of a worker as it was thrown there: messages carry plain data only. */
export const toThrown = (code: GlossaryErrorCode | 'unknown', message: string): Error =>
  code === 'unknown' ? new Error(message) : new GlossaryError(code, message);

/** Names of IndexedDB's and Dexie's own errors. */
const CODES: Readonly<Record<string, GlossaryErrorCode>> = {
  QuotaExceededError: 'full',
  VersionError: 'newer',
  MissingAPIError: 'unavailable',
  OpenFailedError: 'unavailable',
  InvalidStateError: 'unavailable',
  SecurityError: 'unavailable',
  UnknownError: 'broken',
  NotFoundError: 'broken',
  DatabaseClosedError: 'unavailable',
};

/** The same fault in our words; what is not known here is returned as it is. */
export function toGlossaryError(error: unknown): unknown {
  if (error instanceof GlossaryError) return error;
  for (let cause = error; cause instanceof Error || cause instanceof DOMException; ) {
    const inner: unknown = (cause as { inner?: unknown }).inner;
    if (cause instanceof GlossaryError) return cause;
    const code = CODES[cause.name];
    // Dexie wraps: the innermost cause names the fault best.
    if (code !== undefined && (inner === undefined || inner === null || inner === cause)) {
      return new GlossaryError(code, cause.message, { cause: error });
    }
    if (inner === undefined || inner === null || inner === cause) return error;
    cause = inner;
  }
  return error;
}
