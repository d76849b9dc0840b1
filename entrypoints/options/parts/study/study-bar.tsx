/** What can be done to the selected terms of the learning list. */
import { LEARNING_STATES, type LearningState } from '../../../../lib/messages/protocol.ts';
import { useApp } from '../../app-context.ts';
import type { Selection } from '../../use-selection.ts';
import { useStudyWriter } from '../../use-study-writer.ts';
import { SelectionBar } from '../selection-bar.tsx';

export function StudyBar(props: {
  readonly state: LearningState;
  /** Those selected. */
  readonly keys: readonly string[];
  readonly selection: Selection;
  /** They went to another state: the bar goes, and the focus with it. */
  readonly onDone: () => void;
  readonly onUnselect: () => void;
}) {
  const { texts, repository } = useApp();
  const t = texts.study;
  const { run } = useStudyWriter();
  const { state, keys, selection } = props;
  const change = async (next: LearningState | undefined) => {
    const text = next === undefined ? t.bulk.cleared(keys.length) : t.bulk.done(keys.length, t.states[next]);
    const done = (undo: number) => ({ text, undo });
    if ((await run(() => repository.setStates(keys, { state: next }), done)) === undefined) return;
    props.onDone();
    selection.clear();
  };
  return (
    <SelectionBar
      selection={selection}
      count={keys.length}
      onUnselect={props.onUnselect}
      actions={
        <>
          {LEARNING_STATES.filter((each) => each !== state).map((each) => (
            <button key={each} type="button" onClick={() => void change(each)}>
              {t.bulk[each]}
            </button>
          ))}
          <button type="button" class="grave" onClick={() => void change(undefined)}>
            {t.bulk.clear}
          </button>
        </>
      }
    />
  );
}
