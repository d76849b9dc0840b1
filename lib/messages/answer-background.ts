/** The background's end of the channel: with the schemas, which content scripts do without. */
import { type Handlers, listen } from './channel.ts';
import { type BackgroundCalls, toBackground } from './protocol.ts';

/** Answers the calls of content scripts and our own pages. Call it once, synchronously, as the worker starts. */
export function answerBackground(handlers: Handlers<BackgroundCalls>): void {
  listen(toBackground, handlers as Handlers<Record<string, unknown>>);
}
