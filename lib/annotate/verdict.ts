/**
 * The segmenter's verdict on a label marked ambiguous: does the clause read better with a word across its bounds? Pure.
 *
 * A segmenter alone is no judge: a word of its dictionary wins by weight (一把手|机), and it glues characters at
 * hazard (和服|务贸易). So two readings are weighed: the clause with the label as one word, and the clause with a
 * dictionary word across one of the label's bounds. The better one has fewer words and fewer lone characters; the
 * label wins a tie.
 */
import type { Segmenter } from '../segment/segmenter.ts';
import type { Objection } from './guards.ts';
import { type BlockReading, type Candidate, characterAt, gapBefore } from './reading.ts';

/** What speaks against the candidate, or `undefined` when the segmenter agrees. */
export function segmenterObjection(
  reading: BlockReading,
  candidate: Candidate,
  segmenter: Segmenter,
): Objection | undefined {
  const clause = clauseAround(reading, candidate);
  const { text, start, end } = clause;
  const before = segmenter.words(text.slice(0, start));
  const after = segmenter.words(text.slice(end));
  const kept = weight(before) + 1 + weight(after);

  let best = kept;
  let evidence: string | undefined;
  for (const [from, to] of wordsAcross(clause, segmenter)) {
    const other = weight(segmenter.words(text.slice(0, from))) + 1 + weight(segmenter.words(text.slice(to)));
    if (other >= best) continue;
    best = other;
    evidence = text.slice(from, to);
  }
  return evidence === undefined ? undefined : { rule: 'segmenter', evidence };
}

interface Clause {
  /** The stretch between marks, folded. */
  readonly text: string;
  /** The label's bounds in it. */
  readonly start: number;
  readonly end: number;
}

/** Few dictionary words are longer. */
const LONGEST_WORD = 5;

/** Dictionary words that lie across one bound of the label; those that hold the whole label are compounds with it. */
function* wordsAcross({ text, start, end }: Clause, segmenter: Segmenter): Generator<[number, number]> {
  for (const bound of [end, start]) {
    for (let from = Math.max(0, bound - LONGEST_WORD + 1); from < bound; from += 1) {
      for (let to = bound + 1; to <= Math.min(text.length, from + LONGEST_WORD); to += 1) {
        const holdsLabel = from <= start && end <= to;
        const inside = start <= from && to <= end;
        if (holdsLabel || inside || !segmenter.isWord(text.slice(from, to))) continue;
        if (!splitsAtJoint({ text, start, end }, from, to, segmenter)) yield [from, to];
      }
    }
  }
}

/** 养老|服务中心: the word takes over a whole word of the label, which is still spoken of. */
function splitsAtJoint(
  { text, start, end }: Clause,
  from: number,
  to: number,
  segmenter: Segmenter,
): boolean {
  const shared = text.slice(Math.max(start, from), Math.min(end, to));
  const rest = from > start ? text.slice(start, from) : text.slice(to, end);
  return [shared, rest].every((part) => part.length > 1 && segmenter.isWord(part));
}

/** Characters that stand alone as a rule: particles, prepositions, numerals, places, pronouns. */
const STANDS_ALONE = new Set(
  '的了和与及或而且但则之其在是有为对将把被由从向于以至到等也都又还就并使让给同要能可会应须不未没很更最较' +
    '上中下内外前后里间时年月日个位名次第各每该本此这那我你他她它们一二三四五六七八九十百千万亿两双新大',
);

const weight = (words: readonly string[]): number =>
  words.reduce((sum, word) => sum + (word.length > 1 || STANDS_ALONE.has(word) ? 1 : 1.5), 0);

/** Letters, digits and Han characters make up a clause; marks and breaks end it. */
const PART_OF_CLAUSE = /[\p{L}\p{N}\p{M}]/u;

function clauseAround(reading: BlockReading, candidate: Candidate): Clause {
  let from = candidate.from;
  while (joins(reading, from)) from -= 1;
  let to = candidate.to;
  while (joins(reading, to)) to += 1;
  let text = '';
  for (let at = from; at < to; at += 1) text += characterAt(reading, at);
  return { text, start: candidate.from - from, end: candidate.to - from };
}

/** Could a word lie across this bound? Not where a mark, a quotation mark or the block's end stands. */
function joins(reading: BlockReading, bound: number): boolean {
  return (
    PART_OF_CLAUSE.test(characterAt(reading, bound - 1)) &&
    PART_OF_CLAUSE.test(characterAt(reading, bound)) &&
    gapBefore(reading, bound).replace(/[\s\u00ad\u200b-\u200d\u2060\ufeff]/g, '') === ''
  );
}
