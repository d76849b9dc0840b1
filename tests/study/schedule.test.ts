import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { StateRow } from '../../lib/glossary/rows.ts';
import {
  addDays,
  dayOf,
  dueTerms,
  GRADES,
  gradeState,
  isDue,
  nextDue,
  REST_DAYS,
} from '../../lib/study/schedule.ts';

const TODAY = '2026-02-27';
const NOW = '2026-02-27T01:00:00.000Z';
const at = { now: NOW, today: TODAY };
const learning = (change: Partial<StateRow> = {}): StateRow => ({
  key: 'starter/x',
  state: 'learning',
  since: '2026-02-01T00:00:00.000Z',
  ...change,
});

test('a term that is known again and again rests longer each time, over the ends of months and years', () => {
  let row = learning();
  const rests: string[] = [];
  for (let today = '2025-12-31'; rests.length < 5; today = row.review?.due ?? '') {
    row = gradeState(row, 'good', { now: NOW, today });
    rests.push(row.review?.due ?? '');
  }
  expect(rests).toEqual(['2026-01-01', '2026-01-03', '2026-01-07', '2026-01-15', '2026-01-31']);
});

test('a term not known is due the same day again, and begins from the start', () => {
  const failed = gradeState(learning({ review: { box: 5, due: TODAY } }), 'again', at);
  expect(failed.review).toEqual({ box: 0, due: TODAY });
  expect(isDue(failed, TODAY)).toBe(true);
  expect(gradeState(failed, 'good', at).review).toEqual({ box: 1, due: '2026-02-28' });
});

test('“known” takes a term off the schedule and leaves its sentences', () => {
  const sentences = [{ text: '一句。', keptAt: NOW }];
  expect(gradeState(learning({ sentences, review: { box: 2, due: TODAY } }), 'known', at)).toEqual({
    key: 'starter/x',
    state: 'known',
    since: NOW,
    sentences,
  });
});

test('what waited longest is asked first, then new terms as they came; what is not due stays out', () => {
  const terms = [
    { row: learning({ key: 'new-2', since: '2026-02-20T00:00:00.000Z' }) },
    { row: learning({ key: 'later', review: { box: 1, due: '2026-02-28' } }) },
    { row: learning({ key: 'today', review: { box: 3, due: TODAY } }) },
    { row: learning({ key: 'new-1', since: '2026-02-10T00:00:00.000Z' }) },
    { row: learning({ key: 'overdue', review: { box: 1, due: '2025-12-01' } }) },
  ];
  expect(dueTerms(terms, TODAY).map(({ row }) => row.key)).toEqual(['overdue', 'today', 'new-1', 'new-2']);
  expect(nextDue(terms, TODAY)).toBe('2026-02-28');
  expect(nextDue([], TODAY)).toBeUndefined();
});

test('a term answered while the clock was years ahead is due once it is put right, not in years', () => {
  const ahead = { now: '2031-06-01T01:00:00.000Z', today: '2031-06-01' };
  for (const box of [0, 1, 6]) {
    const row = gradeState(learning({ review: { box, due: TODAY } }), 'good', ahead);
    expect(isDue(row, TODAY)).toBe(true);
    expect(dueTerms([{ row }], TODAY)).toHaveLength(1);
    expect(nextDue([{ row }], TODAY)).toBeUndefined();
    expect(isDue(gradeState(row, 'good', at), TODAY)).toBe(false);
  }
});

test('a term that rests is not due for a reader who travels to where it is still yesterday', () => {
  const row = gradeState(learning(), 'good', at);
  expect(isDue(row, '2026-02-26')).toBe(false);
});

test('a term that another page asked meanwhile does not rest longer for being known twice', () => {
  const once = gradeState(learning({ review: { box: 1, due: TODAY } }), 'good', at);
  expect(gradeState(once, 'good', at)).toEqual(once);
  expect(gradeState(once, 'again', at).review).toEqual({ box: 0, due: TODAY });
});

test('the day is that of the reader’s own calendar', () => {
  expect(dayOf(new Date(2026, 0, 5, 0, 1))).toBe('2026-01-05');
  expect(dayOf(new Date(2026, 11, 31, 23, 59))).toBe('2026-12-31');
});

test('whatever is answered, the next day is not before today and not beyond the longest rest', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...GRADES), { maxLength: 40 }), (grades) => {
      let row = learning();
      for (const grade of grades) {
        if (row.state === 'known') return;
        row = gradeState(row, grade, at);
        const due = row.review?.due ?? TODAY;
        expect(due >= TODAY && due <= addDays(TODAY, REST_DAYS.at(-1) ?? 0)).toBe(true);
      }
    }),
  );
});
