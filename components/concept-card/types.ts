import type { Verdict, Why } from '../../lib/annotate/types.ts';
import type { card } from '../../lib/i18n/zh/card.ts';
import type { ConceptDetail } from '../../lib/messages/protocol.ts';

export type CardTexts = typeof card;

/** What is known of the folded parts. `failed`: the background did not answer; `orphaned`: the extension is gone. */
export type DetailState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly detail: ConceptDetail }
  | { readonly status: 'missing' | 'failed' | 'orphaned' };

/** The mention on a page from which the card was opened; absent on our own pages. */
export interface Mention {
  readonly surface: string;
  readonly why?: Why | undefined;
  readonly verdict?: Verdict | undefined;
}

/** The folded parts in the order shown; the names are what `settings.openSections` remembers. */
export const SECTIONS = [
  'note',
  'versions',
  'forms',
  'renderings',
  'relations',
  'usage',
  'sources',
  'why',
] as const;
export type SectionName = (typeof SECTIONS)[number];
