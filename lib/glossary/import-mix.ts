/** What an imported entry and the one already there become together. Pure. */
import { diff, type Patch } from './merge.ts';
import { type Path, partsOf, withPart } from './parts.ts';
import type { Applying } from './rows.ts';
import type { Concept } from './schema.ts';

export type ImportMode = Applying['mode'];

/**
 * The entry of a glossary after an import.
 *
 * `add` leaves what is there, `merge` takes every part that the file has and keeps the others, `replace` takes the
 * file's entry.
 */
export function mix(mode: ImportMode, stored: Concept, incoming: Concept): Concept {
  if (mode === 'add') return stored;
  if (mode === 'replace') return incoming;
  const merged = partsOf(incoming)
    .filter(({ part }) => part !== 'order')
    .reduce((concept, part) => withPart(concept, part, part.value), stored);
  const firstUse = firstUseOf(stored, incoming);
  return { ...merged, ...(firstUse && { firstUse }), origin: incoming.origin, updatedAt: incoming.updatedAt };
}

/** What belongs to a date stays with it where the file says the same date and no more: not every table has a column for it. */
const firstUseOf = (stored: Concept, incoming: Concept): Concept['firstUse'] =>
  stored.firstUse?.date === incoming.firstUse?.date
    ? incoming.firstUse && { ...stored.firstUse, ...incoming.firstUse }
    : incoming.firstUse;

/** What an import does to one entry, part by part, and which parts are the reader's own words. */
export interface ImportEffect {
  readonly patches: readonly Patch[];
  /** Parts among them that the reader has edited; for these the reader's words stay in force and both are kept. */
  readonly conflicts: readonly Path[];
}

export function effectOf(
  mode: ImportMode,
  stored: Concept,
  incoming: Concept,
  edits: readonly Patch[],
): ImportEffect {
  const patches = diff(stored, mix(mode, stored, incoming));
  const conflicts = patches.filter((patch) =>
    edits.some(
      ({ field, part, item }) => field === patch.field && part === patch.part && item === patch.item,
    ),
  );
  return { patches, conflicts };
}
