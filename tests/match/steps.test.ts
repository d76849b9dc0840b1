import { afterEach, expect, test, vi } from 'vitest';
import { inTurns, type Steps } from '../../lib/match/steps.ts';

afterEach(() => {
  vi.useRealTimers();
});

test('others have their turn in the middle of long work, also when the clock is put back meanwhile', async () => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.setSystemTime('2026-11-27T12:00:00Z');
  const turns: number[] = [];
  let step = 0;
  function* work(): Steps<string> {
    for (step = 1; step <= 10; step += 1) {
      if (step === 3) vi.setSystemTime('2026-11-27T11:00:00Z');
      else vi.setSystemTime(Date.now() + 10);
      yield;
    }
    return 'made';
  }
  const made = await inTurns(work(), async () => {
    turns.push(step);
  });
  expect(made).toBe('made');
  expect(turns).toEqual([2, 3, 5, 7, 9]);
});
