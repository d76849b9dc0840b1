/** The shipped glossary as files of the package: Mozilla's linter refuses a file of more than 5 MB that it could read. */
import type { Concept, StarterGlossary } from '../glossary/schema.ts';

/** About 2.5 MB. */
const CONCEPTS_PER_FILE = 1_500;
const FIRST = 'starter.json';

/** The first file: the glossary with its first concepts, and the names of the files that hold the others. */
type First = StarterGlossary & { readonly more: readonly string[] };

export function packStarter(
  glossary: StarterGlossary,
): readonly { readonly name: string; readonly contents: string }[] {
  const { concepts } = glossary;
  const rest = Array.from({ length: Math.ceil(concepts.length / CONCEPTS_PER_FILE) - 1 }, (_, index) => {
    const at = (index + 1) * CONCEPTS_PER_FILE;
    const contents = JSON.stringify(concepts.slice(at, at + CONCEPTS_PER_FILE));
    return { name: `starter-${index + 2}.json`, contents };
  });
  const first: First = {
    ...glossary,
    concepts: concepts.slice(0, CONCEPTS_PER_FILE),
    more: rest.map(({ name }) => name),
  };
  return [{ name: FIRST, contents: JSON.stringify(first) }, ...rest];
}

/** @param read gives the parsed content of a file of the package */
export async function unpackStarter(read: (name: string) => Promise<unknown>): Promise<StarterGlossary> {
  const { more, ...glossary } = (await read(FIRST)) as First;
  const rest = (await Promise.all(more.map(read))) as (readonly Concept[])[];
  return { ...glossary, concepts: [...glossary.concepts, ...rest.flat()] };
}
