/** Data that a view reads: loading, there, or failed. While it is read anew, the old stays. */
import { useLayoutEffect, useState } from 'preact/hooks';

export interface Data<T> {
  readonly value: T | undefined;
  readonly error: unknown;
  /** The value belongs to the newest inputs. */
  readonly fresh: boolean;
}

/**
 * `inputs` are compared by identity; a change reads anew. `load` may look at `signal`, and give something to `show`
 * before all is there.
 */
export function useData<T>(
  load: (signal: AbortSignal, show: (early: T) => void) => Promise<T>,
  inputs: readonly unknown[],
): Data<T> {
  const [data, setData] = useState<Data<T>>({ value: undefined, error: undefined, fresh: false });
  // Before the painting: what is typed into a search must not wait for a frame to be asked.
  useLayoutEffect(() => {
    const stop = new AbortController();
    setData((old) => (old.fresh ? { ...old, fresh: false } : old));
    const show = (value: T) => {
      if (!stop.signal.aborted) setData({ value, error: undefined, fresh: true });
    };
    load(stop.signal, show).then(
      (value) => {
        if (!stop.signal.aborted) setData({ value, error: undefined, fresh: true });
      },
      (error: unknown) => {
        if (!stop.signal.aborted) setData((old) => ({ ...old, error, fresh: true }));
      },
    );
    return () => stop.abort();
  }, inputs);
  return data;
}
