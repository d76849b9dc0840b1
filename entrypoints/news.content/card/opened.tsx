/** The state of one open card, and what is drawn of it. */
import type { CardTexts } from '../../../components/concept-card/types.ts';
import { explanationLanguages } from '../../../lib/i18n/language.ts';
import type { CardPage, CardTarget } from './seam.ts';
import { currentFrame, type Trail } from './trail.ts';
import { CardView, type Frame, type Notice, type ViewCallbacks } from './view.tsx';

export interface Opened {
  readonly target: CardTarget;
  /** The line of the mention at which the card starts. */
  readonly line: number;
  /** Waits for the reader to close it. */
  stays: boolean;
  pinned: boolean;
  /** Kept here while the settings are being written. */
  openSections: readonly string[];
  trail: Trail<Frame>;
  notice: Notice | undefined;
  /** Ends the questions asked for this card. */
  readonly ends: AbortController;
}

export function viewOf(opened: Opened, page: CardPage, t: CardTexts, on: ViewCallbacks) {
  const { target, trail, pinned, openSections, notice } = opened;
  const frame = currentFrame(trail);
  const isFirst = frame.key === target.glances[0].key;
  const language = page.language();
  const learning = page.stateOf(frame.key);
  return (
    <CardView
      frame={frame}
      mention={isFirst ? target : { surface: frame.label }}
      alternatives={isFirst ? target.glances.slice(1) : []}
      language={language}
      explainIn={explanationLanguages(page.settings().explainIn, language)}
      t={t}
      openSections={openSections}
      learning={learning}
      canKeep={learning === 'learning' && target.glances.some(({ key }) => key === frame.key)}
      pinned={pinned}
      canGo={{ back: trail.at > 0, forward: trail.at < trail.frames.length - 1 }}
      notice={notice}
      on={on}
    />
  );
}
