/** What was done last, with its way back; stays until the next one or until it is closed. */
import { useApp } from '../app-context.ts';
import type { Notice } from '../writer.ts';

export function NoticeBar({
  notice,
  onClose,
}: {
  readonly notice: Notice | undefined;
  readonly onClose: () => void;
}) {
  const { texts, writer, repository } = useApp();
  const t = texts.knowledge.concept;
  const undo = (revision: number) => {
    void writer.run(
      () => repository.undo(revision),
      () => ({ text: t.undone }),
    );
  };
  const revision = notice?.undo;
  return (
    <div class="notice-place" role={notice?.kind === 'failed' ? 'alert' : 'status'}>
      {notice !== undefined && (
        <div class={`notice ${notice.kind}`}>
          <span>{notice.text}</span>
          {revision !== undefined && (
            <button type="button" class="quiet" onClick={() => undo(revision)}>
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
