/** “Study”, “known” and “keep this sentence”: each says what was written, and offers the way back. */
import type { LearningState, StudyReply } from '../../../lib/messages/protocol.ts';
import type { ActionHost } from './actions.ts';
import type { CardPage, CardTarget } from './seam.ts';
import type { Frame } from './view.tsx';

interface Current {
  readonly target: CardTarget;
  readonly frame: Frame;
}

/** @param tryTo runs what may fail */
export function createStudyActions(
  page: CardPage,
  host: ActionHost,
  tryTo: (work: () => Promise<void>) => Promise<void>,
) {
  const tell = (reply: StudyReply, done: string, key: string, before: LearningState | undefined) => {
    const { study: t } = host.texts();
    if ('refused' in reply) return host.notify({ text: t.private });
    const undo = async () => {
      await page.undoStudy(reply.revision, key, before);
      host.notify({ text: t.undone });
    };
    host.notify({
      text: done,
      actions: [
        { label: t.undo, run: () => void tryTo(undo) },
        { label: t.list, run: () => void tryTo(async () => void (await page.openStudyList())) },
      ],
    });
  };

  return {
    /** The state that is pressed again is taken away. */
    async learn({ target, frame: { key } }: Current, state: 'learning' | 'known'): Promise<void> {
      const { study: t } = host.texts();
      const before = page.stateOf(key);
      if (before === state)
        return tell(await page.setState(key, undefined, undefined), t.cleared, key, before);
      const isAround = target.glances.some((glance) => glance.key === key);
      const keeps = state === 'learning' && isAround && page.settings().keepSentences;
      const reply = await page.setState(key, state, keeps ? target.sentence : undefined);
      tell(reply, state === 'known' ? t.known : keeps ? t.addedWithSentence : t.added, key, before);
    },
    async keep({ target, frame: { key } }: Current): Promise<void> {
      const reply = await page.keepSentence(key, target.sentence);
      tell(reply, host.texts().study.kept, key, page.stateOf(key));
    },
  };
}
