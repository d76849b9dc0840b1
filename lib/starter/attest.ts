/**
 * First uses and sources held against counts of the texts: what an earlier text contradicts, and labels that stand in
 * none of them. A string is not yet a sense: each line is a place to read, not a verdict. Pure.
 */
import type { Concept } from '../glossary/schema.ts';
import { type CountedLabel, countedLabels, type FormUsages } from './usage.ts';

export interface Attestation {
  readonly kind: 'first use' | 'source' | 'nowhere';
  readonly conceptId: string;
  readonly message: string;
}

interface Evidence {
  readonly form: string;
  readonly ambiguous: boolean;
  readonly date: string;
  readonly title: string;
}

export function checkAttestation(concepts: readonly Concept[], forms: FormUsages): Attestation[] {
  return concepts.flatMap((concept) => {
    const labels = countedLabels(concept, forms);
    const say = (kind: Attestation['kind'], message: string): Attestation => ({
      kind,
      conceptId: concept.id,
      message: `${concept.prefLabel}: ${message}`,
    });
    const nowhere = labels
      .filter(({ usages }) => usages.length === 0)
      .map(({ form }) => say('nowhere', `“${form}” stands in no text that was counted`));
    const earliest = earliestOf(labels);
    if (earliest === undefined) return nowhere;
    return [...firstUse(concept, earliest, say), ...sources(concept, earliest, say), ...nowhere];
  });
}

type Say = (kind: Attestation['kind'], message: string) => Attestation;

function firstUse({ firstUse: stated }: Concept, earliest: Evidence, say: Say): Attestation[] {
  if (stated === undefined || !isBefore(earliest.date, stated.date)) return [];
  const bound = stated.noLaterThan ? 'no later than ' : '';
  return [say('first use', `${bound}${stated.date} is stated, but ${written(earliest)}`)];
}

function sources({ sources: own }: Concept, earliest: Evidence, say: Say): Attestation[] {
  const attesting = own.filter(({ supports }) => supports?.includes('attested'));
  if (attesting.length === 0)
    return [say('source', `no source says where it is attested; ${written(earliest)}`)];
  const dates = attesting.flatMap(({ date }) => (date === undefined ? [] : [date]));
  if (dates.length === 0 || dates.some((date) => !isBefore(earliest.date, date))) return [];
  return [say('source', `attested in a text of ${dates.join(', ')}, but ${written(earliest)}`)];
}

function earliestOf(labels: readonly CountedLabel[]): Evidence | undefined {
  return labels
    .flatMap(({ form, ambiguous, usages }) =>
      usages.map(({ first }) => ({ form, ambiguous, date: first.date, title: first.title })),
    )
    .sort((a, b) => (a.date < b.date ? -1 : 1))[0];
}

/** Of dates of different precision: 2003 is not before 2003-07. */
function isBefore(a: string, b: string): boolean {
  const precision = Math.min(a.length, b.length);
  return a.slice(0, precision) < b.slice(0, precision);
}

function written({ form, ambiguous, date, title }: Evidence): string {
  const doubt = ambiguous ? ' (ambiguous: perhaps another sense)' : '';
  return `“${form}” stands in ${title}, ${date}${doubt}`;
}
