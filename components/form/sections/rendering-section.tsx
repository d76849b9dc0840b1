import { RENDERING_STATUSES, type Rendering } from '../../../lib/glossary/schema.ts';
import type { SectionProps } from '../concept-form.tsx';
import { SelectField, TextField } from '../controls.tsx';
import { useForm } from '../field.tsx';
import { ItemList } from '../item-list.tsx';

export function RenderingSection({ concept, change }: SectionProps) {
  const { t } = useForm();
  return (
    <ItemList<Rendering>
      path="renderings"
      legend={t.field.renderings}
      help={t.help.renderings}
      items={concept.renderings}
      nameOf={({ text }) => text}
      create={() => ({ id: crypto.randomUUID(), lang: 'en', text: '', status: 'official' })}
      onChange={(renderings) => change({ renderings })}
    >
      {(item, path, set) => (
        <>
          <TextField
            path={`${path}.text`}
            label={t.field.renderingText}
            lang={item.lang}
            value={item.text}
            onChange={(text) => set({ ...item, text })}
          />
          <TextField
            path={`${path}.lang`}
            label={t.field.renderingLang}
            value={item.lang}
            onChange={(lang) => set({ ...item, lang })}
          />
          <SelectField
            path={`${path}.status`}
            label={t.field.renderingStatus}
            value={item.status}
            choices={RENDERING_STATUSES.map((status) => [status, t.renderingStatus[status]] as const)}
            onChange={(status) => status && set({ ...item, status })}
          />
          <TextField
            path={`${path}.source`}
            label={t.field.renderingSource}
            value={item.source}
            onChange={(source) => set({ ...item, source })}
          />
        </>
      )}
    </ItemList>
  );
}
