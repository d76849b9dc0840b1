import type { ConceptFinder } from '../../components/form/relation-field.tsx';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';

/** Finds concepts for relation fields by the beginning of a label. */
export function createFinder(repository: GlossaryRepository): ConceptFinder {
  return {
    find: (text) => repository.ownersOf(text, { prefix: true, limit: 12 }),
    async name(key) {
      const found = await repository.concept(key);
      return found?.concept.prefLabel;
    },
  };
}
