/** One entry in the list: label with reading, definition, what is special about it. */

import { useMemo } from 'preact/hooks';
import type { Concept } from '../../lib/glossary/schema.ts';
import type { Texts } from '../../lib/i18n/index.ts';
import { type Language, pickExplanations } from '../../lib/i18n/language.ts';
import { labelLang } from '../concept-card/sections.ts';
import { mixedName } from '../mixed-text.tsx';

export interface RowFacts {
  readonly key: string;
  readonly concept: Pick<Concept, 'prefLabel' | 'pinyin' | 'definitions'>;
  readonly edited: boolean;
  readonly own: boolean;
  readonly conflicting: boolean;
  readonly state?: 'learning' | 'known' | 'muted' | undefined;
}

export interface ConceptRowProps {
  /** Absent while it is read. */
  readonly row: RowFacts | undefined;
  readonly index: number;
  readonly href: string;
  readonly tabIndex: 0 | -1;
  readonly selected: boolean;
  readonly onSelect: (index: number, range: boolean) => void;
  readonly explainIn: readonly Language[];
  readonly t: Texts['knowledge']['list'];
}

/** Drawn again only where something of it changed: while the list is scrolled most rows stay as they are. */
export function ConceptRow(props: ConceptRowProps) {
  const { row, index, href, tabIndex, selected, onSelect, explainIn, t } = props;
  const parts = [row, index, href, tabIndex, selected, onSelect, explainIn, t];
  return useMemo(() => <Cells {...props} />, parts);
}

function Cells({ row, index, href, tabIndex, selected, onSelect, explainIn, t }: ConceptRowProps) {
  const label = row?.concept.prefLabel ?? '…';
  const [definition] = row === undefined ? [] : pickExplanations(row.concept.definitions, explainIn);
  return (
    <>
      <span class="cell-select">
        <input
          type="checkbox"
          tabIndex={tabIndex}
          checked={selected}
          {...mixedName(t.select(label))}
          onClick={(event) => onSelect(index, event.shiftKey)}
        />
      </span>
      <span class="cell-label">
        <a href={href} tabIndex={tabIndex} data-primary lang={labelLang(label)}>
          {label}
        </a>
        {row?.concept.pinyin && (
          <span class="pinyin" lang="zh-Latn-pinyin">
            {row.concept.pinyin}
          </span>
        )}
      </span>
      <span class="cell-definition" lang={definition?.lang}>
        {definition?.text ?? (row === undefined ? '' : <em>{t.noDefinition}</em>)}
      </span>
      <span class="cell-state">
        {row !== undefined && badges(row, t).map((badge) => <span key={badge}>{badge}</span>)}
      </span>
    </>
  );
}

function badges(row: RowFacts, t: ConceptRowProps['t']): string[] {
  return [
    ...(row.conflicting ? [t.conflict] : []),
    ...(row.own ? [t.own] : row.edited ? [t.edited] : []),
    ...(row.state === undefined ? [] : [t[row.state]]),
  ];
}
