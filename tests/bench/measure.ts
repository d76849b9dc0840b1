/** Timing of several contenders side by side, in turns, so that a busy machine slows all of them alike. */

export interface Contender {
  readonly name: string;
  /** One round of work; the result is kept from being optimised away. */
  readonly run: () => number;
}

export interface Timing {
  readonly name: string;
  /** Milliseconds. */
  readonly median: number;
  /** Half of the rounds lie between these. */
  readonly lower: number;
  readonly upper: number;
  readonly rounds: number;
}

/** Each contender runs until it has had `rounds` turns or used up `patience` milliseconds, three turns at least. */
export function measure(contenders: readonly Contender[], rounds = 60, patience = 4_000): Timing[] {
  const times = contenders.map((): number[] => []);
  const spent = contenders.map(() => 0);
  let sink = 0;
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { run }] of contenders.entries()) {
      const own = times[index] as number[];
      if ((spent[index] as number) > patience && own.length >= 3) continue;
      // Once for the caches, which the contender before has filled with its own.
      sink += run();
      const start = performance.now();
      sink += run();
      const time = performance.now() - start;
      own.push(time);
      (spent[index] as number) += time;
    }
  }
  if (Number.isNaN(sink)) throw new Error('a contender returned no number');
  return contenders.map(({ name }, index) => summary(name, times[index] as number[]));
}

export function summary(name: string, times: readonly number[]): Timing {
  // The first rounds run before the compiler has seen the code.
  const warm = times.length > 10 ? times.slice(5) : times;
  const sorted = [...warm].sort((one, other) => one - other);
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
  return { name, median: at(0.5), lower: at(0.25), upper: at(0.75), rounds: times.length };
}

/** Lines of a table: time, spread, nanoseconds for each character, and how often the first contender fits in. */
export function timingLines(title: string, timings: readonly Timing[], characters: number): string[] {
  const base = timings[0]?.median ?? 1;
  const rows = timings.map(({ name, median, lower, upper, rounds }) => [
    name,
    `${format(median)} ms`,
    `${format(lower)}–${format(upper)}`,
    `${format((median * 1e6) / characters)} ns/char`,
    `${format(median / base)}×`,
    `${rounds} rounds`,
  ]);
  return [title, ...table(rows)];
}

export function table(rows: readonly (readonly string[])[]): string[] {
  const widths = rows.reduce<number[]>(
    (most, row) => row.map((cell, column) => Math.max(most[column] ?? 0, cell.length)),
    [],
  );
  return rows.map(
    (row) =>
      `  ${row.map((cell, column) => (column === 0 ? cell.padEnd : cell.padStart).call(cell, widths[column] ?? 0)).join('  ')}`,
  );
}

export const format = (value: number): string =>
  value >= 100
    ? value.toFixed(0)
    : value >= 10
      ? value.toFixed(1)
      : value >= 0.1
        ? value.toFixed(2)
        : value.toFixed(4);
