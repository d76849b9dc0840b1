/** The guards that a concept's label brings with it. Pure. */
import type { Objection } from './guards.ts';
import { follows, isQuoted, leads, type Quoting } from './quoting.ts';
import { type BlockReading, type Candidate, foldedText } from './reading.ts';
import type { LabelHints } from './types.ts';

/** What speaks against this owner of the label here. A homonym's context is weighed elsewhere: it prefers, not forbids. */
export function hintObjection(
  reading: BlockReading,
  candidate: Candidate,
  hints: LabelHints | undefined,
  quoting: Quoting,
): Objection | undefined {
  if (hints === undefined) return undefined;
  const follower = hints.notBefore?.find((hint) => follows(reading, candidate, hint, quoting));
  if (follower !== undefined) return { rule: 'not-before', evidence: follower };
  const leader = hints.notAfter?.find((hint) => leads(reading, candidate, hint, quoting));
  if (leader !== undefined) return { rule: 'not-after', evidence: leader };
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
