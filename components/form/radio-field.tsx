/** One of a few choices, all in sight, each with a line of explanation where it has one. */
import { fieldId, useForm } from './field.tsx';

export function RadioField<Value extends string>(props: {
  readonly path: string;
  readonly legend: string;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, text: string, help?: string])[];
  readonly onChange: (value: Value) => void;
}) {
  const { prefix } = useForm();
  const { path, legend, value, choices, onChange } = props;
  const name = fieldId(prefix, path);
  return (
    <fieldset class="radios">
      <legend>{legend}</legend>
      {choices.map(([choice, text, help]) => (
        <label key={choice} for={`${name}-${choice}`}>
          <input
            id={`${name}-${choice}`}
            type="radio"
            name={name}
            value={choice}
            checked={value === choice}
            onChange={() => onChange(choice)}
          />
          <span>
            {text}
            {help && <span class="help"> {help}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
