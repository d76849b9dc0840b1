/**
 * Three-way merge of concepts by field and by list item.
 *
 * A side's change is a list of patches, each with the value before and after; a concept in force is its base with the
 * reader's patches applied. Where both sides changed the same item differently the reader's value stays and the
 * conflict carries all three, so that no side's change is ever lost.
 *
 * Pure.
 */
import { type Part, type Path, partsOf, valueAt, withPart } from './parts.ts';
import { sameValue } from './same-value.ts';
import type { Concept } from './schema.ts';

/** A change of one part; `undefined` before: added, `undefined` after: removed. */
export interface Patch extends Path {
  readonly before?: unknown;
  readonly after?: unknown;
}

/** Both sides changed one part: `before` is the common base, `after` the reader's value. */
export interface Conflict extends Patch {
  readonly theirs?: unknown;
}

export interface Merged {
  readonly concept: Concept;
  /** What still differs from the newer base. */
  readonly patches: readonly Patch[];
  readonly conflicts: readonly Conflict[];
}

export const samePath = (a: Path, b: Path): boolean =>
  a.field === b.field && a.part === b.part && a.item === b.item;

/** The patches that lead from `base` to `mine`; `applyPatches(base, diff(base, mine))` equals `mine`. */
export function diff(base: Concept, mine: Concept): Patch[] {
  const after = partsOf(mine);
  const patches: Patch[] = [];
  for (const part of partsOf(base)) {
    const other = valueAt(mine, part);
    if (part.part !== 'order' && !sameValue(part.value, other))
      patches.push({ ...pathOf(part), before: part.value, after: other });
  }
  for (const part of after) {
    if (part.part !== 'order' && valueAt(base, part) === undefined)
      patches.push({ ...pathOf(part), after: part.value });
  }
  const unordered = applyPatches(base, patches);
  for (const part of after) {
    if (part.part !== 'order') continue;
    const plain = valueAt(unordered, part);
    if (!sameValue(plain, part.value))
      patches.push({ ...pathOf(part), before: valueAt(base, part) ?? [], after: part.value });
  }
  return patches;
}

/** `base` with the patches applied; patches of other bases apply as far as their parts exist. */
export function applyPatches(base: Concept, patches: readonly Patch[]): Concept {
  const ordered = [...patches].sort((a, b) => Number(a.part === 'order') - Number(b.part === 'order'));
  return ordered.reduce((concept, patch) => withPart(concept, patch, patch.after), base);
}

/** Puts the reader's patches upon a newer base. */
export function rebase(patches: readonly Patch[], theirs: Concept): Merged {
  const concept = applyPatches(theirs, patches);
  const conflicts = patches
    .filter((patch) => isConflict(patch, valueAt(theirs, patch)))
    .map((patch) => ({ ...patch, theirs: valueAt(theirs, patch) }));
  return { concept, patches: diff(theirs, concept), conflicts };
}

/** What both sides made of `base`; where they disagree, `mine` stands and the conflict tells the rest. */
export const merge3 = (base: Concept, mine: Concept, theirs: Concept): Merged =>
  rebase(diff(base, mine), theirs);

const pathOf = ({ field, part, item }: Part): Path =>
  item === undefined ? { field, part } : { field, part, item };

function isConflict(patch: Patch, theirs: unknown): boolean {
  if (patch.part !== 'order') return !sameValue(theirs, patch.before) && !sameValue(theirs, patch.after);
  // Items that came or went are patches of their own: compared is the order of those that all three have.
  const lists = [patch.before, patch.after, theirs ?? []] as string[][];
  const [before, after, other] = lists.map((list) =>
    list.filter((id) => lists.every((each) => each.includes(id))),
  );
  return !sameValue(other, before) && !sameValue(other, after);
}
