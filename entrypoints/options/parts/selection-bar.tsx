/** The bar over a list of which some are selected; where none is, the button that selects all. */
import type { ComponentChildren } from 'preact';
import { useApp } from '../app-context.ts';
import type { Selection } from '../use-selection.ts';

export function SelectionBar(props: {
  readonly selection: Selection;
  /** How many are selected, of those that are listed. */
  readonly count: number;
  /** Nothing stands in the list. */
  readonly nothing?: boolean;
  readonly onUnselect: () => void;
  /** What can be done to those selected: buttons. */
  readonly actions: ComponentChildren;
  /** What one of them asks. */
  readonly children?: ComponentChildren;
}) {
  const t = useApp().texts.knowledge.list;
  const { selection, count } = props;
  if (count === 0)
    return (
      <button type="button" class="quiet select-all" onClick={selection.all} hidden={props.nothing}>
        {t.selectAll}
      </button>
    );
  const unselect = () => {
    selection.clear();
    props.onUnselect();
  };
  return (
    <fieldset class="bulk" aria-label={t.selected(count)}>
      <div class="bulk-actions">
        <span role="status">{t.selected(count)}</span>
        <button type="button" class="quiet" onClick={selection.all}>
          {t.selectAll}
        </button>
        <button type="button" class="quiet" onClick={unselect}>
          {t.unselect}
        </button>
        {props.actions}
      </div>
      {props.children}
    </fieldset>
  );
}
