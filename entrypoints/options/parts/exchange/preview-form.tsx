/** What an import would do, before anything of it is in force; then doing it. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { ImportMode } from '../../../../lib/glossary/import-mix.ts';
import type { ImportPreview } from '../../../../lib/glossary/import-preview.ts';
import { useApp } from '../../app-context.ts';
import { isInSight, useExchange } from '../../use-exchange.ts';
import type { Imported } from './import-result.tsx';
import type { Pending } from './import-section.tsx';
import { PreviewGroup } from './preview-group.tsx';
import { ProblemList } from './problem-list.tsx';
import { ProgressLine } from './progress-line.tsx';

const MODES = ['merge', 'add', 'replace'] as const;
const GROUPS = ['conflicting', 'removed', 'changed', 'added'] as const;

export function PreviewForm(props: {
  readonly pending: Pending;
  readonly onApplied: (imported: Imported) => void;
  /** @param dropped `false` where that failed, which is told beside */
  readonly onDropped: (dropped: boolean) => void;
}) {
  const { pending } = props;
  const { texts, repository, writer } = useApp();
  const t = texts.exchange;
  const exchange = useExchange();
  const [mode, setMode] = useState<ImportMode>(pending.mode ?? 'merge');
  const [preview, setPreview] = useState<ImportPreview>();
  const [applying, setApplying] = useState(false);

  // Before the painting: nothing is applied in one way that was shown for another.
  useLayoutEffect(() => {
    setPreview(undefined);
    let wanted = true;
    void exchange.run({ kind: 'preview', jobId: pending.jobId, mode }).then((found) => {
      if (wanted) setPreview(found);
    });
    return () => {
      wanted = false;
    };
  }, [pending.jobId, mode]);

  const drop = async () => {
    const dropped = await writer.run(
      () => repository.dropImport(pending.jobId).then(() => true),
      () => undefined,
    );
    props.onDropped(dropped === true);
  };
  const apply = async () => {
    setApplying(true);
    const revision = await exchange.run({ kind: 'apply', jobId: pending.jobId, mode });
    setApplying(false);
    if (revision === undefined) return;
    const { title, glossaryId, taken } = pending;
    // Whoever looks at something else meanwhile is told, with the way back that stands here.
    await writer.run(
      () => Promise.resolve(revision),
      () => (isInSight() ? undefined : { text: t.done(taken, title), undo: revision }),
    );
    props.onApplied({ title, glossaryId, count: taken, revision });
  };
  useEffect(() => {
    if (exchange.stopped) void drop();
  }, [exchange.stopped]);

  if (applying && exchange.progress !== undefined)
    return <ProgressLine text={t.applying(exchange.progress.done)} onStop={exchange.stop} />;
  const affected = preview === undefined ? 0 : GROUPS.reduce((sum, group) => sum + preview[group].length, 0);
  return (
    <div class="preview">
      <ProblemList pending={pending} />
      {pending.taken > 0 && pending.mode === undefined && (
        <fieldset class="radios">
          <legend>{t.mode}</legend>
          {MODES.map((each) => (
            <label key={each}>
              <input type="radio" name="import-mode" checked={mode === each} onChange={() => setMode(each)} />
              <span>
                {t.modes[each][0]} <span class="help">{t.modes[each][1]}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
      <h3>{t.previewTitle}</h3>
      {exchange.fault !== undefined && (
        <p class="problem" role="alert">
          {exchange.fault}
        </p>
      )}
      {preview === undefined && exchange.fault === undefined && <ProgressLine text={t.comparing} />}
      {preview !== undefined && (
        <>
          {GROUPS.map((group) => (
            <PreviewGroup
              key={`${group} ${mode}`}
              jobId={pending.jobId}
              mode={mode}
              group={group}
              ids={preview[group]}
            />
          ))}
          {preview.unchanged > 0 && <p class="help">{t.unchanged(preview.unchanged)}</p>}
          {affected === 0 && <p>{pending.taken === 0 ? t.noneGood : t.nothing}</p>}
        </>
      )}
      <div class="dialog-buttons">
        <button type="button" onClick={() => void drop()}>
          {t.drop}
        </button>
        {pending.taken > 0 && (
          <button
            type="button"
            class="primary"
            disabled={preview === undefined || affected === 0}
            onClick={() => void apply()}
          >
            {t.apply(pending.taken)}
          </button>
        )}
      </div>
    </div>
  );
}
