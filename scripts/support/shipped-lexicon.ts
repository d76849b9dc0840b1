/** The shipped glossary, compiled for the commands; their labels are those that the extension looks for. */
import { type CompiledLexicon, compileLexicon } from '../../lib/annotate/lexicon.ts';
import type { LexiconEntry } from '../../lib/annotate/types.ts';
import { type Concept, STARTER_GLOSSARY_ID } from '../../lib/glossary/schema.ts';
import { buildStarter } from '../../lib/starter/build.ts';

export interface ShippedLexicon {
  readonly lexicon: CompiledLexicon;
  /** By `glossaryId/conceptId`. */
  readonly concepts: ReadonlyMap<string, Concept>;
}

export async function shippedLexicon(): Promise<ShippedLexicon> {
  const { concepts } = await buildStarter();
  return {
    lexicon: compileLexicon(concepts.flatMap(entriesOf)),
    concepts: new Map(concepts.map((concept) => [keyOf(concept), concept])),
  };
}

const keyOf = (concept: Concept): string => `${STARTER_GLOSSARY_ID}/${concept.id}`;

/** Labels of the shipped glossary and, by `glossaryId/conceptId`, the preferred labels. */
export async function shippedLabels(): Promise<{
  entries: LexiconEntry[];
  prefLabels: ReadonlyMap<string, string>;
}> {
  const { concepts } = await buildStarter();
  return {
    entries: concepts.flatMap(entriesOf),
    prefLabels: new Map(concepts.map((concept) => [keyOf(concept), concept.prefLabel])),
  };
}

/** Every label of a concept, with the hints that hold for it. */
function entriesOf(concept: Concept): LexiconEntry[] {
  const common = {
    concept: keyOf(concept),
    generic: concept.salience === 'generic',
    place: concept.place,
  };
  return [
    { ...common, form: concept.prefLabel, hints: concept.matching },
    ...concept.altLabels.map(({ form, matching }) => ({
      ...common,
      form,
      hints: matching ?? concept.matching,
    })),
  ];
}
