import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';
import { useData } from '../use-data.ts';
import { glossaryTitle } from './glossary-title.ts';

/** Moves many entries to another of the reader's glossaries, as one revision. */
export function MoveForm(props: {
  readonly keys: readonly string[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const { texts, repository, writer, revision } = useApp();
  const t = texts.move;
  const { value: glossaries = [] } = useData(() => repository.glossaries(), [repository, revision]);
  const offered = glossaries
    // The shipped glossary takes no entries; where all of them are already, nothing is to be moved.
    .filter(({ kind, id }) => kind !== 'starter' && props.keys.some((key) => !key.startsWith(`${id}/`)))
    .map((glossary) => ({ id: glossary.id, title: glossaryTitle(glossary, texts) }));
  const [chosen, setChosen] = useState<string>();
  const target = offered.find(({ id }) => id === chosen) ?? offered[0];
  const apply = async (event: Event) => {
    event.preventDefault();
    if (target === undefined) return;
    const done = (undo: number) => ({ text: t.done(props.keys.length, target.title), undo });
    if ((await writer.run(() => repository.move(props.keys, target.id), done)) !== undefined) props.onDone();
  };
  return (
    <form class="add-line" onSubmit={(event) => void apply(event)}>
      <label for="move-to">{t.ask}</label>
      <select id="move-to" value={target?.id} onChange={(event) => setChosen(event.currentTarget.value)}>
        {offered.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </select>
      <button type="submit" disabled={target === undefined}>
        {texts.knowledge.list.apply}
      </button>
      <button type="button" class="quiet" onClick={props.onCancel}>
        {texts.editor.page.cancel}
      </button>
    </form>
  );
}
