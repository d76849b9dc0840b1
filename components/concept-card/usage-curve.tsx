/**
 * How often a term stood in three series of texts, year by year, over one time axis: when it rose, peaked, vanished.
 *
 * A stem a year and no connecting line: not every year has a text, and a line would invent what lies between.
 */
import type { Usage } from '../../lib/glossary/schema.ts';
import type { CardTexts } from './types.ts';
import { BROADCASTS_FROM, type Series, usageSeries, usageSpan } from './usage.ts';

const WIDTH = 320;
const HEIGHT = 30;

export function UsageCurve({ usage, t }: { readonly usage: Usage; readonly t: CardTexts }) {
  const series = usageSeries(usage);
  const span = usageSpan(series);
  if (span === undefined) return null;
  return (
    <div class="cz-usage">
      {series.map((one) => (
        <div key={one.name}>
          <p>
            {t.usage[one.name]} <span class="cz-when">{summary(one, t)}</span>
          </p>
          {one.first !== undefined && <Stems series={one} from={span.from} to={span.to} />}
        </div>
      ))}
      <p class="cz-axis" aria-hidden="true">
        <span>{span.from}</span>
        <span>{span.to}</span>
      </p>
    </div>
  );
}

/** Says the same as the sentence above it, so it is hidden from screen readers. */
function Stems({
  series,
  from,
  to,
}: {
  readonly series: Series;
  readonly from: number;
  readonly to: number;
}) {
  const most = series.peak?.count ?? 1;
  const x = (year: number) => 3 + ((year - from) / Math.max(1, to - from)) * (WIDTH - 6);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" focusable="false">
      <line x1="0" x2={WIDTH} y1={HEIGHT - 0.5} y2={HEIGHT - 0.5} class="cz-base" />
      {series.points
        .filter(({ count }) => count > 0)
        .map(({ year, count }) => (
          <line
            key={year}
            x1={x(year)}
            x2={x(year)}
            y1={HEIGHT - 1}
            y2={HEIGHT - 1 - (count / most) * (HEIGHT - 4)}
            class={year === series.peak?.year ? 'cz-peak' : 'cz-stem'}
          />
        ))}
    </svg>
  );
}

function summary({ name, first, peak }: Series, t: CardTexts): string {
  if (first === undefined || peak === undefined) return t.usage.never;
  const amount = name === 'broadcasts' ? t.usage.days(peak.count) : t.usage.times(peak.count);
  if (name === 'broadcasts' && first === BROADCASTS_FROM) return t.usage.peak(String(peak.year), amount);
  return t.usage.summary(String(first), String(peak.year), amount);
}
