/** The numbers behind the usage curves. Pure. */
import type { Usage } from '../../lib/glossary/schema.ts';

/** The evening news was read from this year on: a term met in it may be older. */
export const BROADCASTS_FROM = 2022;

export interface Point {
  readonly year: number;
  readonly count: number;
}

export interface Series {
  readonly name: 'workReports' | 'zhejiangReports' | 'broadcasts';
  /** By year; a year without an entry is one without a text, not one without the term. */
  readonly points: readonly Point[];
  /** The first year with an occurrence. */
  readonly first?: number | undefined;
  /** The (first) year with the most. */
  readonly peak?: Point | undefined;
}

export function usageSeries(usage: Usage): readonly Series[] {
  return (['workReports', 'zhejiangReports', 'broadcasts'] as const).map((name) => {
    const points = Object.entries(usage[name])
      .map(([year, count]) => ({ year: Number(year), count }))
      .filter(({ year, count }) => Number.isInteger(year) && Number.isFinite(count))
      .sort((a, b) => a.year - b.year);
    const met = points.filter(({ count }) => count > 0);
    const peak = met.reduce<Point | undefined>(
      (best, point) => (best === undefined || point.count > best.count ? point : best),
      undefined,
    );
    return { name, points, first: met[0]?.year, peak };
  });
}

/** From the first year in which any series has the term to the last year of any series. */
export function usageSpan(series: readonly Series[]): { from: number; to: number } | undefined {
  const firsts = series.flatMap(({ first }) => first ?? []);
  if (firsts.length === 0) return undefined;
  const lasts = series.flatMap(({ points }) => points.at(-1)?.year ?? []);
  return { from: Math.min(...firsts), to: Math.max(...lasts) };
}
