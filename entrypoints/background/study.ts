/** What a card writes to the learning list. It would tell what was read: so nothing comes from a private window. */
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import type { Handlers } from '../../lib/messages/channel.ts';
import type { BackgroundCalls, StudyReply } from '../../lib/messages/protocol.ts';
import type { Sender } from '../../lib/messages/receive.ts';

type StudyCalls = Pick<BackgroundCalls, 'concept.setState' | 'study.keep' | 'study.undo'>;

/** @param changed tells open tabs */
export function answerStudy(
  glossary: Pick<GlossaryRepository, 'setState' | 'keepSentence' | 'revisions' | 'undo'>,
  changed: () => Promise<unknown>,
): Required<Handlers<StudyCalls>> {
  const writes = <Request>(write: (request: Request) => Promise<number>) => {
    /** Under way: while an import writes, a card may ask a second time before it is answered. */
    const asked = new Map<string, Promise<number>>();
    return async (request: Request, { tabId, incognito }: Sender): Promise<StudyReply> => {
      if (incognito) return { refused: 'private' };
      const name = JSON.stringify([tabId, request]);
      const writing = asked.get(name) ?? write(request).finally(() => asked.delete(name));
      asked.set(name, writing);
      const revision = await writing;
      // It is written, whatever becomes of the marks; those may wait for a large glossary that is compiled.
      changed().catch(() => {});
      return { revision };
    };
  };
  return {
    'concept.setState': writes(({ key, state, sentence }) => glossary.setState(key, { state, sentence })),
    'study.keep': writes(({ key, sentence }) => glossary.keepSentence(key, sentence)),
    'study.undo': writes(async ({ revision }) => {
      // Pages may take back what a card does, and nothing else.
      const [row] = await glossary.revisions({ before: revision + 1, limit: 1 });
      if (row?.revision !== revision || row.kind !== 'state')
        throw new Error(`revision ${revision} is no study state`);
      return glossary.undo(revision);
    }),
  };
}
