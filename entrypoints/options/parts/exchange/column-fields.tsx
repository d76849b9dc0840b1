/** Which column of a table is read as which field. */
import { MixedText } from '../../../../components/mixed-text.tsx';
import { COLUMNS } from '../../../../lib/exchange/columns.ts';
import type { Column } from '../../../../lib/exchange/types.ts';
import { useApp } from '../../app-context.ts';

export function ColumnFields(props: {
  readonly columns: readonly Column[];
  readonly fields: readonly string[] | undefined;
  readonly onChange: (fields: readonly string[]) => void;
}) {
  const { texts, language } = useApp();
  const t = texts.exchange;
  const fields = props.fields ?? props.columns.map(({ field }) => field ?? '');
  return (
    <fieldset>
      <legend>{t.columns}</legend>
      <div class="columns">
        {props.columns.map(({ head }, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other identity, and keep their place.
          <div key={at} class="field">
            <label for={`import-column-${at}`}>
              <MixedText text={t.columnOf(head)} />
            </label>
            <select
              id={`import-column-${at}`}
              value={fields[at]}
              onChange={(event) => props.onChange(fields.with(at, event.currentTarget.value))}
            >
              <option value="">{t.noColumn}</option>
              {COLUMNS.map((column) => (
                <option key={column.field} value={column.field}>
                  {column[language]}
                </option>
              ))}
              {fields[at] !== '' && !COLUMNS.some(({ field }) => field === fields[at]) && (
                <option value={fields[at]}>{fields[at]}</option>
              )}
            </select>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
