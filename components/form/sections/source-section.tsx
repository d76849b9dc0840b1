import { type Source, SUPPORTS } from '../../../lib/glossary/schema.ts';
import type { SectionProps } from '../concept-form.tsx';
import { TextField } from '../controls.tsx';
import { fieldId, useForm } from '../field.tsx';
import { ItemList } from '../item-list.tsx';

export function SourceSection({ concept, change }: SectionProps) {
  const { t } = useForm();
  return (
    <ItemList<Source>
      path="sources"
      legend={t.field.sources}
      help={t.help.sources}
      items={concept.sources}
      nameOf={({ title }) => title}
      create={() => ({ id: crypto.randomUUID(), title: '' })}
      onChange={(sources) => change({ sources })}
    >
      {(item, path, set) => (
        <>
          <TextField
            path={`${path}.title`}
            label={t.field.sourceTitle}
            value={item.title}
            onChange={(title) => set({ ...item, title })}
          />
          <TextField
            path={`${path}.publisher`}
            label={t.field.sourcePublisher}
            value={item.publisher}
            onChange={(publisher) => set({ ...item, publisher })}
          />
          <TextField
            path={`${path}.date`}
            label={t.field.date}
            placeholder="2003-07-10"
            value={item.date}
            onChange={(date) => set({ ...item, date })}
          />
          <TextField
            path={`${path}.url`}
            label={t.field.sourceUrl}
            placeholder="https://"
            value={item.url}
            onChange={(url) => set({ ...item, url })}
          />
          <SupportTicks path={path} item={item} onChange={set} />
        </>
      )}
    </ItemList>
  );
}

function SupportTicks(props: {
  readonly path: string;
  readonly item: Source;
  readonly onChange: (item: Source) => void;
}) {
  const { t, prefix } = useForm();
  const { path, item, onChange } = props;
  const chosen = item.supports ?? [];
  return (
    <fieldset class="ticks wide">
      <legend>{t.field.sourceSupports}</legend>
      {SUPPORTS.map((support) => (
        <label key={support} for={fieldId(prefix, `${path}.supports.${support}`)}>
          <input
            id={fieldId(prefix, `${path}.supports.${support}`)}
            type="checkbox"
            checked={chosen.includes(support)}
            onChange={({ currentTarget }) => {
              const rest = chosen.filter((other) => other !== support);
              const supports = currentTarget.checked ? [...rest, support] : rest;
              onChange({ ...item, supports: supports.length === 0 ? undefined : supports });
            }}
          />
          {t.support[support]}
        </label>
      ))}
    </fieldset>
  );
}
