/** What an entry is before anything is written into it. */
import type { Concept } from './schema.ts';

/** @param now ISO 8601 */
export function emptyConcept(glossaryId: string, id: string, now: string): Concept {
  return {
    id,
    prefLabel: '',
    altLabels: [],
    renderings: [],
    definitions: {},
    notes: {},
    versions: [],
    broader: [],
    related: [],
    replacedBy: [],
    sources: [],
    origin: { glossaryId, revision: 0 },
    createdAt: now,
    updatedAt: now,
  };
}
