/** Where imported entries go: a glossary of their own, or one that is there. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { StageTarget } from '../../../../lib/exchange/stage-file.ts';
import { useApp } from '../../app-context.ts';
import { useData } from '../../use-data.ts';
import { glossaryTitle } from '../glossary-title.ts';

const NEW = '';

export function TargetFields(props: {
  readonly fileName: string;
  readonly onChange: (target: StageTarget | undefined) => void;
}) {
  const { texts, repository, revision } = useApp();
  const t = texts.exchange;
  const { value: rows } = useData(() => repository.glossaries(), [repository, revision]);
  const [chosen, setChosen] = useState(NEW);
  const [title, setTitle] = useState(props.fileName.replace(/\.[^.]*$/, ''));
  const takers = rows?.filter(({ kind }) => kind !== 'starter') ?? [];
  const taker = takers.find(({ id }) => id === chosen);
  // Not after the painting: whoever chooses and goes on at once means what was chosen.
  useLayoutEffect(() => {
    if (taker !== undefined) props.onChange({ glossaryId: taker.id, title: glossaryTitle(taker, texts) });
    else if (title.trim() === '') props.onChange(undefined);
    else props.onChange({ glossaryId: `import-${crypto.randomUUID()}`, title: title.trim() });
  }, [chosen, title, taker?.id]);
  return (
    <div class="columns">
      <div class="field">
        <label for="import-target">{t.target}</label>
        <select id="import-target" value={chosen} onChange={(event) => setChosen(event.currentTarget.value)}>
          <option value={NEW}>{t.newGlossary}</option>
          {takers.map((row) => (
            <option key={row.id} value={row.id}>
              {glossaryTitle(row, texts)}
            </option>
          ))}
        </select>
      </div>
      {chosen === NEW && (
        <div class="field">
          <label for="import-title-field">{t.newTitle}</label>
          <input
            id="import-title-field"
            type="text"
            maxLength={200}
            value={title}
            onInput={(event) => setTitle(event.currentTarget.value)}
          />
        </div>
      )}
    </div>
  );
}
