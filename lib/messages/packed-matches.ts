/**
 * Matches on the wire. A long page has thousands, of a few hundred kinds: the same label of the same concept, marked for
 * the same reason. Each kind is sent once, each text of the kinds once, and a match is a place and the number of its kind:
 * the page's main thread pays for whatever has to be read.
 */
import type { Match } from '../annotate/types.ts';

export interface PackedMatches {
  readonly texts: readonly string[];
  /** Per kind: flags, then text numbers of concept, label, why's label, rule, evidence, and a count of alternatives with their text numbers. */
  readonly kinds: readonly number[];
  /** Per match: block, start, end, and the number of its kind. */
  readonly places: readonly number[];
}

type Kind = Omit<Match, 'block' | 'start' | 'end'>;

const GENERIC = 1;
const JUDGED = 2;
const NONE = -1;
/** Numbers of a kind without alternatives, and of a place. */
const KIND_SIZE = 7;
const PLACE_SIZE = 4;

export function packMatches(matches: readonly Match[]): PackedMatches {
  const textNumbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = textNumbers.get(text) ?? textNumbers.size;
    if (number === textNumbers.size) textNumbers.set(text, number);
    return number;
  };
  const kindNumbers = new Map<string, number>();
  const kinds: number[] = [];
  const places: number[] = [];
  for (const { block, start, end, concept, label, generic, verdict, why, alternatives = [] } of matches) {
    const kind = [
      (generic ? GENERIC : 0) | (verdict === 'judged' ? JUDGED : 0),
      numberOf(concept),
      numberOf(label),
      numberOf(why.label),
      numberOf(why.rule),
      why.evidence === undefined ? NONE : numberOf(why.evidence),
      alternatives.length,
      ...alternatives.map(numberOf),
    ];
    const name = kind.join();
    const number = kindNumbers.get(name) ?? kindNumbers.size;
    if (number === kindNumbers.size) {
      kindNumbers.set(name, number);
      kinds.push(...kind);
    }
    places.push(block, start, end, number);
  }
  return { texts: [...textNumbers.keys()], kinds, places };
}

export function unpackMatches({ texts, kinds, places }: PackedMatches): Match[] {
  const known = unpackKinds(texts, kinds);
  const matches: Match[] = [];
  for (let at = 0; at < places.length; at += PLACE_SIZE) {
    matches.push({
      ...(known[places[at + 3] as number] as Kind),
      block: places[at] as number,
      start: places[at + 1] as number,
      end: places[at + 2] as number,
    });
  }
  return matches;
}

function unpackKinds(texts: readonly string[], kinds: readonly number[]): Kind[] {
  const known: Kind[] = [];
  for (let at = 0; at < kinds.length; ) {
    const text = (offset: number): string => texts[kinds[at + offset] as number] as string;
    const flags = kinds[at] as number;
    const count = kinds[at + KIND_SIZE - 1] as number;
    known.push({
      generic: (flags & GENERIC) !== 0,
      verdict: (flags & JUDGED) !== 0 ? 'judged' : 'certain',
      concept: text(1),
      label: text(2),
      why: {
        label: text(3),
        rule: text(4),
        evidence: kinds[at + 5] === NONE ? undefined : text(5),
      },
      alternatives:
        count === 0 ? undefined : Array.from({ length: count }, (_, index) => text(KIND_SIZE + index)),
    });
    at += KIND_SIZE + count;
  }
  return known;
}
