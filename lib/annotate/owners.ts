/** Which concept a label stands for, where several own it. Pure. */
import type { Objection } from './guards.ts';
import { hasContext, hintObjection } from './hints.ts';
import type { LabelOwner } from './lexicon.ts';
import { isQuoted, quotingOf } from './quoting.ts';
import type { BlockReading, Candidate } from './reading.ts';
import type { Match } from './types.ts';

export interface Choice {
  /** Owners that nothing speaks against, the likeliest first; empty when all are refused. */
  readonly owners: readonly LabelOwner[];
  /** What spoke against the first owner that was refused. */
  readonly objection?: Objection | undefined;
  /** How context told homonyms apart, if it did. */
  readonly by?: Objection | undefined;
  /** A segmenter has to agree. */
  readonly ambiguous: boolean;
}

/** @param places places that the text as a whole speaks of */
export function chooseOwners(
  reading: BlockReading,
  candidate: Candidate,
  places: (place: string) => boolean,
): Choice {
  const [only] = candidate.owners;
  if (candidate.owners.length === 1 && only?.hints === undefined) {
    return { owners: candidate.owners, objection: undefined, by: undefined, ambiguous: false };
  }
  const quoting = quotingOf(reading, candidate);
  let objection: Objection | undefined;
  const allowed = candidate.owners.filter((owner) => {
    const against = hintObjection(reading, candidate, owner.hints, quoting);
    objection ??= against;
    return against === undefined;
  });
  const quoted = isQuoted(reading, candidate, quoting);
  const { owners, by } =
    allowed.length > 1 ? tellApart(reading, allowed, places) : { owners: allowed, by: undefined };
  return { owners, objection, by, ambiguous: !quoted && owners.some((owner) => owner.hints?.ambiguous) };
}

/** Context that names one sense decides; then the place the text speaks of; else all senses stay. */
function tellApart(
  reading: BlockReading,
  owners: readonly LabelOwner[],
  places: (place: string) => boolean,
): { owners: readonly LabelOwner[]; by?: Objection | undefined } {
  const fitting = owners.filter(
    ({ hints }) => hints?.minContext !== undefined && hasContext(reading, hints.minContext),
  );
  if (fitting.length > 0 && fitting.length < owners.length) {
    return {
      owners: fitting,
      by: { rule: 'homonym-context', evidence: fitting[0]?.hints?.minContext?.join(' ') ?? '' },
    };
  }
  const local = owners.filter(({ place }) => place !== undefined && places(place));
  if (local.length > 0 && local.length < owners.length) {
    // The general sense stays possible in a local text; the local one comes first.
    const others = owners.filter((owner) => owner.place === undefined);
    return { owners: [...local, ...others], by: { rule: 'homonym-place', evidence: local[0]?.place ?? '' } };
  }
  const general = owners.filter(({ place }) => place === undefined);
  return { owners: general.length > 0 && local.length === 0 ? general : owners };
}

/**
 * Where several senses are left, the one that the text has named without doubt last before comes first, or that it names
 * first after; the others stay as alternatives.
 *
 * @param matches in the order of the text; changed in place
 */
export function preferNamedSense(matches: Match[]): void {
  const open = new Set<string>();
  for (const { concept, alternatives } of matches)
    if (alternatives !== undefined) for (const sense of [concept, ...alternatives]) open.add(sense);
  if (open.size === 0) return;
  const first = new Map<string, number>();
  for (let index = matches.length - 1; index >= 0; index -= 1) {
    const { concept, alternatives } = matches[index] as Match;
    if (alternatives === undefined && open.has(concept)) first.set(concept, index);
  }
  const last = new Map<string, number>();
  for (const [index, match] of matches.entries()) {
    if (match.alternatives === undefined) {
      if (open.has(match.concept)) last.set(match.concept, index);
      continue;
    }
    const senses = [match.concept, ...match.alternatives];
    const before = Math.max(...senses.map((sense) => last.get(sense) ?? Number.NEGATIVE_INFINITY));
    const after = Math.min(...senses.map((sense) => first.get(sense) ?? Number.POSITIVE_INFINITY));
    const named = matches[before] ?? matches[after];
    if (named === undefined) continue;
    const { concept } = named;
    const alternatives = senses.filter((sense) => sense !== concept);
    matches[index] = { ...match, concept, alternatives, why: { label: match.label, rule: 'homonym-text' } };
  }
}
