/** What was done last, with its way back; stays until the next one or until it is closed. */
import { useRef } from 'preact/hooks';
import { MixedText } from '../../../components/mixed-text.tsx';
import { useApp } from '../app-context.ts';
import { focusMain } from '../focus-main.ts';
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
  const dismissal = useRef<HTMLButtonElement>(null);
  /** What had the focus before it came in here. */
  const before = useRef<HTMLElement>(undefined);
  const undo = (how: number | Undo) => {
    // The button goes, and would take the focus along.
    dismissal.current?.focus();
    if (typeof how === 'number')
      void writer.run(
        () => repository.undo(how),
        () => ({ text: t.undone }),
      );
    else void writer.run(how.run, () => ({ text: how.done }));
  };
  const close = () => {
    if (before.current?.isConnected) before.current.focus();
    else focusMain();
    onClose();
  };
  const wayBack = notice?.undo;
  return (
    <div
      class="notice-place"
      role={notice?.kind === 'failed' ? 'alert' : 'status'}
      onFocusIn={({ currentTarget, relatedTarget }) => {
        const from = relatedTarget as HTMLElement | null;
        if (!currentTarget.contains(from)) before.current = from ?? undefined;
      }}
    >
      {notice !== undefined && (
        <div class={`notice ${notice.kind}`}>
          <span>
            <MixedText text={notice.text} />
          </span>
          {wayBack !== undefined && (
            <button type="button" class="quiet" onClick={() => undo(wayBack)}>
              {t.undo}
            </button>
          )}
          <button ref={dismissal} type="button" class="glyph" aria-label={t.dismiss} onClick={close}>
            ×
          </button>
        </div>
      )}
    </div>
  );
}
