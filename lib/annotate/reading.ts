/** Blocks folded and scanned: every occurrence of every label, ready to be decided upon. Pure. */
import { emptyHits, type Hits, numberOf, scan } from '../match/label-index.ts';
import { BREAK } from '../text/fold.ts';
import { type NormalText, normaliseAll, unitsToString } from '../text/normalise.ts';
import type { LabelOwner, Lexicon, LexiconLayer } from './lexicon.ts';
import { nextSessionList, sessionLists } from './sessions.ts';
import type { TextBlock } from './types.ts';

/** One label at one place. */
export interface Candidate {
  /** Normal offsets, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly owners: readonly LabelOwner[];
}

/** One block, folded. Offsets called normal are those of the whole reading. */
export interface BlockReading {
  readonly block: TextBlock;
  readonly normal: NormalText;
  /** Normal offsets of the block; at `to` stands a break. */
  readonly from: number;
  readonly to: number;
  /** By start, and from the longest to the shortest. */
  readonly candidates: readonly Candidate[];
  /** See `foldedText`. */
  folded: string | undefined;
}

export function readBlocks(blocks: readonly TextBlock[], lexicon: Lexicon): BlockReading[] {
  const normal = normaliseAll(blocks.map((block) => block.text));
  // One scan for all blocks: no label contains the break between two.
  const readers = lexicon.layers.map(({ index, owners }) => {
    const hits = emptyHits();
    scan(index, normal.units, 0, normal.length - 1, hits);
    return createReader(hits, owners);
  });
  let nextList = nextSessionList(normal.units, 0);
  return blocks.map((block, index) => {
    const from = normal.offsets[index] as number;
    const to = (normal.offsets[index + 1] as number) - 1;
    const found: Candidate[] = [];
    for (const read of readers) read(to, found);
    const lists = nextList < to ? sessionCandidates(normal, from, to, lexicon) : [];
    if (nextList < to) nextList = nextSessionList(normal.units, to);
    const inOrder = readers.length === 1 && lists.length === 0;
    const candidates = inOrder ? found : merged([...found, ...lists]);
    return { block, normal, from, to, candidates, folded: undefined };
  });
}

function sessionCandidates(normal: NormalText, from: number, to: number, lexicon: Lexicon): Candidate[] {
  return sessionLists(unitsToString(normal.units, from, to), (label) => ownersOf(label, lexicon)).map(
    (list) => ({
      ...list,
      from: from + list.from,
      to: from + list.to,
    }),
  );
}

/** Owners of a folded label in all layers. */
const ownersOf = (label: string, lexicon: Lexicon): LabelOwner[] =>
  lexicon.layers.flatMap(({ index, owners }) => {
    const number = numberOf(index, label);
    return number === undefined ? [] : owners(number);
  });

/**
 * Gives the candidates of one block after the other. Hits come from the shortest to the longest; candidates are tried
 * the other way round.
 */
function createReader({ values, length }: Hits, owners: LexiconLayer['owners']) {
  let group = 0;
  return (until: number, found: Candidate[]): void => {
    while (group < length && (values[group] as number) < until) {
      let next = group;
      while (next < length && values[next] === values[group]) next += 3;
      for (let at = next - 3; at >= group; at -= 3) {
        const here = owners(values[at + 2] as number);
        if (here.length > 0)
          found.push({ from: values[at] as number, to: values[at + 1] as number, owners: here });
      }
      group = next;
    }
  };
}

/** Puts the candidates of several layers in order, one for each stretch. */
function merged(candidates: Candidate[]): Candidate[] {
  candidates.sort((one, other) => one.from - other.from || other.to - one.to);
  const result: Candidate[] = [];
  for (const candidate of candidates) {
    const last = result.at(-1);
    if (last?.from !== candidate.from || last.to !== candidate.to) result.push(candidate);
    else
      result[result.length - 1] = { ...last, owners: withoutDoubles([...last.owners, ...candidate.owners]) };
  }
  return result;
}

const withoutDoubles = (owners: readonly LabelOwner[]): LabelOwner[] =>
  owners.filter(({ concept }, index) => owners.findIndex((other) => other.concept === concept) === index);

/** Does the folded text at `at` begin with `text`? Never reaches into another block. */
export function standsAt({ normal, from, to }: BlockReading, at: number, text: string): boolean {
  if (at < from || at + text.length > to) return false;
  for (let index = 0; index < text.length; index += 1) {
    if (normal.units[at + index] !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** The folded unit at a normal offset; `BREAK` outside the block. */
export const unitAt = ({ normal, from, to }: BlockReading, at: number): number =>
  at < from || at >= to ? BREAK : (normal.units[at] as number);

/** The same as a character; empty at a break. */
export function characterAt(reading: BlockReading, at: number): string {
  const unit = unitAt(reading, at);
  return unit === BREAK ? '' : String.fromCharCode(unit);
}

/** Do two neighbouring folded units stand directly side by side in the raw text? */
export function isClosed({ block, normal, from, to }: BlockReading, at: number): boolean {
  if (at <= from || at >= to) return false;
  const before = normal.starts[at - 1] as number;
  const start = normal.starts[at] as number;
  return start - before <= 1 || start === afterCharacter(block.text, before);
}

/** Raw text that was dropped between two neighbouring folded units: quotation marks, spaces, line breaks. */
export function gapBefore(reading: BlockReading, at: number): string {
  if (isClosed(reading, at)) return '';
  const { block, normal, from, to } = reading;
  const start = at > from ? afterCharacter(block.text, normal.starts[at - 1] as number) : 0;
  const end = at < to ? (normal.starts[at] as number) : block.text.length;
  return block.text.slice(start, end);
}

const afterCharacter = (raw: string, at: number): number =>
  at + ((raw.codePointAt(at) as number) > 0xffff ? 2 : 1);

/** The folded text of a block, sentence ends as U+0000; made once for a reading. */
export function foldedText(reading: BlockReading): string {
  reading.folded ??= unitsToString(reading.normal.units, reading.from, reading.to);
  return reading.folded;
}
