import type { SectionProps } from '../concept-form.tsx';
import { useForm } from '../field.tsx';
import { type ConceptFinder, RelationField } from '../relation-field.tsx';

const RELATIONS = ['broader', 'related', 'replacedBy'] as const;

export function RelationSection({
  concept,
  change,
  finder,
}: SectionProps & { readonly finder: ConceptFinder }) {
  const { t } = useForm();
  return (
    <>
      {RELATIONS.map((relation) => (
        <RelationField
          key={relation}
          path={relation}
          label={t.field[relation]}
          help={t.help[relation]}
          refs={concept[relation]}
          finder={finder}
          glossaryId={concept.origin.glossaryId}
          onChange={(refs) => change({ [relation]: refs })}
        />
      ))}
    </>
  );
}
