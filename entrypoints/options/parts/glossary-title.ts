import type { GlossaryRow } from '../../../lib/glossary/rows.ts';
import type { Texts } from '../../../lib/i18n/index.ts';

/** A glossary's name: those of ours speak the reader's language. */
export function glossaryTitle({ kind, title, id }: GlossaryRow, texts: Texts): string {
  if (kind === 'own') return texts.knowledge.concept.ownGlossary;
  if (kind === 'starter') return texts.knowledge.concept.shippedGlossary;
  return title || id;
}
