/** The rows of the list. While somebody types nothing of them is drawn again before what was found is there. */
import { useMemo } from 'preact/hooks';
import { ConceptRow } from '../../../components/list/concept-row.tsx';
import { VirtualList } from '../../../components/list/virtual-list.tsx';
import { splitKey } from '../../../lib/glossary/keys.ts';
import { explanationLanguages } from '../../../lib/i18n/language.ts';
import { writeAddress } from '../address.ts';
import { useApp } from '../app-context.ts';
import type { Listed, Rows } from '../use-concepts.ts';
import type { Selection } from '../use-selection.ts';

const ROW_HEIGHT = 60;
const NOTHING: readonly string[] = [];

export interface ListedRowsProps {
  readonly listed: Listed | undefined;
  readonly rows: Rows;
  readonly selection: Selection;
  /** Where the list stood when it was left, px. */
  readonly startAt: number | undefined;
  /** The row that gets the focus, whenever another object is given. */
  readonly focusOn: { readonly index: number } | undefined;
}

export function ListedRows({ listed, rows, selection, startAt, focusOn }: ListedRowsProps) {
  const { texts, language, settings } = useApp();
  const t = texts.knowledge.list;
  const explainIn = useMemo(
    () => explanationLanguages(settings.explainIn, language),
    [settings.explainIn, language],
  );
  const { get, show } = rows;
  const { keys: selected, toggle } = selection;
  const draw = () => {
    const keys = listed?.keys ?? NOTHING;
    return (
      <VirtualList
        of={listed?.of}
        label={t.title}
        count={keys.length}
        rowHeight={ROW_HEIGHT}
        onWindow={show}
        onSpace={(index) => toggle(index, false)}
        isSelected={(index) => selected.has(keys[index] ?? '')}
        startAt={startAt}
        focusOn={focusOn}
        onRest={(top) => history.replaceState({ top }, '')}
      >
        {(index, tabIndex) => {
          const key = keys[index] ?? '';
          return (
            <ConceptRow
              row={get(key)}
              index={index}
              href={writeAddress({ name: 'concept', key: splitKey(key), tab: 'view' })}
              tabIndex={tabIndex}
              selected={selected.has(key)}
              onSelect={toggle}
              explainIn={explainIn}
              t={t}
            />
          );
        }}
      </VirtualList>
    );
  };
  return useMemo(draw, [listed, get, show, selected, toggle, focusOn, explainIn, t]);
}
