import type { Component } from '../../../lib/glossary/schema.ts';
import type { SectionProps } from '../concept-form.tsx';
import { TextField } from '../controls.tsx';
import { useForm } from '../field.tsx';
import { ItemList } from '../item-list.tsx';
import { type ConceptFinder, RelationField } from '../relation-field.tsx';

export function PartsSection({ concept, change, finder }: SectionProps & { readonly finder: ConceptFinder }) {
  const { t } = useForm();
  return (
    <ItemList<Component>
      path="components"
      legend={t.field.components}
      help={t.help.components}
      items={concept.components ?? []}
      nameOf={({ label }) => label}
      create={() => ({ id: crypto.randomUUID(), label: '' })}
      onChange={(components) => change({ components })}
    >
      {(item, path, set) => (
        <>
          <TextField
            path={`${path}.label`}
            label={t.field.component}
            value={item.label}
            onChange={(label) => set({ ...item, label })}
          />
          <TextField
            path={`${path}.en`}
            label={t.field.componentEn}
            lang="en"
            value={item.en}
            onChange={(en) => set({ ...item, en })}
          />
          <TextField
            path={`${path}.gloss`}
            label={t.field.componentGloss}
            value={item.gloss}
            onChange={(gloss) => set({ ...item, gloss })}
          />
          <RelationField
            path={`${path}.conceptId`}
            label={t.field.componentConcept}
            single
            refs={item.conceptId === undefined ? [] : [item.conceptId]}
            finder={finder}
            glossaryId={concept.origin.glossaryId}
            onChange={([conceptId]) => set({ ...item, conceptId })}
          />
        </>
      )}
    </ItemList>
  );
}
