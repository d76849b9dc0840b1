/** What a chosen file was recognised as, and where its entries go. */
import { useEffect, useState } from 'preact/hooks';
import type { Staged, StageTarget } from '../../../../lib/exchange/stage-file.ts';
import { ENCODINGS, type Encoding, type Recognised } from '../../../../lib/exchange/types.ts';
import { useApp } from '../../app-context.ts';
import { useExchange } from '../../use-exchange.ts';
import { ColumnFields } from './column-fields.tsx';
import { ProgressLine } from './progress-line.tsx';
import { TargetFields } from './target-fields.tsx';

export interface StagedFile {
  readonly staged: Staged;
  readonly target: StageTarget;
}

export interface FileFormProps {
  readonly file: File;
  readonly onStaged: (result: StagedFile) => void;
  readonly onStopped: () => void;
}

export function FileForm({ file, onStaged, onStopped }: FileFormProps) {
  const t = useApp().texts.exchange;
  const exchange = useExchange();
  const [encoding, setEncoding] = useState<Encoding>();
  const [sheet, setSheet] = useState<string>();
  const [fields, setFields] = useState<readonly string[]>();
  const [recognised, setRecognised] = useState<Recognised>();
  const [target, setTarget] = useState<StageTarget>();
  const [reading, setReading] = useState(false);

  useEffect(() => {
    let asked = true;
    void exchange
      .run({ kind: 'recognise', file, name: file.name, options: { encoding, sheet } })
      .then((found) => asked && found !== undefined && setRecognised(found));
    // An earlier answer that comes late must not stand over the later one.
    return () => {
      asked = false;
    };
  }, [file, encoding, sheet]);

  const read = async () => {
    if (target === undefined) return;
    setReading(true);
    const staged = await exchange.run({
      kind: 'read',
      file,
      name: file.name,
      target,
      options: { encoding, fields, sheet },
    });
    setReading(false);
    if (staged !== undefined) onStaged({ staged, target });
  };
  useEffect(() => {
    if (exchange.stopped) onStopped();
  }, [exchange.stopped]);

  const { progress } = exchange;
  if (reading && progress !== undefined)
    return <ProgressLine text={t.reading(progress.done, progress.refused ?? 0)} onStop={exchange.stop} />;
  return (
    <form
      class="file-form"
      onSubmit={(event) => {
        event.preventDefault();
        void read();
      }}
    >
      {exchange.fault !== undefined && (
        <p class="problem" role="alert">
          {exchange.fault}
        </p>
      )}
      {recognised === undefined && progress !== undefined && <p role="status">{t.recognising}</p>}
      {(recognised !== undefined || encoding !== undefined || exchange.fault !== undefined) && (
        <div class="columns">
          {recognised !== undefined && (
            <p class="fact">
              <span class="help">{t.format}</span>
              <span data-format={recognised.format}>{t.formats[recognised.format]}</span>
            </p>
          )}
          {recognised?.sheets !== undefined && (
            <div class="field">
              <label for="import-sheet">{t.sheet}</label>
              <select
                id="import-sheet"
                value={recognised.sheet}
                onChange={(event) => {
                  setFields(undefined);
                  setSheet(event.currentTarget.value);
                }}
              >
                {recognised.sheets.map((each) => (
                  <option key={each}>{each}</option>
                ))}
              </select>
            </div>
          )}
          {(recognised === undefined || recognised.encoding !== undefined) && (
            <div class="field">
              <label for="import-encoding">{t.encoding}</label>
              <select
                id="import-encoding"
                value={encoding ?? recognised?.encoding ?? 'utf-8'}
                onChange={(event) => setEncoding(event.currentTarget.value as Encoding)}
              >
                {ENCODINGS.map((each) => (
                  <option key={each} value={each}>
                    {t.encodings[each]}
                  </option>
                ))}
              </select>
            </div>
          )}
        </div>
      )}
      {recognised !== undefined && (
        <>
          {recognised.columns !== undefined && (
            <ColumnFields columns={recognised.columns} fields={fields} onChange={setFields} />
          )}
          <TargetFields fileName={file.name} onChange={setTarget} />
          <button type="submit" class="primary" disabled={target === undefined}>
            {t.read}
          </button>
        </>
      )}
    </form>
  );
}
