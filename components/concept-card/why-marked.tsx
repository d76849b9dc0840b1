import type { CardTexts, Mention } from './types.ts';

/** Why this stretch of the page was marked: label, rule, evidence. */
export function WhyMarked({ mention, t }: { readonly mention: Mention; readonly t: CardTexts }) {
  const { why, verdict, surface } = mention;
  if (why === undefined) return null;
  const sentences = [
    t.why.label(surface, why.label),
    t.why.rule[why.rule] ?? t.why.otherRule(why.rule),
    ...(why.evidence === undefined ? [] : [t.why.evidence(why.evidence)]),
    ...(verdict === 'judged' ? [t.why.judged] : []),
  ];
  return <p class="cz-note">{t.why.together(sentences)}</p>;
}
