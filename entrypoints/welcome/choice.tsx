/** One setting with its few choices in a row; kept the moment it is changed. */
export function Choice<Value extends string>(props: {
  readonly name: string;
  readonly legend: string;
  readonly value: Value;
  readonly choices: readonly (readonly [value: Value, text: string])[];
  readonly onChange: (value: Value) => void;
}) {
  const { name, legend, value, choices, onChange } = props;
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map(([choice, text]) => (
        <label key={choice}>
          <input
            type="radio"
            name={name}
            value={choice}
            checked={value === choice}
            onChange={() => onChange(choice)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
