/** Which fields the reader has left: from then on their problems are told. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Touched {
  readonly touched: ReadonlySet<string>;
  /** For the form around the fields. */
  readonly onFocusOut: (event: FocusEvent) => void;
}

export function useTouched(): Touched {
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  const left = useRef<string[]>([]);
  const pressed = useRef(false);
  const tell = () => {
    const names = left.current;
    left.current = [];
    if (names.length > 0) setTouched((old) => new Set([...old, ...names]));
  };

  // A problem moves what stands below it. Told while the button of the mouse is down, it would take the button of the
  // form from under the pointer, and what was pressed would not be clicked.
  useLayoutEffect(() => {
    const stop = new AbortController();
    const { signal } = stop;
    const press = () => {
      pressed.current = true;
    };
    const letGo = () => {
      pressed.current = false;
      tell();
    };
    addEventListener('mousedown', press, { capture: true, signal });
    // After the click, which follows at once.
    addEventListener('mouseup', () => setTimeout(letGo), { capture: true, signal });
    // What is dragged away ends without one.
    for (const type of ['dragend', 'keydown']) addEventListener(type, letGo, { capture: true, signal });
    return () => stop.abort();
  }, []);

  return {
    touched,
    onFocusOut: ({ target }) => {
      const { name } = target as HTMLInputElement;
      if (name) left.current.push(name);
      if (!pressed.current) tell();
    },
  };
}
