import { useState } from 'preact/hooks';
import { useApp } from '../app-context.ts';

/** Adds one tag to many entries, as one revision. */
export function TagForm(props: {
  readonly keys: readonly string[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const { texts, repository, writer } = useApp();
  const t = texts.knowledge.list;
  const [tag, setTag] = useState('');
  const apply = async (event: Event) => {
    event.preventDefault();
    const name = tag.trim();
    if (name === '') return;
    const write = async () => {
      const found = (await repository.concepts(props.keys)).flatMap((it) => it ?? []);
      return repository.saveAll(
        found.map(({ concept, revision }) => ({
          draft: { ...concept, tags: [...new Set([...(concept.tags ?? []), name])] },
          expectedRevision: revision,
        })),
      );
    };
    const done = (revision: number) => ({ text: t.done(props.keys.length), undo: revision });
    if ((await writer.run(write, done)) !== undefined) props.onDone();
  };
  return (
    <form class="add-line" onSubmit={(event) => void apply(event)}>
      <label for="bulk-tag">{t.tagAsk}</label>
      <input
        id="bulk-tag"
        type="text"
        autocomplete="off"
        maxLength={200}
        value={tag}
        onInput={(event) => setTag(event.currentTarget.value)}
      />
      <button type="submit">{t.tagApply}</button>
      <button type="button" class="quiet" onClick={props.onCancel}>
        {texts.editor.page.cancel}
      </button>
    </form>
  );
}
