/**
 * Asks the background what stands in blocks: first a small part for quick first marks, then the rest in large ones (many
 * small messages cost far more than a few large ones). A part that gets no answer is asked about again later; one that
 * is refused, because it is larger than anything to be read, is left unmarked.
 */
import { askBackground, ChannelError } from '../../lib/messages/channel.ts';
import { packBlocks } from '../../lib/messages/packed-blocks.ts';
import type { AnnotateReply } from '../../lib/messages/protocol.ts';
import type { PageBlock } from '../../lib/text/collect.ts';

/** UTF-16 units: an article as a rule, so that one message does. */
export const FIRST_PART = 24_000;
/** Small enough that reading the answer is no long task. */
const LATER_PARTS = 60_000;
const RETRY_MS = [2_000, 8_000, 30_000, 60_000];

export interface Asker {
  /** Asks about `blocks`, in order; replies arrive through `onReply`. */
  ask(blocks: readonly PageBlock[]): void;
  /** Forgets what is under way: its replies are no longer wanted. */
  reset(): void;
  /** The last question found no answer; it will be asked again. */
  readonly hasFailed: boolean;
}

export interface AskerEvents {
  /** `asked` are the blocks the reply is about. */
  onReply(reply: AnnotateReply, asked: readonly PageBlock[]): void;
  /** The extension was updated or removed: nobody will answer any more. */
  onOrphaned(): void;
}

export function createAsker(events: AskerEvents, signal: AbortSignal): Asker {
  let current = new AbortController();
  let failures = 0;

  const send = async (call: 'page.annotate' | 'page.judge', part: readonly PageBlock[]): Promise<void> => {
    const mine = current;
    try {
      const reply = await askBackground(call, packBlocks(part), AbortSignal.any([mine.signal, signal]));
      if (mine !== current || signal.aborted) return;
      failures = 0;
      events.onReply(reply, part);
      const owed = new Set(call === 'page.annotate' ? reply.pending : []);
      if (owed.size > 0)
        await send(
          'page.judge',
          part.filter(({ id }) => owed.has(id)),
        );
    } catch (error) {
      if (mine !== current || signal.aborted) return;
      const code = error instanceof ChannelError ? error.code : 'failed';
      if (code === 'orphaned') return events.onOrphaned();
      if (code === 'refused') return;
      const pause = RETRY_MS[Math.min(failures, RETRY_MS.length - 1)];
      failures += 1;
      const timer = setTimeout(() => void send(call, part), pause);
      mine.signal.addEventListener('abort', () => clearTimeout(timer));
    }
  };

  return {
    ask(blocks) {
      let part: PageBlock[] = [];
      let length = 0;
      let limit = FIRST_PART;
      for (const block of blocks) {
        if (part.length > 0 && length + block.text.length > limit) {
          void send('page.annotate', part);
          part = [];
          length = 0;
          limit = LATER_PARTS;
        }
        part.push(block);
        length += block.text.length;
      }
      if (part.length > 0) void send('page.annotate', part);
    },
    reset() {
      current.abort();
      current = new AbortController();
      failures = 0;
    },
    get hasFailed() {
      return failures > 0;
    },
  };
}
