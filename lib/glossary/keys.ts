/**
 * Names of things in the database.
 *
 * A *key* is `glossaryId/conceptId`, stable for ever. A *layer* is one generation of a glossary's rows,
 * `glossaryId:number`: a new release or a large import is written beside the old rows as a new layer and comes into
 * force by one small write, the switch.
 */
export type LayerKey = readonly [layer: string, conceptId: string];

export const keyOf = (glossaryId: string, conceptId: string): string => `${glossaryId}/${conceptId}`;

export function splitKey(key: string): { glossaryId: string; conceptId: string } {
  const slash = key.indexOf('/');
  return { glossaryId: key.slice(0, slash), conceptId: key.slice(slash + 1) };
}

/** The full key of a relation's end as written in a concept of `glossaryId`. */
export const resolveRef = (glossaryId: string, ref: string): string =>
  ref.includes('/') ? ref : keyOf(glossaryId, ref);

export const layerName = (glossaryId: string, generation: number): string => `${glossaryId}:${generation}`;

export const glossaryOfLayer = (layer: string): string => layer.slice(0, layer.indexOf(':'));
