/**
 * From candidates to matches: leftmost first, the longest that nothing speaks against. Pure.
 */
import type { Segmenter } from '../segment/segmenter.ts';
import { rawRange } from '../text/normalise.ts';
import { objectionTo } from './guards.ts';
import type { LabelOwner } from './lexicon.ts';
import { chooseOwners } from './owners.ts';
import { withPartnerQuotes } from './quotation.ts';
import type { BlockReading, Candidate } from './reading.ts';
import { termCore } from './term-core.ts';
import type { Match, Why } from './types.ts';
import { segmenterObjection } from './verdict.ts';

/** What became of one candidate. */
export interface Decision {
  readonly candidate: Candidate;
  readonly outcome: 'marked' | 'refused' | 'owed';
  readonly why: Why;
}

export interface Resolution {
  readonly matches: readonly Match[];
  /** The block holds a label whose verdict is owed. */
  readonly pending: boolean;
}

export interface ResolveOptions {
  /** Absent on the first pass: ambiguous labels are then left open. */
  readonly segmenter?: Segmenter | undefined;
  readonly places: (place: string) => boolean;
  readonly unguarded?: boolean | undefined;
  /** Is told of every candidate, for `explain`. */
  readonly trace?: ((decision: Decision) => void) | undefined;
}

export function resolveBlock(reading: BlockReading, options: ResolveOptions): Resolution {
  const { trace } = options;
  const matches: Match[] = [];
  let pending = false;
  /** Where the last stretch that is marked, or whose verdict is owed, ends; and its label. */
  let taken = reading.from;
  let takenBy = '';

  for (let index = 0; index < reading.candidates.length; index += 1) {
    const candidate = reading.candidates[index] as Candidate;
    if (candidate.from < taken) {
      trace?.({
        candidate,
        outcome: 'refused',
        why: { label: formOf(candidate), rule: 'contained', evidence: takenBy },
      });
      continue;
    }
    const adjoins = takenBy !== '' && candidate.from === taken;
    const verdict = decide(reading, index, adjoins, options);
    trace?.({ candidate, outcome: verdict.outcome, why: { label: formOf(candidate), ...verdict.why } });
    if (verdict.outcome === 'refused') continue;
    taken = candidate.to;
    takenBy = formOf(candidate);
    if (verdict.match === undefined) pending = true;
    else matches.push(verdict.match);
  }
  return { matches, pending };
}

const formOf = ({ owners }: Candidate): string => (owners[0] as LabelOwner).form;

interface Verdict {
  readonly outcome: Decision['outcome'];
  readonly why: Omit<Why, 'label'>;
  readonly match?: Match | undefined;
}
// Each of its kinds in one shape: a page has thousands.
const LONGEST = { rule: 'longest', evidence: undefined };
const JUDGED = { rule: 'segmenter', evidence: undefined };
const NO_OWNER = { rule: 'no-owner', evidence: undefined };
const INSIDE = { rule: 'inside-character', evidence: undefined };
const refused = (why: Omit<Why, 'label'>): Verdict => ({ outcome: 'refused', why, match: undefined });

function decide(
  reading: BlockReading,
  index: number,
  adjoins: boolean,
  { segmenter, places, unguarded }: ResolveOptions,
): Verdict {
  const candidate = reading.candidates[index] as Candidate;
  const objection = unguarded
    ? undefined
    : (objectionTo(reading, candidate, adjoins) ?? termCore(reading, index));
  if (objection !== undefined) return refused(objection);
  const choice = chooseOwners(reading, candidate, places);
  const [owner, ...others] = choice.owners;
  if (owner === undefined) return refused(choice.objection ?? NO_OWNER);
  if (choice.ambiguous) {
    if (segmenter === undefined) return { outcome: 'owed', why: JUDGED, match: undefined };
    const against = segmenterObjection(reading, candidate, segmenter);
    if (against !== undefined) return refused(against);
  }
  const folded = rawRange(reading.block.text, reading.normal, candidate.from, candidate.to);
  if (folded === undefined) return refused(INSIDE);
  const isPlain = folded.end - folded.start === candidate.to - candidate.from;
  const range = isPlain ? folded : withPartnerQuotes(reading.block.text, folded);

  const { rule, evidence } = choice.by ?? (choice.ambiguous ? JUDGED : LONGEST);
  const why: Why = { label: owner.form, rule, evidence };
  const match: Match = {
    block: reading.block.id,
    start: range.start,
    end: range.end,
    concept: owner.concept,
    alternatives: others.length > 0 ? others.map((other) => other.concept) : undefined,
    label: owner.form,
    generic: choice.owners.every((each) => each.generic),
    verdict: choice.ambiguous ? 'judged' : 'certain',
    why,
  };
  return { outcome: 'marked', why, match };
}
