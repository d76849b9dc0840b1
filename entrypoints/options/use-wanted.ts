import { useEffect, useState } from 'preact/hooks';

/** What a control shows: the stored value, and between the click and its storing the wanted one. */
export function useWanted<T>(stored: T): readonly [shown: T, want: (value: T) => void] {
  const [wanted, setWanted] = useState<{ readonly value: T }>();
  useEffect(() => setWanted(undefined), [stored]);
  return [wanted === undefined ? stored : wanted.value, (value) => setWanted({ value })];
}
