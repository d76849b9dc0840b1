import type { ConceptFinder } from '../../components/form/relation-field.tsx';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import type { SearchClient } from '../../lib/search/search-client.ts';

/** How many concepts a relation field offers. */
const OFFERED = 12;

/** Finds concepts for relation fields as the list finds them: by label, pinyin, initials, English, text. */
export function createFinder(repository: GlossaryRepository, search: SearchClient): ConceptFinder {
  return {
    async find(text, signal) {
      const { keys } = await search.query(text, signal, { limit: OFFERED });
      const found = await repository.concepts(keys);
      return found.flatMap((it) =>
        it === undefined ? [] : [{ key: it.key, prefLabel: it.concept.prefLabel }],
      );
    },
    async name(key) {
      const found = await repository.concept(key);
      return found?.concept.prefLabel;
    },
  };
}
