/** Which entries are selected; Shift selects from the last one touched. */
import { useCallback, useLayoutEffect, useRef, useState } from 'preact/hooks';

export interface Selection {
  readonly keys: ReadonlySet<string>;
  readonly toggle: (index: number, range: boolean) => void;
  readonly all: () => void;
  /** All were asked for, and are not known yet: what is done now would be done to fewer. */
  readonly waiting: boolean;
  readonly clear: () => void;
}

/** @param whole `listed` is all; “all” that is asked for before waits until then */
export function useSelection(listed: readonly string[], whole = true): Selection {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const [wantsAll, setWantsAll] = useState(false);
  const last = useRef<string>(undefined);
  useLayoutEffect(() => {
    if (!wantsAll || !whole) return;
    setWantsAll(false);
    setKeys(new Set(listed));
  }, [wantsAll, whole, listed]);
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
    all: () => setWantsAll(true),
    waiting: wantsAll,
    clear: () => {
      setWantsAll(false);
      setKeys(new Set());
    },
  };
}
