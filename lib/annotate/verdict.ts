/** The segmenter's verdict on a label marked ambiguous: do its bounds fall on word bounds? Pure. */
import type { Segmenter } from '../segment/segmenter.ts';
import type { Objection } from './guards.ts';
import { type BlockReading, type Candidate, characterAt, gapBefore } from './reading.ts';

/**
 * What speaks against the candidate, or `undefined` when the segmenter agrees.
 *
 * The segmenter sees the clause alone, folded: jieba cuts at every mark by itself, so a clause decides as its sentence
 * would, and the verdict can be kept for it.
 */
export function segmenterObjection(
  reading: BlockReading,
  candidate: Candidate,
  segmenter: Segmenter,
): Objection | undefined {
  return (
    objectionAt(reading, candidate, candidate.from, segmenter) ??
    objectionAt(reading, candidate, candidate.to, segmenter)
  );
}

function objectionAt(
  reading: BlockReading,
  candidate: Candidate,
  bound: number,
  segmenter: Segmenter,
): Objection | undefined {
  const atStart = bound === candidate.from;
  if (!joins(reading, bound)) return undefined;
  const [from, to] = clauseAround(reading, bound);
  let text = '';
  for (let at = from; at < to; at += 1) text += characterAt(reading, at);

  let at = from;
  let previous = '';
  for (const word of segmenter.words(text)) {
    if (at === bound) {
      // 手 | 机: a lone character that belongs to the label's last one shows that a dictionary word won by its weight.
      const lone = atStart ? previous : word;
      const across = atStart
        ? previous + characterAt(reading, bound)
        : characterAt(reading, bound - 1) + word;
      const stranded = lone.length === 1 && segmenter.isWord(across);
      return stranded ? { rule: 'segmenter', evidence: across } : undefined;
    }
    if (at < bound && at + word.length > bound) return { rule: 'segmenter', evidence: word };
    at += word.length;
    previous = word;
  }
  return undefined;
}

/** Letters, digits and Han characters make up a clause; marks and breaks end it. */
const PART_OF_CLAUSE = /[\p{L}\p{N}\p{M}]/u;

/** Could a word lie across this bound? Not where a mark, a quotation mark or the block's end stands. */
function joins(reading: BlockReading, bound: number): boolean {
  return (
    PART_OF_CLAUSE.test(characterAt(reading, bound - 1)) &&
    PART_OF_CLAUSE.test(characterAt(reading, bound)) &&
    !/\P{White_Space}/u.test(gapBefore(reading, bound).replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, ''))
  );
}

function clauseAround(reading: BlockReading, bound: number): [number, number] {
  let from = bound - 1;
  while (joins(reading, from)) from -= 1;
  let to = bound + 1;
  while (joins(reading, to)) to += 1;
  return [from, to];
}
