import { expect, test, vi } from 'vitest';
import { createSearchClient } from '../../lib/search/search-client.ts';

/** A worker that does what the test tells it. */
class ToldWorker extends EventTarget {
  static readonly all: ToldWorker[] = [];
  readonly asked: { readonly id: number; readonly text: string }[] = [];
  constructor() {
    super();
    ToldWorker.all.push(this);
  }
  postMessage(ask: { id: number; text: string }): void {
    this.asked.push(ask);
  }
  terminate(): void {}
  answer(id: number, keys: readonly string[]): void {
    const data = { kind: 'answer', id, keys: keys.join('\n'), total: keys.length, complete: true };
    this.dispatchEvent(new MessageEvent('message', { data }));
  }
  fail(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }));
  }
}
vi.stubGlobal('Worker', ToldWorker);
const never = new AbortController().signal;

test('a worker that breaks down is told to whoever waits, and the next question gets another one', async () => {
  const client = createSearchClient();
  const first = client.query('甲', never);
  ToldWorker.all.at(-1)?.fail('out of memory');
  await expect(first).rejects.toThrow('out of memory');

  const second = client.query('乙', never);
  const worker = ToldWorker.all.at(-1);
  expect(ToldWorker.all).toHaveLength(2);
  worker?.answer(worker.asked[0]?.id ?? 0, ['own/b']);
  expect(await second).toMatchObject({ keys: ['own/b'], complete: true });
});
