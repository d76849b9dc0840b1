import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface More {
  /** Of so many rows the list is made. */
  readonly shown: number;
  readonly list: RefObject<HTMLUListElement | null>;
  /** For the button that shows more. */
  readonly more: (event: { readonly currentTarget: HTMLElement }) => void;
}

/**
 * A long list, so many rows at a time. The button for more stands behind all rows and goes with the last of them: the
 * focus goes on to the first row that came.
 */
export function useMore(page: number): More {
  const [shown, setShown] = useState(page);
  const list = useRef<HTMLUListElement>(null);
  const wanted = useRef<{ readonly index: number; readonly button: HTMLElement }>(undefined);
  // Rows that must be read first come later than they are asked for.
  useLayoutEffect(() => {
    if (wanted.current === undefined) return;
    const { index, button } = wanted.current;
    const row = list.current?.children[index];
    if (row === undefined) return;
    wanted.current = undefined;
    // It is not taken from where the reader went meanwhile.
    if ([button, document.body].includes(document.activeElement as HTMLElement)) focusOn(row as HTMLElement);
  });
  return {
    shown,
    list,
    more: ({ currentTarget }) => {
      wanted.current = { index: shown, button: currentTarget };
      setShown(shown + page);
    },
  };
}

function focusOn(row: HTMLElement): void {
  const control = row.querySelector<HTMLElement>('a[href], button, input');
  if (control === null) row.tabIndex = -1;
  (control ?? row).focus();
}
