/** The plain controls: a line, a text, a choice, a tick, lines as a list. Value in, change out. */
import { Field, type FieldProps } from './field.tsx';

interface TextProps extends FieldProps {
  readonly value: string | undefined;
  readonly onChange: (value: string) => void;
  readonly lang?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly required?: boolean;
}

export function TextField({ value, onChange, lang, placeholder, required, ...field }: TextProps) {
  return (
    <Field {...field}>
      {(ties) => (
        <input
          {...ties}
          type="text"
          lang={lang}
          placeholder={placeholder}
          autocomplete="off"
          aria-required={required}
          value={value ?? ''}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

export function TextArea({ value, onChange, lang, placeholder, ...field }: TextProps) {
  return (
    <Field {...field}>
      {(ties) => (
        <textarea
          {...ties}
          rows={2}
          lang={lang}
          placeholder={placeholder}
          value={value ?? ''}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

interface SelectProps<Value extends string> extends FieldProps {
  readonly value: Value | undefined;
  readonly choices: readonly (readonly [Value, string])[];
  /** Text of the choice that leaves the field open; without it one must be chosen. */
  readonly open?: string | undefined;
  readonly onChange: (value: Value | undefined) => void;
}

export function SelectField<Value extends string>(props: SelectProps<Value>) {
  const { value, choices, open, onChange, ...field } = props;
  return (
    <Field {...field}>
      {(ties) => (
        <select
          {...ties}
          value={value ?? ''}
          onChange={({ currentTarget }) =>
            onChange(choices.find(([choice]) => choice === currentTarget.value)?.[0])
          }
        >
          {open !== undefined && <option value="">{open}</option>}
          {choices.map(([choice, text]) => (
            <option key={choice} value={choice}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

export function CheckField(
  props: FieldProps & { readonly checked: boolean | undefined; readonly onChange: (on: boolean) => void },
) {
  const { checked, onChange, ...field } = props;
  return (
    <Field {...field} class="field-check">
      {(ties) => (
        <input
          {...ties}
          type="checkbox"
          checked={checked ?? false}
          onChange={(event) => onChange(event.currentTarget.checked)}
        />
      )}
    </Field>
  );
}

/** A list of short texts, one on each line. */
export function LinesField(
  props: FieldProps & {
    readonly value: readonly string[] | undefined;
    readonly onChange: (value: string[] | undefined) => void;
  },
) {
  const { value, onChange, ...field } = props;
  return (
    <Field {...field} within>
      {(ties) => (
        <textarea
          {...ties}
          rows={2}
          value={value?.join('\n') ?? ''}
          onInput={({ currentTarget }) =>
            onChange(currentTarget.value === '' ? undefined : currentTarget.value.split('\n'))
          }
        />
      )}
    </Field>
  );
}
