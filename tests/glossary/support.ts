/** Concepts and databases for the tests of this room. */
import { emptyConcept } from '../../lib/glossary/empty-concept.ts';
import { type GlossaryRepository, openGlossary } from '../../lib/glossary/repository.ts';
import {
  type Concept,
  OWN_GLOSSARY_ID,
  STARTER_GLOSSARY_ID,
  type StarterGlossary,
} from '../../lib/glossary/schema.ts';

export function aConcept(change: Partial<Concept> & { id: string }): Concept {
  return {
    ...emptyConcept(OWN_GLOSSARY_ID, change.id, '2026-01-01T00:00:00.000Z'),
    prefLabel: change.id,
    definitions: { zh: `${change.id}的释义。` },
    ...change,
  };
}

/** A release of the shipped glossary with these concepts. */
export const aRelease = (
  revision: number,
  concepts: readonly (Partial<Concept> & { id: string })[],
): StarterGlossary => ({
  glossaryId: STARTER_GLOSSARY_ID,
  revision,
  title: '初始词库',
  licence: 'CC BY 4.0',
  concepts: concepts.map((concept) =>
    aConcept({ ...concept, origin: { glossaryId: STARTER_GLOSSARY_ID, revision } }),
  ),
  usage: [],
});

/** A database of its own for each call. */
export const aGlossary = (): GlossaryRepository => openGlossary(`test-${crypto.randomUUID()}`);

export async function stored(glossary: GlossaryRepository, key: string) {
  const found = await glossary.concept(key);
  if (found === undefined) throw new Error(`${key} is not there`);
  return found;
}
