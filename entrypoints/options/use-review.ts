/** One round of a review: which terms are asked, which is asked now, and what was answered. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { StateRow } from '../../lib/glossary/rows.ts';
import type { StudiedTerm } from '../../lib/glossary/study.ts';
import { dayOf, dueTerms, type Grade, gradeState, withoutAnswer } from '../../lib/study/schedule.ts';
import { useApp } from './app-context.ts';
import { useStudyWriter } from './use-study-writer.ts';

/** Terms of one round: a few minutes. */
const ROUND = 20;

interface Answer {
  readonly term: StudiedTerm;
  readonly grade: Grade;
  /** The state as it was. */
  readonly before: StateRow;
}

export interface Round {
  /** The term that is asked now; `undefined` once all are answered. */
  readonly current: StudiedTerm | undefined;
  readonly answers: readonly Answer[];
  /** Terms of this round that were answered for good. */
  readonly done: number;
  readonly total: number;
  /** Terms due beyond this round. */
  readonly waiting: number;
  readonly answer: (grade: Grade) => Promise<void>;
  readonly undo: () => Promise<void>;
  /** Begins the next round. */
  readonly next: () => void;
}

interface Cards {
  readonly queue: readonly StudiedTerm[];
  readonly answers: readonly Answer[];
  readonly total: number;
  readonly waiting: number;
}

/** `undefined` while it is read; a fault of the storage goes to `onFault`. */
export function useReview(onFault: (error: unknown) => void): Round | undefined {
  const { repository } = useApp();
  const { run, runQuietly } = useStudyWriter();
  const [number, setNumber] = useState(0);
  const [cards, setCards] = useState<Cards>();
  // As of now and not as last painted: two keys in quick succession must not answer the same term.
  const latest = useRef<Cards>(undefined);
  const isBusy = useRef(false);
  const show = (next: Cards) => {
    latest.current = next;
    setCards(next);
  };
  // Read once a round: what is answered meanwhile must not change the order.
  useEffect(() => {
    let isWanted = true;
    repository.studied('learning').then((terms) => {
      const due = dueTerms(terms, dayOf(new Date())).filter(({ glance }) => glance !== undefined);
      const queue = due.slice(0, ROUND);
      if (isWanted) show({ queue, answers: [], total: queue.length, waiting: due.length - queue.length });
    }, onFault);
    return () => {
      isWanted = false;
    };
  }, [repository, number]);
  if (cards === undefined) return undefined;

  /** One write at a time; what comes while it lasts is dropped. */
  const alone = async (work: (now: Cards) => Promise<Cards | undefined>) => {
    if (isBusy.current || latest.current === undefined) return;
    isBusy.current = true;
    const next = await work(latest.current);
    if (next !== undefined) show(next);
    isBusy.current = false;
  };
  const write = (key: string, grade: Grade, change: (row: StateRow, now: string) => StateRow) => {
    const writing = () => repository.changeReview(key, change);
    // Only what becomes known, or no longer is, changes marks.
    return grade === 'known' ? run(writing, () => undefined) : runQuietly(writing);
  };
  return {
    ...cards,
    current: cards.queue[0],
    done: cards.total - cards.queue.length,
    answer: (grade) =>
      alone(async (now) => {
        const [term, ...rest] = now.queue;
        if (term === undefined) return undefined;
        const grading = (row: StateRow, at: string) =>
          gradeState(row, grade, { now: at, today: dayOf(new Date()) });
        const before = await write(term.row.key, grade, grading);
        if (before === undefined) return undefined;
        return {
          ...now,
          queue: grade === 'again' ? [...rest, { ...term, row: grading(before, before.since) }] : rest,
          answers: [...now.answers, { term, grade, before }],
        };
      }),
    undo: () =>
      alone(async (now) => {
        const last = now.answers.at(-1);
        if (last === undefined) return undefined;
        const takeBack = (row: StateRow) => withoutAnswer(row, last.before);
        if ((await write(last.term.row.key, last.grade, takeBack)) === undefined) return undefined;
        const others = last.grade === 'again' ? now.queue.slice(0, -1) : now.queue;
        return { ...now, queue: [last.term, ...others], answers: now.answers.slice(0, -1) };
      }),
    next: () => setNumber(number + 1),
  };
}
