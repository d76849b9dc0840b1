/** Data that a view reads: loading, there, or failed. While it is read anew, the old stays. */
import { useEffect, useState } from 'preact/hooks';

export interface Data<T> {
  readonly value: T | undefined;
  readonly error: unknown;
  /** The value belongs to the newest inputs. */
  readonly fresh: boolean;
}

/** `inputs` are compared by identity; a change reads anew. `load` may look at `signal`. */
export function useData<T>(load: (signal: AbortSignal) => Promise<T>, inputs: readonly unknown[]): Data<T> {
  const [data, setData] = useState<Data<T>>({ value: undefined, error: undefined, fresh: false });
  useEffect(() => {
    const stop = new AbortController();
    setData((old) => ({ ...old, fresh: false }));
    load(stop.signal).then(
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
