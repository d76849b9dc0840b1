/**
 * What goes into the pipeline and what comes out.
 *
 * Units: every offset counts UTF-16 code units of the raw block text, end exclusive.
 */

/** A stretch of page or file text that is read as one: a paragraph, a heading, a table cell. */
export interface TextBlock {
  readonly id: number;
  readonly text: string;
}

/** Hints of one label; the same shape as the glossary's `matching`. */
export interface LabelHints {
  readonly ambiguous?: boolean | undefined;
  readonly notBefore?: readonly string[] | undefined;
  readonly notAfter?: readonly string[] | undefined;
  readonly onlyInQuotes?: boolean | undefined;
  readonly minContext?: readonly string[] | undefined;
  readonly homonym?: boolean | undefined;
}

/** One label of one concept in force: what the label index is built from. */
export interface LexiconEntry {
  readonly form: string;
  /** `glossaryId/conceptId`. */
  readonly concept: string;
  readonly generic: boolean;
  /** Province or city of a local concept; decides between homonyms. */
  readonly place?: string | undefined;
  readonly hints?: LabelHints | undefined;
}

export type Verdict = 'certain' | 'judged';

/** Why a stretch is marked, or is not. */
export interface Why {
  readonly label: string;
  /** `longest`, `contained`, `number-cut`, `not-before`, `not-after`, `quotes`, `context`, `segmenter`, … */
  readonly rule: string;
  /** The neighbouring text or boundary that decided. */
  readonly evidence?: string | undefined;
}

export interface Match {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  /** `glossaryId/conceptId`. */
  readonly concept: string;
  /** Other concepts that own the same label and that context did not rule out. */
  readonly alternatives?: readonly string[] | undefined;
  readonly label: string;
  readonly generic: boolean;
  readonly verdict: Verdict;
  readonly why: Why;
}
