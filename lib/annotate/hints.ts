/** The guards that a concept's label brings with it. Pure. */
import { CLOSING_QUOTES, LIST_MARKS, OPENING_QUOTES } from '../text/characters.ts';
import type { Objection } from './guards.ts';
import {
  type BlockReading,
  type Candidate,
  characterAt,
  foldedText,
  gapBefore,
  isClosed,
  standsAt,
} from './reading.ts';
import type { LabelHints } from './types.ts';

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

/** What speaks against this owner of the label here. A homonym's context is weighed elsewhere: it prefers, not forbids. */
export function hintObjection(
  reading: BlockReading,
  candidate: Candidate,
  hints: LabelHints | undefined,
  quoting: Quoting,
): Objection | undefined {
  if (hints === undefined) return undefined;
  if (!quoting.closed) {
    const follower = hints.notBefore?.find((text) => standsAt(reading, candidate.to, text));
    if (follower !== undefined) return { rule: 'not-before', evidence: follower };
  }
  if (!quoting.opened) {
    const leader = hints.notAfter?.find((text) => standsAt(reading, candidate.from - text.length, text));
    if (leader !== undefined) return { rule: 'not-after', evidence: leader };
  }
  if (hints.onlyInQuotes && !isQuoted(reading, candidate, quoting)) {
    return { rule: 'quotes', evidence: 'not quoted' };
  }
  if (
    needsContext(hints) &&
    !isQuoted(reading, candidate, quoting) &&
    !hasContext(reading, hints.minContext)
  ) {
    return { rule: 'context', evidence: hints.minContext.join(' ') };
  }
  return undefined;
}

/** A quoted label is a term by the writer's own word; a homonym's context chooses among its senses only. */
const needsContext = (hints: LabelHints): hints is LabelHints & { minContext: readonly string[] } =>
  hints.minContext !== undefined && !hints.homonym;

export function hasContext(reading: BlockReading, context: readonly string[]): boolean {
  const text = foldedText(reading);
  return context.some((word) => text.includes(word));
}
