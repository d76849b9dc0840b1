/**
 * A compiled lexicon with some concepts replaced, without building it anew: for entries just added, edited or removed.
 *
 * Finds exactly what a lexicon compiled from the changed entries finds. A label that a changed concept owns is answered
 * by the overlay alone, with the owners that it has left in the base; every other label by the base.
 */

import { buildLabelIndex } from '../match/build.ts';
import { numberOf } from '../match/label-index.ts';
import {
  type CompiledLexicon,
  counting,
  type LabelOwner,
  type Lexicon,
  ownersByLabel,
  remembered,
} from './lexicon.ts';
import type { LexiconEntry } from './types.ts';

export interface LexiconChanges {
  /** Keys (`glossaryId/conceptId`) whose labels in the base no longer count. */
  readonly concepts: ReadonlySet<string>;
  /** Every label that these concepts have now. */
  readonly entries: readonly LexiconEntry[];
  /** Ids of the glossaries in the order of their entries; within one, entries stand in the order of their keys. */
  readonly glossaries: readonly string[];
}

export function overlayLexicon(
  base: CompiledLexicon,
  { concepts, entries, glossaries }: LexiconChanges,
): Lexicon {
  const ranks = new Map(glossaries.map((id, rank) => [id, rank]));
  const inOrder = (one: LabelOwner, other: LabelOwner): number =>
    rankOf(one, ranks) - rankOf(other, ranks) || (one.concept < other.concept ? -1 : 1);
  const left = (label: number): LabelOwner[] =>
    base.allOwners(label).filter(({ concept }) => !concepts.has(concept));

  const fresh = ownersByLabel(entries);
  const taken = new Set<number>();
  const rows = [...fresh].map(([label, owners]) => {
    const number = numberOf(base.index, label);
    if (number === undefined) return counting(owners.sort(inOrder));
    taken.add(number);
    return counting([...left(number), ...owners].sort(inOrder));
  });
  const below = remembered((label) => (taken.has(label) ? [] : counting(left(label))));
  return {
    layers: [
      { index: base.index, owners: below },
      { index: buildLabelIndex([...fresh.keys()]), owners: (label) => rows[label] ?? [] },
    ],
  };
}

const rankOf = ({ concept }: LabelOwner, ranks: ReadonlyMap<string, number>): number =>
  ranks.get(concept.slice(0, concept.indexOf('/'))) ?? ranks.size;
