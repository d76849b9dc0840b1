/** Title of the editor, its buttons, and what is to be known about the draft. */
import { useApp } from '../app-context.ts';

export function EditorHead(props: {
  readonly title: string;
  readonly overlay: boolean;
  /** When the draft shown was kept, ISO 8601; absent where there was none. */
  readonly draftOf: string | undefined;
  readonly kept: boolean;
  readonly onDiscard: () => Promise<void>;
  readonly onLeave: () => void;
}) {
  const { texts, language } = useApp();
  const t = texts.editor.page;
  return (
    <header class="editor-head">
      <h1>{props.title}</h1>
      <div class="editor-buttons">
        <span class="help" role="status">
          {props.kept ? t.draftKept : ''}
        </span>
        <span class="help">{t.keys}</span>
        <button type="button" class="quiet" onClick={props.onLeave}>
          {t.cancel}
        </button>
        <button type="submit" class="primary">
          {t.save}
        </button>
      </div>
      {props.overlay && <p class="help">{t.overlay}</p>}
      {props.draftOf !== undefined && (
        <p class="draft">
          {t.draftFound(new Date(props.draftOf).toLocaleString(language === 'zh' ? 'zh-CN' : 'en'))}{' '}
          <button type="button" class="quiet" onClick={() => void props.onDiscard()}>
            {t.draftDiscard}
          </button>
        </p>
      )}
    </header>
  );
}
