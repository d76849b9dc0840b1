/**
 * The pipeline: blocks of text in, matches out; the same for pages, reader and command line. Pure.
 *
 *   const lexicon = compileLexicon(entries);                  // or lexiconFromBuffer(stored)
 *   const { matches, pending } = annotate(blocks, lexicon);   // safe matches at once
 *   const all = judge(owedBlocks, lexicon, segmenter);        // the same blocks with the segmenter's verdicts
 *   const why = explain(block, offset, lexicon, segmenter);   // why a position is marked, or is not
 */
import type { Segmenter } from '../segment/segmenter.ts';
import type { Lexicon } from './lexicon.ts';
import { preferNamedSense } from './owners.ts';
import { placesIn } from './places.ts';
import { readBlocks } from './reading.ts';
import { type Decision, resolveBlock } from './resolve.ts';
import type { Match, TextBlock, Why } from './types.ts';

export interface AnnotateOptions {
  /** Also matches of generic concepts; they are left out by default. */
  readonly generic?: boolean | undefined;
  /** Leaves the general guards out; for measuring what they contribute. */
  readonly unguarded?: boolean | undefined;
}

export interface Annotation {
  /** By block and start, never overlapping. */
  readonly matches: Match[];
  /** Ids of blocks that hold labels marked ambiguous whose verdict is owed: see `judge`. */
  readonly pending: number[];
}

/** Everything that is certain without the segmenter. */
export function annotate(
  blocks: readonly TextBlock[],
  lexicon: Lexicon,
  options: AnnotateOptions = {},
): Annotation {
  return run(blocks, lexicon, undefined, options);
}

/** All matches of these blocks, those included that only the segmenter can decide. */
export function judge(
  blocks: readonly TextBlock[],
  lexicon: Lexicon,
  segmenter: Segmenter,
  options: AnnotateOptions = {},
): Match[] {
  return run(blocks, lexicon, segmenter, options).matches;
}

function run(
  blocks: readonly TextBlock[],
  lexicon: Lexicon,
  segmenter: Segmenter | undefined,
  { generic = false, unguarded }: AnnotateOptions,
): Annotation {
  const places = placesIn(blocks);
  const matches: Match[] = [];
  const pending: number[] = [];
  for (const reading of readBlocks(blocks, lexicon)) {
    const resolved = resolveBlock(reading, { segmenter, places, unguarded });
    for (const match of resolved.matches) if (generic || !match.generic) matches.push(match);
    if (resolved.pending) pending.push(reading.block.id);
  }
  preferNamedSense(matches);
  return { matches, pending };
}

/** One candidate at a position, and what became of it. */
export interface Explanation {
  /** UTF-16 offsets in the block's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly outcome: Decision['outcome'];
  readonly why: Why;
}

/**
 * Why a position is marked or not: every candidate that covers it, in the order in which they were tried.
 *
 * @param offset UTF-16 offset in the block's text
 * @param segmenter without it, candidates that need one are `owed`
 */
export function explain(
  block: TextBlock,
  offset: number,
  lexicon: Lexicon,
  segmenter?: Segmenter | undefined,
): Explanation[] {
  return explainAll(block, lexicon, segmenter).filter(({ start, end }) => start <= offset && offset < end);
}

/** All candidates of a block, and what became of each. */
export function explainAll(
  block: TextBlock,
  lexicon: Lexicon,
  segmenter?: Segmenter | undefined,
): Explanation[] {
  const explanations: Explanation[] = [];
  for (const reading of readBlocks([block], lexicon)) {
    const { starts } = reading.normal;
    const trace = ({ candidate, outcome, why }: Decision): void => {
      const start = starts[candidate.from] as number;
      const last = starts[candidate.to - 1] as number;
      const end = last + ((block.text.codePointAt(last) as number) > 0xffff ? 2 : 1);
      explanations.push({ start, end, outcome, why });
    };
    resolveBlock(reading, { segmenter, places: placesIn([block]), trace });
  }
  return explanations;
}
