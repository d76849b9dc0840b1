import { beforeEach, expect, test, vi } from 'vitest';
import type { PageBlock } from '../../lib/text/collect.ts';

interface Message {
  readonly call: string;
  readonly request: { readonly ids: readonly number[]; readonly text: string };
}
const sendMessage = vi.fn<(message: Message) => Promise<unknown>>();
vi.stubGlobal('chrome', { runtime: { id: 'cezhu', sendMessage } });
const { createAsker, FIRST_PART } = await import('../../entrypoints/news.content/asker.ts');

const aBlock = (id: number, text: string): PageBlock => ({ id, text, pieces: [], owner: null as never });
const reply = (pending: readonly number[] = []) => ({
  ok: { matches: { texts: [], numbers: [] }, cards: {}, states: {}, pending, stamp: '1' },
});
const asked = () => sendMessage.mock.calls.map(([{ call, request }]) => [call, ...request.ids]);

function anAsker() {
  const ends = new AbortController();
  const onReply = vi.fn();
  const onOrphaned = vi.fn();
  return { asker: createAsker({ onReply, onOrphaned }, ends.signal), ends, onReply, onOrphaned };
}

beforeEach(() => {
  vi.useFakeTimers();
  sendMessage.mockReset();
});

test('a long page is asked about in parts, and blocks with a verdict owed once more', async () => {
  sendMessage.mockResolvedValue(reply());
  const { asker, onReply } = anAsker();
  const long = '长'.repeat(FIRST_PART);
  asker.ask([aBlock(1, '短'), aBlock(2, long), aBlock(3, long), aBlock(4, '短')]);
  await vi.runAllTimersAsync();
  expect(asked()).toEqual([
    ['page.annotate', 1],
    ['page.annotate', 2, 3, 4],
  ]);
  expect(onReply).toHaveBeenCalledTimes(2);

  sendMessage.mockResolvedValueOnce(reply([6]));
  asker.ask([aBlock(5, '甲'), aBlock(6, '乙')]);
  await vi.runAllTimersAsync();
  expect(asked().slice(2)).toEqual([
    ['page.annotate', 5, 6],
    ['page.judge', 6],
  ]);
});

test('a part without an answer is asked about again later; one that is refused is not', async () => {
  sendMessage.mockResolvedValueOnce({ error: 'the storage is in trouble', code: 'failed' });
  sendMessage.mockResolvedValueOnce(reply());
  const { asker, onReply } = anAsker();
  asker.ask([aBlock(1, '甲')]);
  await vi.runAllTimersAsync();
  expect(onReply).toHaveBeenCalledTimes(1);

  sendMessage.mockReset();
  sendMessage.mockResolvedValue({ error: 'longer than may be', code: 'refused' });
  asker.ask([aBlock(2, '乙')]);
  await vi.advanceTimersByTimeAsync(600_000);
  expect(sendMessage).toHaveBeenCalledTimes(1);
});

test('nothing is heard of what was forgotten, nor after the end', async () => {
  const { asker, ends, onReply } = anAsker();
  sendMessage.mockResolvedValue(reply());
  asker.ask([aBlock(1, '甲')]);
  asker.reset();
  await vi.runAllTimersAsync();
  expect(onReply).not.toHaveBeenCalled();

  sendMessage.mockResolvedValue({ error: 'the storage is in trouble', code: 'failed' });
  asker.ask([aBlock(1, '甲')]);
  await vi.advanceTimersByTimeAsync(10);
  ends.abort();
  sendMessage.mockClear();
  await vi.runAllTimersAsync();
  expect(sendMessage).not.toHaveBeenCalled();
});
