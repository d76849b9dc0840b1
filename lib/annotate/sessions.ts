/**
 * 十九届二中、三中、四中、五中全会: plenary sessions named together, of which only the last is written out.
 *
 * The stretch is one mark. It leads to the concept whose own label is such a list, longer or shorter; else to the sessions
 * that the glossary has: the first of them, the others as alternatives. Pure.
 */
import type { LabelOwner } from './lexicon.ts';

const SESSION = '[一二三四五六七八九]中';
const LIST = `(十[一二三四五六七八九]?|二十[一二]?)届(${SESSION}(?:(?:、|和|及|以及|至|到)${SESSION})+)全会`;

const JOINTS = Array.from('、和及以至到', (joint) => joint.charCodeAt(0));
const CONGRESS = '届'.charCodeAt(0);
const PLENUM = '中'.charCodeAt(0);

/** Where sessions may be named together next, from an offset in folded text on; `Infinity` where nowhere. */
export function nextSessionList(units: Uint16Array, from: number): number {
  for (let at = units.indexOf(CONGRESS, from); at >= 0; at = units.indexOf(CONGRESS, at + 1))
    if (units[at + 2] === PLENUM && JOINTS.includes(units[at + 3] as number)) return at;
  return Number.POSITIVE_INFINITY;
}

const LISTS = new RegExp(LIST, 'g');
const SESSIONS = new RegExp(SESSION, 'g');

/** The spelling under which the labels that are lists are filed; no text contains it. */
const listKey = (congress: string): string => `${congress}届\u0001全会`;

/** Filed for a label that is itself a list of sessions. */
export function sessionListKey(label: string): string | undefined {
  const congress = new RegExp(`^${LIST}$`).exec(label)?.[1];
  return congress === undefined ? undefined : listKey(congress);
}

export interface SessionList {
  /** Offsets in the folded text, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly owners: readonly LabelOwner[];
}

/**
 * @param text folded text of a block
 * @param lookUp owners of a folded label
 */
export function sessionLists(text: string, lookUp: (label: string) => readonly LabelOwner[]): SessionList[] {
  return Array.from(text.matchAll(LISTS)).flatMap(({ 0: whole, 1: congress = '', 2: list = '', index }) => {
    const sessions = sessionsOf(list);
    const named = lookUp(listKey(congress)).filter(({ form }) => isPartOfOther(sessions, sessionsOf(form)));
    const each = sessions.map((session) => `${congress}届${session}全会`);
    const owners = named.length > 0 ? named : each.flatMap(lookUp);
    return owners.length > 0 ? [{ from: index, to: index + whole.length, owners }] : [];
  });
}

const sessionsOf = (text: string): string[] => Array.from(text.matchAll(SESSIONS), ([session]) => session);

/** A list that has a session more and one less than the other names something else. */
const isPartOfOther = (these: readonly string[], those: readonly string[]): boolean =>
  these.every((session) => those.includes(session)) || those.every((session) => these.includes(session));
