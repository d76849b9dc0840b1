/**
 * The typed channel over `runtime.sendMessage`: checked at the receiver, timed out and retried at the sender.
 */
import { type Browser, browser } from 'wxt/browser';
import type { ReplyOf, RequestOf } from './call.ts';
import type { BackgroundCalls } from './protocol.ts';
import {
  type AnyCalls,
  type AnyHandlers,
  type ChannelErrorCode,
  type Envelope,
  type Outcome,
  readSender,
  receive,
  type Sender,
} from './receive.ts';
import { type ContentCalls, toContent } from './to-content.ts';

export class ChannelError extends Error {
  override readonly name = 'ChannelError';
  readonly code: ChannelErrorCode;
  constructor(code: ChannelErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export type Handlers<Calls> = {
  readonly [K in keyof Calls]?: (
    request: RequestOf<Calls[K]>,
    sender: Sender,
  ) => Promise<ReplyOf<Calls[K]>> | ReplyOf<Calls[K]>;
};

const TIMEOUT_MS = 10_000;
const BACK_OFF_MS = [100, 400, 1_600];

/**
 * Asks the background; a worker that died or is starting is asked again with growing pauses.
 *
 * @param signal gives the question up: it fails as `unreachable`, and is not put again.
 * @throws {ChannelError}
 */
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
      const isUnreachable = error instanceof ChannelError && error.code === 'unreachable';
      if (!isUnreachable || pause === undefined || signal?.aborted) throw error;
      // Given up meanwhile, it ends with the next attempt, which is not sent.
      await pauseFor(pause);
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
  calls: AnyCalls,
  handlers: Handlers<Record<string, unknown>>,
  signal?: AbortSignal,
): void {
  const home = (browser.runtime.getURL as (path: string) => string)('/');
  const { id } = browser.runtime;
  const listener = (
    message: unknown,
    sender: Browser.runtime.MessageSender,
    reply: (outcome: Outcome) => void,
  ) => {
    const outcome = receive(calls, handlers as AnyHandlers, message, readSender(sender, id, home));
    if (outcome === undefined) return undefined;
    // Whoever asked may be gone, or we: then nobody waits for the answer.
    outcome.then(reply).catch(() => {});
    return true;
  };
  browser.runtime.onMessage.addListener(listener);
  signal?.addEventListener('abort', () => {
    // Once the extension has gone, nothing is heard any more, and its interfaces throw.
    if (browser.runtime?.id !== undefined) browser.runtime.onMessage.removeListener(listener);
  });
}

async function once(envelope: Envelope, signal?: AbortSignal): Promise<unknown> {
  if (browser.runtime?.id === undefined)
    throw new ChannelError('orphaned', 'the extension was updated or removed');
  if (signal?.aborted) throw new ChannelError('unreachable', 'given up');
  const limit = AbortSignal.timeout(TIMEOUT_MS);
  const ends = signal === undefined ? limit : AbortSignal.any([limit, signal]);
  const outcome = await Promise.race([
    send(envelope).catch((error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      throw new ChannelError(/context invalidated/i.test(message) ? 'orphaned' : 'unreachable', message);
    }),
    aborted(ends),
  ]);
  return unwrap(outcome);
}

/** An extension that is just going throws instead of answering. */
const send = async (envelope: Envelope): Promise<unknown> => browser.runtime.sendMessage(envelope);

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
    signal.addEventListener('abort', end, { once: true });
  });

const pauseFor = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
