/** The selected entries as a file: only the format is asked for. */
import { useState } from 'preact/hooks';
import { WRITE_FORMATS, type WriteFormatName } from '../../../../lib/exchange/write-formats.ts';
import { useApp } from '../../app-context.ts';
import { saveFile } from '../../save-file.ts';
import { useExchange } from '../../use-exchange.ts';

const FORMATS = Object.keys(WRITE_FORMATS) as WriteFormatName[];

export function ExportSelection(props: { readonly keys: readonly string[]; readonly disabled: boolean }) {
  const { keys } = props;
  const { texts, language } = useApp();
  const t = texts.exchange;
  const exchange = useExchange(() => true);
  const [format, setFormat] = useState<WriteFormatName>('json');
  const save = async () => {
    const options = { title: t.fileTitle, language };
    const file = await exchange.run({ kind: 'write', format, wanted: { keys }, options });
    if (file === undefined) return;
    saveFile(`${t.fileTitle}-${keys.length}.${WRITE_FORMATS[format].extension}`, file);
  };
  return (
    <span>
      <select
        aria-label={t.as}
        value={format}
        onChange={(event) => setFormat(event.currentTarget.value as WriteFormatName)}
      >
        {FORMATS.map((each) => (
          <option key={each} value={each}>
            {t.writes[each][0]}
          </option>
        ))}
      </select>{' '}
      <button
        type="button"
        disabled={props.disabled || exchange.progress !== undefined}
        onClick={() => void save()}
      >
        {t.saveSelected}
      </button>
      {exchange.fault !== undefined && <span role="alert">{exchange.fault}</span>}
    </span>
  );
}
