/** The way of an import: a file, what it is and where it goes, the preview, the result. */
import { useLayoutEffect, useState } from 'preact/hooks';
import type { Problem } from '../../../../lib/exchange/types.ts';
import type { ImportMode } from '../../../../lib/glossary/import-mix.ts';
import { useApp } from '../../app-context.ts';
import { FileForm, type StagedFile } from './file-form.tsx';
import { FilePicker } from './file-picker.tsx';
import { type Imported, ImportResult } from './import-result.tsx';
import { PreviewForm } from './preview-form.tsx';
import { WaitingImports } from './waiting-imports.tsx';

/** An import that is read and not applied yet. */
export interface Pending {
  readonly jobId: string;
  readonly title: string;
  readonly glossaryId: string;
  readonly taken: number;
  /** Unknown of an import that was left and is gone on with. */
  readonly fileName?: string | undefined;
  /** Of a workbook. */
  readonly sheet?: string | undefined;
  /** Of an import that was already being applied: it can only go on in the same way. */
  readonly mode?: ImportMode | undefined;
  readonly refused: number;
  readonly problems: readonly Problem[];
}

export function ImportSection({ onWork }: { readonly onWork: (working: boolean) => void }) {
  const t = useApp().texts.exchange;
  const [file, setFile] = useState<File>();
  const [pending, setPending] = useState<Pending>();
  const [imported, setImported] = useState<Imported>();
  const [stopped, setStopped] = useState(false);
  const working = file !== undefined || pending !== undefined;
  useLayoutEffect(() => onWork(working), [working]);
  const restart = () => {
    setFile(undefined);
    setPending(undefined);
    setImported(undefined);
  };
  const choose = (chosen: File) => {
    restart();
    setStopped(false);
    setFile(chosen);
  };
  const onStaged = ({ staged, target }: StagedFile) =>
    setPending({ ...target, ...staged, fileName: file?.name, sheet: staged.recognised.sheet });
  return (
    <section aria-labelledby="import-title">
      <h2 id="import-title">{t.importTitle}</h2>
      <p class="help">{t.explain}</p>
      {imported !== undefined && <ImportResult imported={imported} />}
      {pending === undefined && (
        <>
          <FilePicker chosen={file} onChoose={choose} />
          {file === undefined && <WaitingImports onResume={setPending} />}
          {stopped && <p role="status">{t.cancelled}</p>}
        </>
      )}
      {file !== undefined && pending === undefined && (
        <FileForm
          key={`${file.name} ${file.lastModified} ${file.size}`}
          file={file}
          onStaged={onStaged}
          onStopped={() => {
            restart();
            setStopped(true);
          }}
        />
      )}
      {pending !== undefined && (
        <PreviewForm
          pending={pending}
          onApplied={(done) => {
            restart();
            setImported(done);
          }}
          onDropped={(dropped) => {
            restart();
            setStopped(dropped);
          }}
        />
      )}
    </section>
  );
}
