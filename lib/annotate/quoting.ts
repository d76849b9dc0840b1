/** How a candidate stands between quotation marks, and hints that speak of it. Pure. */
import { CLOSING_QUOTES, LIST_MARKS, OPENING_QUOTES } from '../text/characters.ts';
import { normaliseLabel } from '../text/normalise.ts';
import { type BlockReading, type Candidate, characterAt, gapBefore, isClosed, standsAt } from './reading.ts';

/** Title marks single a name out as quotation marks do: 《求是》. */
const OPENING = new Set(`${OPENING_QUOTES}《〈`);
const CLOSING = new Set(`${CLOSING_QUOTES}》〉`);

/** How a candidate stands between quotation marks. */
export interface Quoting {
  readonly opened: boolean;
  readonly closed: boolean;
}

const UNQUOTED: Quoting = { opened: false, closed: false };

export function quotingOf(reading: BlockReading, { from, to }: Candidate): Quoting {
  if (isClosed(reading, from) && isClosed(reading, to)) return UNQUOTED;
  return {
    opened: holds(gapBefore(reading, from), OPENING),
    closed: holds(gapBefore(reading, to), CLOSING),
  };
}

function holds(gap: string, marks: ReadonlySet<string>): boolean {
  for (const mark of gap) if (marks.has(mark)) return true;
  return false;
}

/** Between quotation marks, alone or as a member of a quoted list: “六稳”, “六稳、六保”. */
export function isQuoted(reading: BlockReading, candidate: Candidate, quoting: Quoting): boolean {
  const { opened, closed } = quoting;
  if (opened && closed) return true;
  if (!opened && !closed) return false;
  if (opened) return LIST_MARKS.includes(characterAt(reading, candidate.to) || ' ');
  return closed && LIST_MARKS.includes(characterAt(reading, candidate.from - 1) || ' ');
}

/** Stands before a folded hint for what follows the closing mark, behind one for what leads to the opening mark. */
const MARK = '”';

/** `院士` follows a label without quotation marks, `”院士` one between them. */
export const foldFollower = (hint: string): string =>
  `${CLOSING.has(hint.charAt(0)) ? MARK : ''}${normaliseLabel(hint)}`;

/** `德国` stands before a label without quotation marks, `德国《` before one between them. */
export const foldLeader = (hint: string): string =>
  `${normaliseLabel(hint)}${OPENING.has(hint.charAt(hint.length - 1)) ? MARK : ''}`;

/** Does what a folded hint says stand directly behind the candidate? */
export function follows(
  reading: BlockReading,
  { to }: Candidate,
  hint: string,
  { closed }: Quoting,
): boolean {
  return hint.startsWith(MARK) === closed && standsAt(reading, to, closed ? hint.slice(MARK.length) : hint);
}

/** Does what a folded hint says stand directly before the candidate? */
export function leads(
  reading: BlockReading,
  { from }: Candidate,
  hint: string,
  { opened }: Quoting,
): boolean {
  if (hint.endsWith(MARK) !== opened) return false;
  const text = opened ? hint.slice(0, -MARK.length) : hint;
  return standsAt(reading, from - text.length, text);
}
