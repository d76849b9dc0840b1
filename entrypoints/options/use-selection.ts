/** Which entries are selected; Shift selects from the last one touched. */
import { useCallback, useRef, useState } from 'preact/hooks';

export interface Selection {
  readonly keys: ReadonlySet<string>;
  readonly toggle: (index: number, range: boolean) => void;
  readonly all: () => void;
  readonly clear: () => void;
}

export function useSelection(listed: readonly string[]): Selection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string>(undefined);
  const toggle = useCallback(
    (index: number, range: boolean) => {
      const key = listed[index];
      if (key === undefined) return;
      const anchor = range && last.current !== undefined ? listed.indexOf(last.current) : -1;
      last.current = key;
      setKeys((old) => {
        const next = new Set(old);
        if (anchor >= 0)
          for (const each of listed.slice(Math.min(anchor, index), Math.max(anchor, index) + 1))
            next.add(each);
        else if (!next.delete(key)) next.add(key);
        return next;
      });
    },
    [listed],
  );
  return {
    keys,
    toggle,
    all: () => setKeys(new Set(listed)),
    clear: () => setKeys(new Set()),
  };
}
