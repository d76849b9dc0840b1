import type { Concept } from '../../lib/glossary/schema.ts';

/** As many concepts as wanted, from the shipped ones; each with labels of its own. */
export function multiply(concepts: readonly Concept[], count: number): Concept[] {
  return Array.from({ length: count }, (_, index) => {
    const model = concepts[index % concepts.length] as Concept;
    const round = Math.floor(index / concepts.length);
    if (round === 0) return model;
    return {
      ...model,
      id: `${model.id}-${round}`,
      prefLabel: `${model.prefLabel}${round}`,
      altLabels: model.altLabels.map((label) => ({ ...label, form: `${label.form}${round}` })),
    };
  });
}
