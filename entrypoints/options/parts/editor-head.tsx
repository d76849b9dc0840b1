/** Title of the editor, its buttons, and what is to be known about the draft. */
import { SECTIONS } from '../../../components/form/concept-form.tsx';
import { MixedText } from '../../../components/mixed-text.tsx';
import { useApp } from '../app-context.ts';
import { showTime } from './show-time.ts';

export function EditorHead(props: {
  readonly title: string;
  /** Of the form's ids. */
  readonly prefix: string;
  readonly overlay: boolean;
  /** When the draft shown was kept, ISO 8601; absent where there was none. */
  readonly draftOf: string | undefined;
  readonly draftDamaged: boolean;
  readonly kept: boolean;
  /** Another tab saved the entry after this one had read it. */
  readonly savedElsewhere: boolean;
  readonly onDiscard: () => Promise<void>;
  readonly onLeave: () => void;
}) {
  const { texts, language } = useApp();
  const t = texts.editor.page;
  return (
    <header class="editor-head">
      <h1>
        <MixedText text={props.title} />
      </h1>
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
      <SectionNav prefix={props.prefix} />
      {props.overlay && <p class="help">{t.overlay}</p>}
      {props.savedElsewhere && (
        <p class="draft" role="status">
          {t.elsewhere}
        </p>
      )}
      {props.draftDamaged && (
        <p class="draft" role="status">
          {t.draftDamaged}
        </p>
      )}
      {props.draftOf !== undefined && (
        <p class="draft">
          {t.draftFound(showTime(props.draftOf, language))}{' '}
          <button type="button" class="quiet" onClick={() => void props.onDiscard()}>
            {t.draftDiscard}
          </button>
        </p>
      )}
    </header>
  );
}

/** Jumps within the long form; buttons, since the address belongs to the views. */
function SectionNav({ prefix }: { readonly prefix: string }) {
  const t = useApp().texts.editor;
  const goTo = (name: string) => {
    const heading = document.getElementById(`${prefix}-heading-${name}`);
    heading?.focus();
    heading?.scrollIntoView({ block: 'start' });
  };
  return (
    <nav class="sections" aria-label={t.page.sections}>
      <ul>
        {SECTIONS.map((name) => (
          <li key={name}>
            <button type="button" class="link" onClick={() => goTo(name)}>
              {t.section[name]}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
