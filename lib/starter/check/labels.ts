/**
 * Who owns a label. A label that two concepts own makes every mark of it a guess, so it is refused, unless both say
 * that they are homonyms and differ in scope, place, issuer or date, by which a reader can tell them apart.
 */

import type { Concept, ConceptId, Matching } from '../../glossary/schema.ts';
import { normaliseLabel } from '../../text/normalise.ts';
import { error, type Remark, warning } from './finding.ts';

interface Claim {
  readonly concept: Concept;
  readonly field: string;
  readonly form: string;
  readonly matching: Matching | undefined;
}

export type LabelOwners = ReadonlyMap<string, readonly Claim[]>;

/** Every label in its normal form, with the concepts that claim it. */
export function labelOwners(concepts: Iterable<Concept>): LabelOwners {
  const owners = new Map<string, Claim[]>();
  for (const concept of concepts) {
    for (const claim of claimsOf(concept)) {
      const normal = normaliseLabel(claim.form);
      owners.set(normal, [...(owners.get(normal) ?? []), claim]);
    }
  }
  return owners;
}

function claimsOf(concept: Concept): Claim[] {
  const { prefLabel, altLabels, matching } = concept;
  return [
    { concept, field: 'prefLabel', form: prefLabel, matching },
    ...altLabels.map(({ form, matching: own }, index) => ({
      concept,
      field: `altLabels.${index}.form`,
      form,
      matching: { ...matching, ...own },
    })),
  ];
}

export function* checkLabels(concept: Concept, owners: LabelOwners): Iterable<Remark> {
  const seen = new Map<string, string>();
  for (const claim of claimsOf(concept)) {
    const normal = normaliseLabel(claim.form);
    if (normal === '') yield error(claim.field, `nothing of “${claim.form}” can be looked for`);
    const before = seen.get(normal);
    if (before !== undefined) yield warning(claim.field, `“${claim.form}” is found as “${before}” already`);
    seen.set(normal, claim.form);
    for (const other of owners.get(normal) ?? []) {
      if (other.concept.id !== concept.id) yield* checkShared(claim, other);
    }
  }
}

function* checkShared(claim: Claim, other: Claim): Iterable<Remark> {
  const { concept, field, form } = claim;
  const owner: ConceptId = other.concept.id;
  if (!claim.matching?.homonym || !other.matching?.homonym) {
    yield error(field, `“${form}” is a label of ${owner} too, and not both are marked as homonyms`);
  } else if (concept.scope === undefined || sense(concept) === sense(other.concept)) {
    yield error(
      field,
      `“${form}” is a homonym of ${owner}, but scope, place, issuer and first use tell no difference`,
    );
  }
}

function sense({ scope, place, issuer, firstUse }: Concept): string {
  return JSON.stringify([scope, place, issuer, firstUse?.date]);
}
