/** Long work in steps, so that whoever does it can answer others in between. Pure. */

/** Yields where the work may pause, and returns what it made. */
export type Steps<T> = Generator<undefined, T>;

/** How long others may have to wait, ms. */
const TURN_MS = 16;

export function atOnce<T>(steps: Steps<T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** @param pause resolves once others had their turn */
export async function inTurns<T>(steps: Steps<T>, pause: () => Promise<void>): Promise<T> {
  for (let from = Date.now(); ; ) {
    const { done, value } = steps.next();
    if (done) return value;
    // The clock may be put back meanwhile.
    if (Math.abs(Date.now() - from) < TURN_MS) continue;
    await pause();
    from = Date.now();
  }
}
