/** The page's side of the exchange worker. */
import { GlossaryError, type GlossaryErrorCode } from '../glossary/errors.ts';
import { ExchangeError, type ExchangeErrorCode } from './types.ts';
import type { ExchangeProgress, ExchangeReport, ExchangeResults, ExchangeTask } from './worker.ts';

/**
 * Runs a task in a worker of its own, which ends with it. A task that is stopped clears away first.
 *
 * @throws {GlossaryError} {ExchangeError}; {DOMException} `AbortError` when `signal` aborts
 */
export function runExchange<Task extends ExchangeTask>(
  task: Task,
  onProgress: (progress: ExchangeProgress) => void,
  signal: AbortSignal,
): Promise<ExchangeResults[Task['kind']]> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' });
  const cancel = () => worker.postMessage('cancel');
  signal.addEventListener('abort', cancel);
  return new Promise<ExchangeResults[Task['kind']]>((resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
    worker.addEventListener('message', ({ data }: MessageEvent<ExchangeReport>) => {
      if (data.kind === 'progress') onProgress(data);
      else if (data.kind === 'done') resolve(data.result as ExchangeResults[Task['kind']]);
      else if (data.kind === 'cancelled') reject(new DOMException('stopped', 'AbortError'));
      else reject(faultOf(data));
    });
    worker.postMessage(task);
  }).finally(() => {
    signal.removeEventListener('abort', cancel);
    worker.terminate();
  });
}

function faultOf({ room, code, message }: Extract<ExchangeReport, { kind: 'failed' }>): Error {
  if (room === 'glossary') return new GlossaryError(code as GlossaryErrorCode, message);
  if (room === 'exchange') return new ExchangeError(code as ExchangeErrorCode, message);
  return new Error(message);
}
