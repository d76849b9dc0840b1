import type { Version } from '../../../lib/glossary/schema.ts';
import type { SectionProps } from '../concept-form.tsx';
import { LinesField, TextArea, TextField } from '../controls.tsx';
import { useForm } from '../field.tsx';
import { ItemList } from '../item-list.tsx';

export function VersionSection({ concept, change }: SectionProps) {
  const { t } = useForm();
  return (
    <ItemList<Version>
      path="versions"
      legend={t.field.versions}
      help={t.help.versions}
      items={concept.versions}
      nameOf={({ from }) => from}
      create={() => ({ id: crypto.randomUUID(), from: '', what: '' })}
      onChange={(versions) => change({ versions })}
    >
      {(item, path, set) => (
        <>
          <TextField
            path={`${path}.from`}
            label={t.field.versionFrom}
            placeholder="2003-07"
            value={item.from}
            onChange={(from) => set({ ...item, from })}
          />
          <TextField
            path={`${path}.to`}
            label={t.field.versionTo}
            placeholder="2012"
            value={item.to}
            onChange={(to) => set({ ...item, to })}
          />
          <TextField
            path={`${path}.issuer`}
            label={t.field.issuer}
            value={item.issuer}
            onChange={(issuer) => set({ ...item, issuer })}
          />
          <TextArea
            path={`${path}.what`}
            label={t.field.versionWhat}
            value={item.what}
            onChange={(what) => set({ ...item, what })}
          />
          <LinesField
            path={`${path}.components`}
            label={t.field.versionComponents}
            help={t.form.onePerLine}
            value={item.components}
            onChange={(components) => set({ ...item, components })}
          />
          <TextField
            path={`${path}.source`}
            label={t.field.versionSource}
            value={item.source}
            onChange={(source) => set({ ...item, source })}
          />
        </>
      )}
    </ItemList>
  );
}
