/** The hints that keep a treacherous label from being marked where it is not the term, each with its explanation. */
import type { Matching } from '../../lib/glossary/schema.ts';
import { CheckField, LinesField } from './controls.tsx';
import { useForm } from './field.tsx';

const TICKS = ['ambiguous', 'onlyInQuotes', 'homonym'] as const;
const LISTS = ['notBefore', 'notAfter', 'minContext'] as const;

export function MatchingFields(props: {
  readonly path: string;
  readonly value: Matching | undefined;
  readonly onChange: (value: Matching) => void;
}) {
  const { t } = useForm();
  const { path, value, onChange } = props;
  return (
    <>
      {TICKS.map((tick) => (
        <CheckField
          key={tick}
          path={`${path}.${tick}`}
          label={t.matching[tick]}
          help={t.matchingHelp[tick]}
          checked={value?.[tick]}
          onChange={(on) => onChange({ ...value, [tick]: on || undefined })}
        />
      ))}
      {LISTS.map((list) => (
        <LinesField
          key={list}
          path={`${path}.${list}`}
          label={t.matching[list]}
          help={t.matchingHelp[list]}
          value={value?.[list]}
          onChange={(lines) => onChange({ ...value, [list]: lines })}
        />
      ))}
    </>
  );
}
