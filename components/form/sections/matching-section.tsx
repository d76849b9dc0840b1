import type { SectionProps } from '../concept-form.tsx';
import { SelectField } from '../controls.tsx';
import { useForm } from '../field.tsx';
import { MatchingFields } from '../matching-fields.tsx';

export function MatchingSection({ concept, change }: SectionProps) {
  const { t } = useForm();
  return (
    <>
      <p class="help">{t.help.matching}</p>
      <SelectField
        path="salience"
        label={t.field.salience}
        help={t.help.salience}
        open={t.salience.term}
        value={concept.salience === 'generic' ? 'generic' : undefined}
        choices={[['generic', t.salience.generic]]}
        onChange={(salience) => change({ salience })}
      />
      <MatchingFields
        path="matching"
        value={concept.matching}
        onChange={(matching) => change({ matching })}
      />
    </>
  );
}
