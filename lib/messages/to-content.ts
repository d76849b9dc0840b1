/**
 * Calls that a content script answers: the other half of `protocol.ts`.
 *
 * Read by hand: the schema library would be a tenth of the content script, and only our own parts can send these.
 */
import type { Call, Read } from './call.ts';
import type { PageTerms } from './protocol.ts';

type Fields = Readonly<Record<string, unknown>>;

const page = <Request, Reply>(isRequest: (fields: Fields) => boolean): Call<Request, Reply> => ({
  read: (value): Read<Request> =>
    typeof value === 'object' && value !== null && isRequest(value as Fields)
      ? { request: value as Request }
      : { fault: 'is not such a request' },
  from: 'page',
});

export const toContent = {
  /** Background → content: ask again, the glossary changed. */
  'marks.refresh': page<{ stamp: string }, undefined>(({ stamp }) => typeof stamp === 'string'),
  /** Background → content: the reader took permissions back. Match patterns; `kept` are those that are still granted. */
  'access.lost': page<{ lost: readonly string[]; kept: readonly string[] }, undefined>(
    ({ lost, kept }) => Array.isArray(lost) && Array.isArray(kept),
  ),
  /** Background → content: whether a script of ours is at work there already. */
  'script.alive': page<Record<string, never>, true>(() => true),
  /** Background → content: tell the count of terms anew, what was told before is forgotten. */
  'page.recount': page<Record<string, never>, undefined>(() => true),
  /** Background → content: a keyboard command or menu entry. Replies whether there was anything to do. */
  'command.run': page<{ name: string }, boolean>(({ name }) => typeof name === 'string'),
  /** Panel or popup → content: the terms of this page, in order. */
  'page.terms': page<Record<string, never>, PageTerms>(() => true),
  /** Panel → content: scroll to a mention and flash it. */
  'page.reveal': page<{ key: string; index: number }, undefined>(
    ({ key, index }) => typeof key === 'string' && Number.isInteger(index) && (index as number) >= 0,
  ),
} as const;

export type ContentCalls = typeof toContent;
