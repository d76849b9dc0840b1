/** Runs import and export in their worker: how far it is, how it is stopped, what went wrong. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { runExchange } from '../../lib/exchange/client.ts';
import { ExchangeError } from '../../lib/exchange/types.ts';
import type { ExchangeProgress, ExchangeResults, ExchangeTask } from '../../lib/exchange/worker.ts';
import { readAddress } from './address.ts';
import { useApp } from './app-context.ts';
import { messageFor } from './writer.ts';

export interface Exchange {
  /** Of the task under way; `undefined` where there is none. */
  readonly progress: ExchangeProgress | undefined;
  /** Why the last task failed, in the reader's words. */
  readonly fault: string | undefined;
  readonly stopped: boolean;
  /** @returns `undefined` where the task failed or was stopped */
  run<Task extends ExchangeTask>(task: Task): Promise<ExchangeResults[Task['kind']] | undefined>;
  stop(): void;
}

/** Whether the view of import and export is the one that is seen. */
export const isInSight = (): boolean => readAddress(location.hash).name === 'exchange';

/** @param isSeen what went wrong is seen where it is shown; otherwise it is told beside */
export function useExchange(isSeen: () => boolean = isInSight): Exchange {
  const { texts, writer } = useApp();
  const [progress, setProgress] = useState<ExchangeProgress>();
  const [fault, setFault] = useState<string>();
  const [stopped, setStopped] = useState(false);
  const stopping = useRef(new AbortController());
  useEffect(() => () => stopping.current.abort(), []);
  return {
    progress,
    fault,
    stopped,
    async run(task) {
      const stop = new AbortController();
      stopping.current = stop;
      setFault(undefined);
      setStopped(false);
      setProgress({ done: 0 });
      try {
        return await runExchange(task, setProgress, stop.signal);
      } catch (error) {
        if (stop.signal.aborted) setStopped(true);
        else {
          const why =
            error instanceof ExchangeError
              ? texts.exchange.errors[error.code]
              : messageFor(error, texts.knowledge);
          setFault(why);
          if (!isSeen()) writer.refuse(why);
        }
        return undefined;
      } finally {
        setProgress(undefined);
      }
    },
    stop: () => stopping.current.abort(),
  };
}
