/** Long work in short slices, so that the page stays responsive. */

/** Milliseconds of one slice: well below a frame, so that the page's own work, and the parsing of our script, fit beside it. */
const SLICE_MS = 5;

/** Runs `work` to its end, pausing between two of its yields once a slice is used up. */
export async function inSlices<Result>(
  work: Generator<unknown, Result>,
  signal: AbortSignal,
): Promise<Result> {
  let until = performance.now() + SLICE_MS;
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    if (performance.now() < until) continue;
    await scheduler.yield();
    signal.throwIfAborted();
    until = performance.now() + SLICE_MS;
  }
}
