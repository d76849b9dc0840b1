/** What must hold of any message from anybody; used by the tests and by the long fuzz. */
import fc from 'fast-check';
import type { Call } from '../../lib/messages/call.ts';
import { toBackground } from '../../lib/messages/protocol.ts';
import { type Reported, readSender, receive } from '../../lib/messages/receive.ts';
import { toContent } from '../../lib/messages/to-content.ts';

export const ID = 'abcdefghijklmnop';
export const HOME = `chrome-extension://${ID}/`;
const CALLS = { ...toBackground, ...toContent } as unknown as Record<string, Call<unknown, unknown>>;
export const KINDS = Object.keys(CALLS);
export const callOf = (kind: string): Call<unknown, unknown> => CALLS[kind] as Call<unknown, unknown>;

/** Sends `message` to a receiver of every kind. @returns the outcome, and the requests that were acted on. */
export async function send(message: unknown, reported: Reported) {
  const acted: { kind: string; request: unknown }[] = [];
  const handlers = Object.fromEntries(
    KINDS.map((kind) => [kind, (request: unknown) => void acted.push({ kind, request })]),
  );
  const outcome = await receive(CALLS, handlers, message, readSender(reported, ID, HOME));
  return { outcome, acted };
}

const url = fc.constantFrom(
  `${HOME}options.html`,
  HOME.slice(0, -1),
  `https://${ID}/`,
  `http://zjol.com.cn/?${HOME}`,
  'about:blank',
  'chrome-extension://other/options.html',
);
const reporteds: fc.Arbitrary<Reported> = fc.record(
  {
    id: fc.constantFrom(ID, 'other', undefined),
    url,
    frameId: fc.constantFrom(0, 7, undefined),
    tab: fc.option(fc.record({ id: fc.constantFrom(1, undefined), incognito: fc.boolean() }), {
      nil: undefined,
    }),
  },
  { requiredKeys: [] },
);
/** Near to what is expected, so that more than the first check is met. */
const request = fc.oneof(
  { weight: 4, arbitrary: fc.dictionary(fieldName(), fieldValue(), { maxKeys: 4 }) },
  { weight: 1, arbitrary: fc.anything() },
);
const message = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({ call: fc.constantFrom(...KINDS, '__proto__', 'constructor'), request }),
  },
  { weight: 1, arbitrary: fc.anything() },
);
function fieldName() {
  const names = 'ids ends key text state sentence label open title url date count stamp name index __proto__';
  return fc.constantFrom(...names.split(' '));
}
function fieldValue() {
  return fc.oneof(
    fc.constantFrom<unknown>(
      'starter/x',
      'muted',
      '',
      '\ud800',
      '../x',
      'javascript:0',
      1,
      -1,
      1.5,
      Number.NaN,
    ),
    fc.constantFrom<unknown>(null, undefined, {}, [], [{ id: 1, text: '甲' }], [{ id: '1', text: 2 }], ['x']),
  );
}

export const deliveries = fc.tuple(message, reporteds);

/** Nobody but ours is answered, only our own pages have their powers, and what is acted on is a request of that kind. */
export async function isGuarded([sent, reported]: readonly [unknown, Reported]): Promise<boolean> {
  const { outcome, acted } = await send(sent, reported);
  const [first, ...more] = acted;
  if (first === undefined) return outcome === undefined || 'error' in outcome;
  const isOurs = reported.id === ID;
  const isOwn = reported.url === undefined ? reported.tab === undefined : reported.url.startsWith(HOME);
  const isInFrame = reported.tab?.id !== undefined && reported.frameId !== undefined;
  const { from, read } = callOf(first.kind);
  const isAllowed = isOurs && (isOwn || (from === 'content' && isInFrame));
  return more.length === 0 && isAllowed && 'request' in read(first.request);
}
