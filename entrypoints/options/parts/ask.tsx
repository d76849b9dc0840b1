/** A question that must be answered before something far-reaching is done. */

import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { MixedText } from '../../../components/mixed-text.tsx';

export interface AskProps {
  readonly title: string;
  readonly yes: string;
  readonly no: string;
  readonly onAnswer: (yes: boolean) => void;
  readonly children?: ComponentChildren;
}

export function Ask({ title, yes, no, onAnswer, children }: AskProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => dialog.current?.showModal(), []);
  const answer = (yes: boolean) => {
    // Only a dialog that is closed gives the focus back to where it was; one that is taken away loses it.
    dialog.current?.close();
    onAnswer(yes);
  };
  return (
    <dialog
      ref={dialog}
      aria-labelledby="ask-title"
      onCancel={(event) => {
        event.preventDefault();
        answer(false);
      }}
    >
      <h2 id="ask-title">
        <MixedText text={title} />
      </h2>
      {children}
      <div class="dialog-buttons">
        <button type="button" onClick={() => answer(false)}>
          {no}
        </button>
        <button type="button" class="grave" onClick={() => answer(true)}>
          {yes}
        </button>
      </div>
    </dialog>
  );
}
