import { useId } from 'preact/hooks';
import { SCOPES } from '../../../lib/glossary/schema.ts';
import type { SectionProps } from '../concept-form.tsx';
import { CheckField, LinesField, SelectField, TextField } from '../controls.tsx';
import { Field, useForm } from '../field.tsx';

const CONFIDENCES = ['high', 'medium', 'low'] as const;
const DEPTHS = ['full', 'brief'] as const;

export function ClassSection({
  concept,
  change,
  categories,
}: SectionProps & { readonly categories: readonly string[] }) {
  const { t } = useForm();
  return (
    <div class="columns">
      <CategoryField
        value={concept.category}
        categories={categories}
        onChange={(category) => change({ category })}
      />
      <SelectField
        path="scope"
        label={t.field.scope}
        open={t.form.unspecified}
        value={concept.scope}
        choices={SCOPES.map((scope) => [scope, t.scope[scope]] as const)}
        onChange={(scope) => change({ scope })}
      />
      <TextField
        path="place"
        label={t.field.place}
        value={concept.place}
        onChange={(place) => change({ place })}
      />
      <TextField
        path="issuer"
        label={t.field.issuer}
        value={concept.issuer}
        onChange={(issuer) => change({ issuer })}
      />
      <FirstUseFields concept={concept} change={change} />
      <SelectField
        path="confidence"
        label={t.field.confidence}
        open={t.form.unspecified}
        value={concept.confidence}
        choices={CONFIDENCES.map((level) => [level, t.confidence[level]] as const)}
        onChange={(confidence) => change({ confidence })}
      />
      <SelectField
        path="depth"
        label={t.field.depth}
        open={t.form.unspecified}
        value={concept.depth}
        choices={DEPTHS.map((depth) => [depth, t.depth[depth]] as const)}
        onChange={(depth) => change({ depth })}
      />
      <LinesField
        path="tags"
        label={t.field.tags}
        help={t.form.onePerLine}
        value={concept.tags}
        onChange={(tags) => change({ tags })}
      />
    </div>
  );
}

function FirstUseFields({ concept, change }: SectionProps) {
  const { t } = useForm();
  const firstUse = concept.firstUse ?? { date: '' };
  return (
    <>
      <TextField
        path="firstUse.date"
        label={t.field.firstUseDate}
        help={t.form.dateHelp}
        placeholder="2003-07-10"
        value={firstUse.date}
        onChange={(date) => change({ firstUse: { ...firstUse, date } })}
      />
      <TextField
        path="firstUse.occasion"
        label={t.field.firstUseOccasion}
        value={firstUse.occasion}
        onChange={(occasion) => change({ firstUse: { ...firstUse, occasion } })}
      />
      <CheckField
        path="firstUse.noLaterThan"
        label={t.field.firstUseNoLaterThan}
        checked={firstUse.noLaterThan}
        onChange={(on) => change({ firstUse: { ...firstUse, noLaterThan: on || undefined } })}
      />
    </>
  );
}

function CategoryField(props: {
  readonly value: string | undefined;
  readonly categories: readonly string[];
  readonly onChange: (category: string) => void;
}) {
  const { t } = useForm();
  const listId = useId();
  return (
    <Field path="category" label={t.field.category}>
      {(ties) => (
        <>
          <input
            {...ties}
            type="text"
            list={listId}
            autocomplete="off"
            value={props.value ?? ''}
            onInput={(event) => props.onChange(event.currentTarget.value)}
          />
          <datalist id={listId}>
            {props.categories.map((category) => (
              <option key={category} value={category} />
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
