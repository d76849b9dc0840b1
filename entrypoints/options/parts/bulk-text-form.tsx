import { useState } from 'preact/hooks';
import type { Concept } from '../../../lib/glossary/schema.ts';
import { useApp } from '../app-context.ts';

/** What can be given to many entries at once. */
export type BulkText = 'tag' | 'category';

const CHANGES: Readonly<Record<BulkText, (concept: Concept, text: string) => Concept>> = {
  tag: (concept, tag) => ({ ...concept, tags: [...new Set([...(concept.tags ?? []), tag])] }),
  category: (concept, category) => ({ ...concept, category }),
};

/** Gives many entries one more tag, or moves them to a category, as one revision. */
export function BulkTextForm(props: {
  readonly what: BulkText;
  readonly keys: readonly string[];
  readonly offered: readonly string[];
  readonly onDone: () => void;
  readonly onCancel: () => void;
}) {
  const { texts, repository, writer } = useApp();
  const t = texts.knowledge.list;
  const [typed, setTyped] = useState('');
  const apply = async (event: Event) => {
    event.preventDefault();
    const text = typed.trim();
    if (text === '') return;
    const write = async () => {
      const found = (await repository.concepts(props.keys)).flatMap((it) => it ?? []);
      const change = CHANGES[props.what];
      return repository.saveAll(
        found.map(({ concept, revision }) => ({ draft: change(concept, text), expectedRevision: revision })),
      );
    };
    const done = (revision: number) => ({ text: t.done(props.keys.length), undo: revision });
    if ((await writer.run(write, done)) !== undefined) props.onDone();
  };
  return (
    <form class="add-line" onSubmit={(event) => void apply(event)}>
      <label for="bulk-text">{t.ask[props.what]}</label>
      <input
        id="bulk-text"
        type="text"
        list="bulk-offered"
        autocomplete="off"
        maxLength={200}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
      />
      <datalist id="bulk-offered">
        {props.offered.map((text) => (
          <option key={text} value={text} />
        ))}
      </datalist>
      <button type="submit">{t.apply}</button>
      <button type="button" class="quiet" onClick={props.onCancel}>
        {texts.editor.page.cancel}
      </button>
    </form>
  );
}
