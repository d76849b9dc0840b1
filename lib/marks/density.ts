/**
 * Which mentions are marked: official prose carries about thirty known terms in a thousand characters, and marking
 * each of them is noise. Pure but for asking whether a block is shown.
 */
import type { Match } from '../annotate/types.ts';
import type { PageBlock } from '../text/collect.ts';
import type { Mention } from './mention.ts';

export type Density = 'every' | 'section' | 'page';

export interface DensityOptions {
  readonly density: Density;
  /** Concepts that are explained only when asked for; once a page where they are wanted. */
  readonly markGeneric: boolean;
  /** The reader wants no mark here: the concept is known, or this mention was waved away. */
  readonly isUnwanted: (mention: Mention) => boolean;
  /** A hidden copy of a paragraph must not take the first mention; asked only of blocks with matches. */
  readonly isShown: (block: PageBlock) => boolean;
  /** See `sections.ts`. */
  readonly startsSection: (block: PageBlock) => boolean;
}

/** The mentions to mark, in document order. */
export function chooseMentions(
  blocks: readonly PageBlock[],
  matchesOf: (block: PageBlock) => readonly Match[],
  options: DensityOptions,
): Mention[] {
  const { density, markGeneric, isUnwanted, isShown, startsSection } = options;
  const onPage = new Set<string>();
  const inSection = new Set<string>();
  const chosen: Mention[] = [];
  for (const block of blocks) {
    const matches = matchesOf(block);
    if (density === 'section' && startsSection(block)) inSection.clear();
    if (matches.length === 0 || !isShown(block)) continue;
    for (const match of matches) {
      const once = match.generic || density === 'page' ? onPage : inSection;
      if (match.generic && !markGeneric) continue;
      if ((match.generic || density !== 'every') && once.has(match.concept)) continue;
      const mention = { block, match };
      if (isUnwanted(mention)) continue;
      once.add(match.concept);
      chosen.push(mention);
    }
  }
  return chosen;
}
