/**
 * Blocks on the wire: one text and two lists of numbers. The page's main thread pays for writing a message, and many small
 * objects cost it more than one long text.
 */
import type { TextBlock } from '../annotate/types.ts';

export interface PackedBlocks {
  readonly ids: number[];
  /** Where each block ends in `text`; it begins where the one before it ends. */
  readonly ends: number[];
  readonly text: string;
}

export function packBlocks(blocks: readonly TextBlock[]): PackedBlocks {
  const ends: number[] = [];
  let length = 0;
  for (const { text } of blocks) {
    length += text.length;
    ends.push(length);
  }
  return { ids: blocks.map(({ id }) => id), ends, text: blocks.map(({ text }) => text).join('') };
}

export const unpackBlocks = ({ ids, ends, text }: PackedBlocks): TextBlock[] =>
  ids.map((id, index) => ({ id, text: text.slice(ends[index - 1] ?? 0, ends[index]) }));

/** As many ends as ids, in order, the last one at the end of the text. */
export const areWhole = ({ ids, ends, text }: PackedBlocks): boolean =>
  ids.length === ends.length &&
  ends.every((end, index) => end >= (ends[index - 1] ?? 0)) &&
  (ends.at(-1) ?? 0) === text.length;
