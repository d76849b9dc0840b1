/** The terms of a page as a glossary to paste elsewhere: Markdown, or a CSV table that opens in a spreadsheet. Pure. */
import { type Language, pickExplanations } from '../../lib/i18n/language.ts';
import type { panel } from '../../lib/i18n/zh/panel.ts';
import type { ConceptDetail, PageTerms } from '../../lib/messages/protocol.ts';
import { conceptAsMarkdown, escapeMarkdown } from '../concept-card/as-text.ts';
import type { CardTexts } from '../concept-card/types.ts';

export type PanelTexts = typeof panel;
type PageTerm = PageTerms['terms'][number];

export interface AsGlossaryOptions {
  readonly language: Language;
  readonly explainIn: readonly Language[];
  readonly card: CardTexts;
}

/** A heading with the page's title and address, then each concept with its sources. */
export function termsAsMarkdown(
  page: Pick<PageTerms, 'title' | 'url'>,
  details: readonly ConceptDetail[],
  { card, ...options }: AsGlossaryOptions,
): string {
  const entries = details.map((detail) => conceptAsMarkdown(detail, { ...options, t: card }));
  return [
    `# ${escapeMarkdown(page.title)}`,
    `<${page.url.replace(/[<>\s]/g, encodeURIComponent)}>`,
    entries.join('\n\n---\n\n'),
  ].join('\n\n');
}

/** One row a concept: label, pinyin, definition, English, mentions, sources. */
export function termsAsCsv(
  terms: readonly PageTerm[],
  details: readonly ConceptDetail[],
  explainIn: readonly Language[],
  t: PanelTexts,
): string {
  const counts = new Map(terms.map(({ glance, count }) => [glance.key, count]));
  const rows = details.map(({ glance, concept }) => [
    concept.prefLabel,
    concept.pinyin ?? '',
    pickExplanations(concept.definitions, explainIn)
      .map(({ text }) => text)
      .join(' '),
    glance.rendering ?? '',
    String(counts.get(glance.key) ?? 0),
    concept.sources.map(({ title, date }) => [title, date].filter(Boolean).join(' ')).join('; '),
  ]);
  return [Object.values(t.columns), ...rows].map((row) => row.map(cell).join(',')).join('\r\n');
}

/** Quoted always; a cell that a spreadsheet would take for a formula is kept as text by an apostrophe. */
const cell = (text: string): string =>
  `"${(/^[=+\-@\t\r]/.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
