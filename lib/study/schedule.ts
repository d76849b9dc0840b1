/**
 * When a term is asked again: boxes, as Leitner put cards into them.
 *
 * Each time the reader knows a term it goes one box on and rests longer; a term not known goes back to the start. Days
 * are `YYYY-MM-DD` of the reader's own calendar. Pure.
 */
import type { Review, StateRow } from '../glossary/rows.ts';

export const GRADES = ['again', 'good', 'known'] as const;
/** `known` ends the learning: the term leaves the schedule and is marked no more. */
export type Grade = (typeof GRADES)[number];

/** Days of rest after the first, second, … time in a row. */
export const REST_DAYS: readonly number[] = [1, 2, 4, 8, 16, 32, 64];

export function dayOf(time: Date): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
}

export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Days that a term rests after it was known `box` times in a row. */
export const restAfter = (box: number): number => REST_DAYS[Math.min(box, REST_DAYS.length) - 1] ?? 0;

/**
 * A term's state after an answer. One that was not known is due the same day again; one that is not due, since another
 * page has asked it meanwhile, does not rest longer for being known twice.
 */
export function gradeState(
  row: StateRow,
  grade: Grade,
  { now, today }: { readonly now: string; readonly today: string },
): StateRow {
  const { review, ...rest } = row;
  if (grade === 'known') return { ...rest, state: 'known', since: now };
  if (grade === 'good' && !isDue(row, today)) return row;
  return { ...rest, review: nextReview(review, grade, today) };
}

/** A term's state without the answer; sentences that were kept, or forgotten, since `before` are so still. */
export function withoutAnswer({ sentences }: StateRow, before: StateRow): StateRow {
  const { sentences: _then, ...rest } = before;
  return { ...rest, ...(sentences && { sentences }) };
}

function nextReview(review: Review | undefined, grade: 'again' | 'good', today: string): Review {
  const box = grade === 'again' ? 0 : Math.min((review?.box ?? 0) + 1, REST_DAYS.length);
  return { box, due: addDays(today, restAfter(box)) };
}

/** Where it is still yesterday the reader's day comes a second time. */
const TRAVEL_DAYS = 1;

/**
 * A term that was never asked is due at once; and so is one whose day is further off than it can rest: the clock was
 * wrong when it was answered.
 */
export const isDue = ({ review }: StateRow, today: string): boolean =>
  review === undefined ||
  review.due <= today ||
  review.due > addDays(today, restAfter(review.box) + TRAVEL_DAYS);

/** What is due, longest overdue first; then the terms never asked, in the order in which they came. */
export function dueTerms<Term extends { readonly row: StateRow }>(
  terms: readonly Term[],
  today: string,
): Term[] {
  return terms
    .filter(({ row }) => isDue(row, today))
    .sort((a, b) => {
      const [one, other] = [a.row.review?.due ?? 'new', b.row.review?.due ?? 'new'];
      if (one !== other) return one < other ? -1 : 1;
      return Date.parse(a.row.since) - Date.parse(b.row.since);
    });
}

/** The next day on which something is due; `undefined` where nothing waits. */
export const nextDue = (terms: readonly { readonly row: StateRow }[], today: string): string | undefined =>
  terms
    .filter(({ row }) => !isDue(row, today))
    .flatMap(({ row }) => row.review?.due ?? [])
    .sort()[0];
