/** What was done last, with its way back; stays until the next one or until it is closed. */
import { useApp } from '../app-context.ts';
import type { Notice, Undo } from '../writer.ts';

export function NoticeBar({
  notice,
  onClose,
}: {
  readonly notice: Notice | undefined;
  readonly onClose: () => void;
}) {
  const { texts, writer, repository } = useApp();
  const t = texts.knowledge.concept;
  const undo = (how: number | Undo) => {
    if (typeof how === 'number')
      void writer.run(
        () => repository.undo(how),
        () => ({ text: t.undone }),
      );
    else void writer.run(how.run, () => ({ text: how.done }));
  };
  const wayBack = notice?.undo;
  return (
    <div class="notice-place" role={notice?.kind === 'failed' ? 'alert' : 'status'}>
      {notice !== undefined && (
        <div class={`notice ${notice.kind}`}>
          <span>{notice.text}</span>
          {wayBack !== undefined && (
            <button type="button" class="quiet" onClick={() => undo(wayBack)}>
              {t.undo}
            </button>
          )}
          <button type="button" class="glyph" aria-label={t.dismiss} onClick={onClose}>
            ×
          </button>
        </div>
      )}
    </div>
  );
}
