/**
 * Matches on the wire: a list of numbers and one of the texts they name, each text once. A long page has thousands of
 * matches, and the page's main thread pays for reading them: this takes a fifth of the time of a list of objects.
 */
import type { Match } from '../annotate/types.ts';

export interface PackedMatches {
  readonly texts: readonly string[];
  /** Per match: block, start, end, flags, then text numbers of concept, label, why's label, rule, evidence, and a count of alternatives with their text numbers. */
  readonly numbers: readonly number[];
}

const GENERIC = 1;
const JUDGED = 2;
const NONE = -1;

export function packMatches(matches: readonly Match[]): PackedMatches {
  const known = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = known.get(text) ?? known.size;
    if (number === known.size) known.set(text, number);
    return number;
  };
  const numbers: number[] = [];
  for (const { block, start, end, concept, label, generic, verdict, why, alternatives = [] } of matches) {
    const flags = (generic ? GENERIC : 0) | (verdict === 'judged' ? JUDGED : 0);
    numbers.push(block, start, end, flags, numberOf(concept), numberOf(label));
    numbers.push(numberOf(why.label), numberOf(why.rule));
    numbers.push(why.evidence === undefined ? NONE : numberOf(why.evidence));
    numbers.push(alternatives.length, ...alternatives.map(numberOf));
  }
  return { texts: [...known.keys()], numbers };
}

export function unpackMatches({ texts, numbers }: PackedMatches): Match[] {
  const matches: Match[] = [];
  const text = (at: number): string => texts[numbers[at] as number] as string;
  for (let at = 0; at < numbers.length; ) {
    const flags = numbers[at + 3] as number;
    const count = numbers[at + 9] as number;
    const match: Match = {
      block: numbers[at] as number,
      start: numbers[at + 1] as number,
      end: numbers[at + 2] as number,
      concept: text(at + 4),
      label: text(at + 5),
      generic: (flags & GENERIC) !== 0,
      verdict: (flags & JUDGED) !== 0 ? 'judged' : 'certain',
      why: {
        label: text(at + 6),
        rule: text(at + 7),
        evidence: numbers[at + 8] === NONE ? undefined : text(at + 8),
      },
    };
    const alternatives = Array.from({ length: count }, (_, index) => text(at + 10 + index));
    matches.push(count === 0 ? match : { ...match, alternatives });
    at += 10 + count;
  }
  return matches;
}
