/** The controls around the concept: bar, actions, what can be done about a mark, and the line that answers. */
import type { ComponentChildren } from 'preact';
import { MixedText } from '../../../components/mixed-text.tsx';
import { Icon, type IconName } from './icons.tsx';
import type { Notice, ViewProps } from './view.tsx';

export function Bar({ t, pinned, canGo, on }: ViewProps) {
  return (
    <div class="bar">
      {(canGo.back || canGo.forward) && (
        <>
          <IconButton name="back" label={t.back} disabled={!canGo.back} onClick={on.back} />
          <IconButton name="forward" label={t.forward} disabled={!canGo.forward} onClick={on.forward} />
        </>
      )}
      {pinned && (
        <button
          type="button"
          class="grip"
          aria-label={t.move}
          title={t.move}
          onPointerDown={on.move.onPointerDown}
          onKeyDown={on.move.onKeyDown}
          onClick={on.move.onClick}
        >
          <Icon name="move" />
        </button>
      )}
      <IconButton name="pin" label={t.pin} pressed={pinned} onClick={on.pin} />
      <IconButton name="close" label={t.close} onClick={on.close} />
    </div>
  );
}

interface IconButtonProps {
  readonly name: IconName;
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
}

const IconButton = ({ name, label, onClick, disabled, pressed }: IconButtonProps) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    aria-pressed={pressed}
    disabled={disabled}
    onClick={onClick}
  >
    <Icon name={name} />
  </button>
);

export function WhyActions({ mention, t, on }: ViewProps) {
  const label = mention.why?.label ?? mention.surface;
  return (
    <p class="why">
      {on.notHere !== undefined && <TextButton onClick={on.notHere}>{t.action.notHere}</TextButton>}
      {on.neverLabel !== undefined && (
        <TextButton onClick={on.neverLabel}>
          <MixedText text={t.action.neverLabel(label)} />
        </TextButton>
      )}
      <TextButton onClick={on.report}>{t.action.report}</TextButton>
    </p>
  );
}

export function Actions({ t, learning, canKeep, on }: ViewProps) {
  return (
    <div class="actions">
      <TextButton pressed={learning === 'learning'} onClick={() => on.learn('learning')}>
        {t.action.study}
      </TextButton>
      {canKeep && <TextButton onClick={on.keep}>{t.action.keep}</TextButton>}
      <TextButton pressed={learning === 'known'} onClick={() => on.learn('known')}>
        {t.action.known}
      </TextButton>
      <TextButton onClick={on.edit}>{t.action.edit}</TextButton>
      <TextButton onClick={() => on.copy('text')}>{t.action.copyText}</TextButton>
      <TextButton label={t.action.copyMarkdown} onClick={() => on.copy('markdown')}>
        Markdown
      </TextButton>
      {on.openPanel !== undefined && (
        <TextButton label={t.action.openPanel} onClick={on.openPanel}>
          {t.action.panel}
        </TextButton>
      )}
    </div>
  );
}

interface TextButtonProps {
  readonly children: ComponentChildren;
  readonly onClick: () => void;
  readonly pressed?: boolean;
  readonly label?: string;
}

const TextButton = ({ children, onClick, pressed, label }: TextButtonProps) => (
  <button type="button" aria-pressed={pressed} aria-label={label} title={label} onClick={onClick}>
    {children}
  </button>
);

export function NoticeLine({ notice }: { readonly notice: Notice | undefined }) {
  return (
    <div class="notice" role="status">
      {notice?.text}
      {notice?.actions?.map(({ label, run }) => (
        <TextButton key={label} onClick={run}>
          {label}
        </TextButton>
      ))}
      {notice?.copied !== undefined && (
        <textarea readOnly aria-label={notice.text} onFocus={(event) => event.currentTarget.select()}>
          {notice.copied}
        </textarea>
      )}
    </div>
  );
}
