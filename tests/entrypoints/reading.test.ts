// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULTS } from '../../lib/settings/defaults.ts';

interface Message {
  readonly request: { readonly ids: readonly number[]; readonly text: string };
}
const sendMessage = vi.fn<(message: Message) => Promise<unknown>>();
vi.stubGlobal('chrome', { runtime: { id: 'cezhu', sendMessage } });
const { startReading } = await import('../../entrypoints/news.content/reading.ts');

const nothing = {
  ok: {
    matches: { texts: [], kinds: [], places: [] },
    glances: { keys: [], ends: [], text: '' },
    states: {},
    pending: [],
  },
};
const asked = () => sendMessage.mock.calls.map(([{ request }]) => request.text);

let ends = new AbortController();
beforeEach(() => {
  ends = new AbortController();
  sendMessage.mockReset();
  sendMessage.mockResolvedValue(nothing);
  // What jsdom does not have; nothing is painted here.
  vi.stubGlobal('CSS', { highlights: new Map() });
  vi.stubGlobal('Highlight', Set);
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
  vi.stubGlobal('scheduler', { yield: () => Promise.resolve() });
  document.body.innerHTML = '<p>忠实践行八八战略。</p><p>建设共同富裕示范区。</p>';
});
afterEach(() => {
  ends.abort();
  vi.restoreAllMocks();
});

/** A page that has been read and answered. */
async function aReadPage() {
  const reading = startReading(
    {
      settings: () => ({ ...DEFAULTS, sitesOff: [], openSections: [] }),
      scope: () => 'page',
      showsMarks: () => true,
      onPainted: () => {},
      onOrphaned: () => {},
    },
    ends.signal,
  );
  await vi.waitFor(() => expect(reading.state).toBe('reading'));
  sendMessage.mockClear();
  return reading;
}

/** Reads half the page again. @returns a function that reads the rest */
async function readHalfAgain(reading: Awaited<ReturnType<typeof aReadPage>>) {
  const { promise, resolve } = Promise.withResolvers<void>();
  const pause = vi.fn(() => promise);
  vi.stubGlobal('scheduler', { yield: pause });
  let now = 0;
  const clock = vi.spyOn(performance, 'now').mockImplementation(() => {
    now += 100;
    return now;
  });
  const read = reading.readAgain();
  await vi.waitFor(() => expect(pause).toHaveBeenCalled());
  clock.mockRestore();
  return async () => {
    resolve();
    await read;
  };
}

const ALL = '忠实践行八八战略。建设共同富裕示范区。';

test('a glossary that changes while the page is read again is asked about every block', async () => {
  const reading = await aReadPage();
  const goOn = await readHalfAgain(reading);
  reading.askAgain();
  await goOn();
  await vi.waitFor(() => expect(asked()).toEqual([ALL]));
});

test('what a changed glossary answers while the page is read again is asked for once more', async () => {
  const reading = await aReadPage();
  const { promise: answer, resolve } = Promise.withResolvers<unknown>();
  sendMessage.mockReturnValueOnce(answer);
  reading.askAgain();
  await vi.waitFor(() => expect(asked()).toEqual([ALL]));
  const goOn = await readHalfAgain(reading);
  resolve(nothing);
  await vi.waitFor(async () => expect(await answer).toBe(nothing));
  await goOn();
  await vi.waitFor(() => expect(asked()).toEqual([ALL, ALL]));
});
