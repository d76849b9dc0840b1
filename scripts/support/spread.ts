/** Median and 95th percentile of repeated timings, as one cell of a table. */
import { format } from '../../tests/bench/measure.ts';

export function spread(times: readonly number[], unit = 'ms'): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => format(sorted[Math.floor(share * (sorted.length - 1))] ?? Number.NaN);
  if (times.length === 1) return `${at(1)} ${unit}`;
  return `median ${at(0.5)} ${unit}, 95 % below ${at(0.95)} ${unit}, worst ${at(1)} ${unit}, ${sorted.length} times`;
}
