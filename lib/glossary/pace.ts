/** How many rows one transaction takes, so that those who read in between hardly wait. */

/** How long one transaction should take, ms. */
const TURN_MS = 45;
const FIRST = 64;
const LEAST = 16;
const MOST = 1_000;
/** Turns that are looked back at: one that waited for a busy disk says nothing about the next. */
const RECENT = 5;

export interface Pace {
  /** Rows that fit into one turn on this machine, as far as is known. */
  readonly size: number;
  /** @param took ms from the first row to the end of the transaction */
  note(rows: number, took: number): void;
}

export function createPace(): Pace {
  let size = FIRST;
  const recent: number[] = [];
  return {
    get size() {
      return size;
    },
    note(rows, took) {
      if (rows === 0) return;
      recent.push(Math.max(1, took) / rows);
      if (recent.length > RECENT) recent.shift();
      const each = [...recent].sort((a, b) => a - b)[Math.floor(recent.length / 2)] as number;
      // Half the way, and never far at once.
      const next = Math.min(2 * size, (size + TURN_MS / each) / 2);
      size = Math.round(Math.min(MOST, Math.max(LEAST, next)));
    },
  };
}
