import type { Texts } from '../../../../lib/i18n/index.ts';

/** Why a row is not taken, in the reader's language; words nobody foresaw stay as they are. Pure. */
export function showReason(reason: string, t: Texts['exchange']): string {
  const known = textIn(t.reasons, reason);
  if (known !== undefined) return known;
  const [, long] = /^longer than (\d+) characters$/.exec(reason) ?? [];
  if (long !== undefined) return t.tooLong(long);
  const [, many] = /^has more than (\d+) items$/.exec(reason) ?? [];
  if (many !== undefined) return t.tooMany(many);
  return showMismatch(reason, t) ?? reason;
}

/** What valibot says by itself: `Invalid type: Expected string but received 3`. */
function showMismatch(reason: string, t: Texts['exchange']): string | undefined {
  const [, what, expected, received] =
    /^Invalid ([\w ]+): (?:Expected (.+) but r|R)eceived (.+)$/s.exec(reason) ?? [];
  if (received === undefined) return undefined;
  if (received === 'undefined') return t.missing;
  if (expected === undefined) return t.wrong(received);
  if (what === 'key' && expected === 'never') return t.noField;
  const [, limit] = /^<=(\d+)$/.exec(what === 'length' ? expected : '') ?? [];
  if (limit !== undefined) return t.tooLong(limit);
  return t.mismatch(textIn(t.values, expected) ?? expected, textIn(t.values, received) ?? received);
}

const textIn = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
