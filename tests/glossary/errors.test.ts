import { describe, expect, test } from 'vitest';
import { GlossaryError, toGlossaryError } from '../../lib/glossary/errors.ts';

/** As Dexie hands on what the browser threw. */
class OpenFailedError extends Error {
  override readonly name = 'OpenFailedError';
  readonly inner: unknown;
  constructor(inner: unknown) {
    super('open failed');
    this.inner = inner;
  }
}

describe('a fault of the browser is told in our words', () => {
  test.each([
    // Chromium's word for files that it cannot open, Firefox's too.
    ['UnknownError', 'broken'],
    ['QuotaExceededError', 'full'],
    ['VersionError', 'newer'],
    ['SecurityError', 'unavailable'],
    // Firefox, where nothing is remembered.
    ['InvalidStateError', 'unavailable'],
  ])('%s, alone or inside Dexie’s own, is %s', (name, code) => {
    const thrown = new DOMException('x', name);
    expect(toGlossaryError(thrown)).toMatchObject({ code });
    expect(toGlossaryError(new OpenFailedError(thrown))).toMatchObject({ code });
  });

  test('what is no fault of the storage stays what it is', () => {
    const bug = new TypeError('x');
    expect(toGlossaryError(bug)).toBe(bug);
    const ours = new GlossaryError('not-found', 'x');
    expect(toGlossaryError(ours)).toBe(ours);
  });
});
