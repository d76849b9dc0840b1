/** The pipeline as the eval command sets it up: which labels, which hints, what may refuse a label. */
import { explain, judge } from '../../lib/annotate/annotate.ts';
import { compileLexicon } from '../../lib/annotate/lexicon.ts';
import type { LabelHints, LexiconEntry, TextBlock } from '../../lib/annotate/types.ts';
import { loadSegmenter } from '../../lib/segment/jieba-node.ts';
import { createIntlSegmenter, type Segmenter } from '../../lib/segment/segmenter.ts';
import { readHints, readLabels, withHints } from './listed-labels.ts';
import { shippedLabels } from './shipped-lexicon.ts';

/** What may refuse a label: its guards, the segmenter, both, or nothing (plain leftmost-longest search). */
export const RULE_SETS = ['both', 'guards', 'segmenter', 'none'] as const;
export type RuleSet = (typeof RULE_SETS)[number];

export interface ReaderOptions {
  readonly labels?: readonly string[] | undefined;
  readonly hints?: string | undefined;
  readonly rules: RuleSet;
  readonly intl: boolean;
}

export interface ReadMatch {
  readonly block: number;
  readonly start: number;
  readonly end: number;
  readonly prefLabel: string;
}

export interface EvalReader {
  readonly read: (blocks: readonly TextBlock[]) => ReadMatch[];
  /** Why a position is not marked, or is marked otherwise. */
  readonly reason: (block: TextBlock, offset: number) => string;
}

export async function createReader(options: ReaderOptions): Promise<EvalReader> {
  const shipped = options.labels === undefined ? await shippedLabels() : undefined;
  const entries = shipped?.entries ?? (await readLabels(options.labels ?? []));
  const hints = options.hints === undefined ? new Map<string, LabelHints>() : await readHints(options.hints);
  const lexicon = compileLexicon(ruledBy(options.rules, withHints(entries, hints)));
  const segmenter = await segmenterOf(options);
  const unguarded = options.rules === 'segmenter' || options.rules === 'none';
  return {
    read: (blocks) =>
      judge(blocks, lexicon, segmenter, { unguarded }).map(({ block, start, end, concept }) => ({
        block,
        start,
        end,
        prefLabel: shipped?.prefLabels.get(concept) ?? concept,
      })),
    reason: (block, offset) => {
      const found = explain(block, offset, lexicon, segmenter);
      const told = found.map(({ outcome, why }) =>
        `${outcome} ${why.label}: ${why.rule} ${why.evidence ?? ''}`.trim(),
      );
      return told.length === 0 ? 'no label' : told.join(' | ');
    },
  };
}

/** Labels up to this length arise by chance; where the segmenter decides alone, it decides on all of them. */
const SHORT = 4;

function ruledBy(rules: RuleSet, entries: readonly LexiconEntry[]): LexiconEntry[] {
  if (rules === 'both' || rules === 'guards') return [...entries];
  return entries.map((entry) => ({
    ...entry,
    hints: rules === 'segmenter' && entry.form.length <= SHORT ? { ambiguous: true } : undefined,
  }));
}

/** Agrees with everything: no word is longer than a character. */
const agreeing: Segmenter = { words: (text) => [...text], isWord: () => false };

async function segmenterOf({ rules, intl }: ReaderOptions): Promise<Segmenter> {
  if (rules === 'guards' || rules === 'none') return agreeing;
  return intl ? createIntlSegmenter() : loadSegmenter();
}
