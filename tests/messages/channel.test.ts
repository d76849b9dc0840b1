import { beforeEach, expect, test, vi } from 'vitest';

/** What the browser offers a content script, as far as the channel asks for it. */
const sendMessage = vi.fn<(message: unknown) => Promise<unknown>>();
vi.stubGlobal('chrome', { runtime: { id: 'cezhu', sendMessage } });
const { askBackground } = await import('../../lib/messages/channel.ts');

const never = new Promise<never>(() => {});
beforeEach(() => {
  vi.useFakeTimers();
  sendMessage.mockReset();
});

test('a background that was just stopped is asked again until it answers', async () => {
  sendMessage
    .mockRejectedValueOnce(new Error('Receiving end does not exist.'))
    .mockResolvedValueOnce(undefined)
    .mockResolvedValueOnce({ ok: { phase: 'ready' } });
  const reply = askBackground('glossary.status', {});
  await vi.runAllTimersAsync();
  expect(await reply).toEqual({ phase: 'ready' });
});

test('a question that is no longer wanted fails at once and is not put again', async () => {
  sendMessage.mockReturnValue(never);
  const ends = new AbortController();
  const outcome = askBackground('glossary.status', {}, ends.signal).catch((error: unknown) => error);
  ends.abort();
  await vi.advanceTimersByTimeAsync(0);
  expect(await Promise.race([outcome, 'still waiting'])).toMatchObject({ code: 'unreachable' });
  await vi.runAllTimersAsync();
  expect(sendMessage).toHaveBeenCalledTimes(1);
});

test('a question that was given up before it was put is never put', async () => {
  const outcome = askBackground('glossary.status', {}, AbortSignal.abort()).catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  expect(await outcome).toMatchObject({ code: 'unreachable' });
  expect(sendMessage).not.toHaveBeenCalled();
});

test('what the background refuses is not asked again', async () => {
  sendMessage.mockResolvedValue({ error: 'not such a request', code: 'refused' });
  await expect(askBackground('glossary.status', {})).rejects.toMatchObject({ code: 'refused' });
  expect(sendMessage).toHaveBeenCalledTimes(1);
});
