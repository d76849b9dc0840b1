import { MixedText } from '../mixed-text.tsx';
import type { CardTexts, Mention } from './types.ts';

/** Why this stretch of the page was marked: label, rule, evidence. */
export function WhyMarked({ mention, t }: { readonly mention: Mention; readonly t: CardTexts }) {
  const { why, verdict, surface } = mention;
  if (why === undefined) return null;
  const sentences = [
    t.why.label(surface, why.label),
    t.why.rule[why.rule],
    why.evidence && t.why.evidence(why.evidence),
    verdict === 'judged' && t.why.judged,
  ].filter((each) => typeof each === 'string');
  return (
    <p class="cz-note">
      <MixedText text={t.why.together(sentences)} />
    </p>
  );
}
