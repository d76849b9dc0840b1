/** A problem report for the reader to read, copy and send; nothing is sent by us. Pure. */
import type { CardTexts } from '../../../components/concept-card/types.ts';
import type { CardTarget } from './seam.ts';

export function composeReport(
  target: CardTarget,
  { key, prefLabel }: { readonly key: string; readonly prefLabel: string },
  { t, version, url }: { readonly t: CardTexts; readonly version: string; readonly url: string },
): string {
  const { why } = target;
  return [
    t.report.title,
    `${t.report.concept}: ${prefLabel} [${key}]`,
    `${t.report.label}: ${target.surface}${why === undefined ? '' : ` (${why.label})`}`,
    `${t.report.sentence}: ${target.sentence}`,
    `${t.report.rule}: ${why === undefined ? '—' : [why.rule, why.evidence, target.verdict].filter(Boolean).join(', ')}`,
    `${t.report.page}: ${withoutQuery(url)}`,
    `${t.report.version}: ${version}`,
  ].join('\n');
}

/** Query and fragment may hold what is private. */
function withoutQuery(url: string): string {
  const { origin, pathname, protocol } = new URL(url);
  return /^https?:$/.test(protocol) ? origin + pathname : protocol;
}
