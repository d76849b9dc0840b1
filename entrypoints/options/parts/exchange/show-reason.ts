import type { Texts } from '../../../../lib/i18n/index.ts';

/** Why a row is not taken, in the reader's language; words nobody foresaw stay as they are. Pure. */
export function showReason(reason: string, t: Texts['exchange']): string {
  const known = Object.hasOwn(t.reasons, reason) ? t.reasons[reason] : undefined;
  if (known !== undefined) return known;
  const [, long] = /^longer than (\d+) characters$/.exec(reason) ?? [];
  if (long !== undefined) return t.tooLong(long);
  const [, many] = /^has more than (\d+) items$/.exec(reason) ?? [];
  if (many !== undefined) return t.tooMany(many);
  const [, expected, received] = /^Invalid \w+: Expected (.+) but received (.+)$/s.exec(reason) ?? [];
  if (expected !== undefined && received !== undefined) return t.mismatch(expected, received);
  return reason;
}
