/**
 * The receiving end of the channel: who sent it, whether that sender may, and what the request says. No browser here, so
 * that every kind of message can be tried.
 */
import type { Call } from './call.ts';

/** `unreachable`: no answer in time; `orphaned`: the extension was updated or removed; `refused`: bad or forbidden. */
export type ChannelErrorCode = 'unreachable' | 'orphaned' | 'refused' | 'failed';

export interface Sender {
  readonly tabId?: number | undefined;
  readonly frameId?: number | undefined;
  readonly url?: string | undefined;
  readonly incognito: boolean;
  /** One of the extension's own pages, its background, a script of ours in a frame of a page, or nobody of ours. */
  readonly is: 'own' | 'content' | 'stranger';
}

/** What the browser says of a sender; the sender itself cannot choose it. */
export interface Reported {
  readonly id?: string | undefined;
  readonly url?: string | undefined;
  readonly frameId?: number | undefined;
  readonly tab?: { readonly id?: number | undefined; readonly incognito: boolean } | undefined;
}

export type Envelope = { readonly call: string; readonly request: unknown };
export type Outcome = { readonly ok: unknown } | { readonly error: string; readonly code: ChannelErrorCode };
export type AnyCalls = Readonly<Record<string, Call<never, unknown> | Call<unknown, unknown>>>;
export type AnyHandlers = Readonly<
  Record<string, ((request: unknown, sender: Sender) => unknown) | undefined>
>;

/** @returns the outcome to reply with; `undefined` where the message is none that is answered here. */
export function receive(
  calls: AnyCalls,
  handlers: AnyHandlers,
  message: unknown,
  sender: Sender,
): Promise<Outcome> | undefined {
  const { call: name, request } = readEnvelope(message);
  const call = Object.hasOwn(calls, name) ? (calls[name] as Call<unknown, unknown>) : undefined;
  const handler = Object.hasOwn(handlers, name) ? handlers[name] : undefined;
  if (call === undefined || handler === undefined) return undefined;
  return answer(call, handler, request, sender);
}

async function answer(
  call: Call<unknown, unknown>,
  handler: (request: unknown, sender: Sender) => unknown,
  request: unknown,
  sender: Sender,
): Promise<Outcome> {
  if (sender.is === 'stranger') return { error: 'not one of ours', code: 'refused' };
  if (call.from === 'page' && sender.is !== 'own')
    return { error: 'not allowed from a web page', code: 'refused' };
  const read = call.read(request);
  if ('fault' in read) return { error: read.fault, code: 'refused' };
  try {
    return { ok: await handler(read.request, sender) };
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error), code: 'failed' };
  }
}

function readEnvelope(message: unknown): Envelope {
  const { call, request } = (
    typeof message === 'object' && message !== null ? message : {}
  ) as Partial<Envelope>;
  return { call: typeof call === 'string' ? call : '', request };
}

/**
 * @param id the extension's own.
 * @param home address of its root, with the slash.
 */
export function readSender(reported: Reported, id: string, home: string): Sender {
  const { url, frameId, tab } = reported;
  const isOwn = url === undefined ? tab === undefined : url.startsWith(home);
  // A script of ours runs in a frame of a tab, and nowhere else.
  const isContent = tab?.id !== undefined && frameId !== undefined;
  const is = isOwn ? 'own' : isContent ? 'content' : 'stranger';
  return {
    tabId: tab?.id,
    frameId,
    url,
    incognito: tab?.incognito ?? false,
    is: reported.id === id ? is : 'stranger',
  };
}
