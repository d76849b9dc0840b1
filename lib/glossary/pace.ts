/** How many rows one transaction takes, so that those who read in between hardly wait. */

/** How long one transaction should take, ms. */
const TURN_MS = 45;
const FIRST = 64;
const LEAST = 16;
const MOST = 1_000;

export interface Pace {
  /** Rows that fit into one turn on this machine, as far as is known. */
  readonly size: number;
  /** @param took ms from the first row to the end of the transaction */
  note(rows: number, took: number): void;
}

export function createPace(): Pace {
  let size = FIRST;
  return {
    get size() {
      return size;
    },
    note(rows, took) {
      const fitting = (rows * TURN_MS) / Math.max(1, took);
      // Half the way: one turn that waited for others must not decide.
      size = Math.round(Math.min(MOST, Math.max(LEAST, (size + fitting) / 2)));
    },
  };
}
