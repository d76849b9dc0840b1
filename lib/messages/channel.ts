/**
 * The typed channel over `runtime.sendMessage`: checked at the receiver, timed out and retried at the sender.
 */
import { type Browser, browser } from 'wxt/browser';
import type { Call, ReplyOf, RequestOf } from './call.ts';
import type { BackgroundCalls } from './protocol.ts';
import { type ContentCalls, toContent } from './to-content.ts';

/** `unreachable`: no answer in time; `orphaned`: the extension was updated or removed; `refused`: bad or forbidden. */
export type ChannelErrorCode = 'unreachable' | 'orphaned' | 'refused' | 'failed';

export class ChannelError extends Error {
  override readonly name = 'ChannelError';
  readonly code: ChannelErrorCode;
  constructor(code: ChannelErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export interface Sender {
  readonly tabId?: number | undefined;
  readonly frameId?: number | undefined;
  readonly url?: string | undefined;
  readonly incognito: boolean;
  /** The message comes from one of the extension's own pages. */
  readonly own: boolean;
}
type Envelope = { readonly call: string; readonly request: unknown };
type Outcome = { readonly ok: unknown } | { readonly error: string; readonly code: ChannelErrorCode };
export type Handlers<Calls> = {
  readonly [K in keyof Calls]?: (
    request: RequestOf<Calls[K]>,
    sender: Sender,
  ) => Promise<ReplyOf<Calls[K]>> | ReplyOf<Calls[K]>;
};

const TIMEOUT_MS = 10_000;
const BACK_OFF_MS = [100, 400, 1_600];

/** Asks the background; a worker that died or is starting is asked again with growing pauses. */
export async function askBackground<K extends keyof BackgroundCalls & string>(
  call: K,
  request: RequestOf<BackgroundCalls[K]>,
  signal?: AbortSignal,
): Promise<ReplyOf<BackgroundCalls[K]>> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      return (await once({ call, request }, signal)) as ReplyOf<BackgroundCalls[K]>;
    } catch (error) {
      const pause = BACK_OFF_MS[attempt];
      if (!(error instanceof ChannelError) || error.code !== 'unreachable' || pause === undefined)
        throw error;
      await wait(pause, signal);
    }
  }
}

/** Asks the content script of a tab's frame; `undefined` where none listens. */
export async function askTab<K extends keyof ContentCalls & string>(
  tabId: number,
  call: K,
  request: RequestOf<ContentCalls[K]>,
  frameId?: number,
): Promise<ReplyOf<ContentCalls[K]> | undefined> {
  try {
    const options = frameId === undefined ? {} : { frameId };
    const outcome: unknown = await browser.tabs.sendMessage(
      tabId,
      { call, request } satisfies Envelope,
      options,
    );
    return unwrap(outcome) as ReplyOf<ContentCalls[K]>;
  } catch {
    // No script of ours in that tab, or it is on its way out: there is nothing to ask.
    return undefined;
  }
}

/** Answers the background's and our own pages' calls in a content script, until `signal` aborts. */
export function answerContent(handlers: Handlers<ContentCalls>, signal: AbortSignal): void {
  listen(toContent, handlers as Handlers<Record<string, unknown>>, signal);
}

/** Answers `calls`, until `signal` aborts. The background's own is `answerBackground`. */
export function listen(
  calls: Record<string, Call<never, unknown> | Call<unknown, unknown>>,
  handlers: Handlers<Record<string, unknown>>,
  signal?: AbortSignal,
): void {
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    reply: (outcome: Outcome) => void,
  ) => {
    const { call: name, request } = readEnvelope(message);
    const call = Object.hasOwn(calls, name) ? calls[name] : undefined;
    const handler = (handlers as Record<string, ((request: unknown, sender: Sender) => unknown) | undefined>)[
      name
    ];
    if (call === undefined || handler === undefined) return undefined;
    void answer(call as Call<unknown, unknown>, handler, request, readSender(sender)).then(reply);
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(listener));
}

async function answer(
  call: Call<unknown, unknown>,
  handler: (request: unknown, sender: Sender) => unknown,
  request: unknown,
  sender: Sender,
): Promise<Outcome> {
  if (call.from === 'page' && !sender.own) return { error: 'not allowed from a web page', code: 'refused' };
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

function readSender(sender: Browser.runtime.MessageSender): Sender {
  const home = (browser.runtime.getURL as (path: string) => string)('/');
  return {
    tabId: sender.tab?.id,
    frameId: sender.frameId,
    url: sender.url,
    incognito: sender.tab?.incognito ?? false,
    // Content scripts cannot choose the address the browser reports for them; the worker itself reports none.
    own: sender.id === browser.runtime.id && (sender.url === undefined || sender.url.startsWith(home)),
  };
}

async function once(envelope: Envelope, signal?: AbortSignal): Promise<unknown> {
  if (browser.runtime?.id === undefined)
    throw new ChannelError('orphaned', 'the extension was updated or removed');
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  const ends = signal === undefined ? limit : AbortSignal.any([limit, signal]);
  const outcome = await Promise.race([
    browser.runtime.sendMessage(envelope).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      throw new ChannelError(/context invalidated/i.test(message) ? 'orphaned' : 'unreachable', message);
    }),
    aborted(ends),
  ]);
  return unwrap(outcome);
}

function unwrap(outcome: unknown): unknown {
  if (typeof outcome !== 'object' || outcome === null) throw new ChannelError('unreachable', 'no answer');
  if ('error' in outcome) {
    const { error, code } = outcome as { error: string; code: ChannelErrorCode };
    throw new ChannelError(code, error);
  }
  return (outcome as { ok?: unknown }).ok;
}

const aborted = (signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const end = () => reject(new ChannelError('unreachable', 'no answer in time'));
    if (signal.aborted) end();
    signal.addEventListener('abort', end, { once: true });
  });

const wait = (ms: number, signal?: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(new ChannelError('unreachable', 'given up'));
    });
  });
