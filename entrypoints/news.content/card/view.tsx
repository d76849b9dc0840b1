/** The card as it stands on a page: bar, concept, actions. Data in, callbacks out. */
import { labelLang } from '../../../components/concept-card/sections.ts';
import type { CardTexts, DetailState, Mention, SectionName } from '../../../components/concept-card/types.ts';
import { ConceptCard } from '../../../components/concept-card.tsx';
import { LANGUAGE_TAGS, type Language, pickExplanations } from '../../../lib/i18n/language.ts';
import type { ConceptLink, FirstGlance, LearningState } from '../../../lib/messages/protocol.ts';
import { Actions, Bar, NoticeLine, WhyActions } from './controls.tsx';
import type { Mover } from './move.ts';

/** One concept in the card. Before the first reply about a nested concept only its label is known. */
export interface Frame {
  readonly key: string;
  readonly label: string;
  readonly glance?: FirstGlance | undefined;
  readonly state: DetailState;
}

export interface Notice {
  readonly text: string;
  /** What was copied, or could not be: to be read, or selected by hand. */
  readonly copied?: string | undefined;
  /** What may be done next. */
  readonly actions?: readonly { readonly label: string; readonly run: () => void }[] | undefined;
}

export interface ViewProps {
  readonly frame: Frame;
  readonly mention: Mention;
  /** Other concepts that own the label; shown with the one that stands first. */
  readonly alternatives: readonly FirstGlance[];
  readonly language: Language;
  readonly explainIn: readonly Language[];
  readonly t: CardTexts;
  readonly openSections: readonly string[];
  readonly learning: LearningState | undefined;
  /** The term is being learned, and the sentence around the mention holds it. */
  readonly canKeep: boolean;
  readonly pinned: boolean;
  /** Whether there is a way back or forward; both absent while there is neither. */
  readonly canGo: { readonly back: boolean; readonly forward: boolean };
  readonly notice: Notice | undefined;
  readonly on: ViewCallbacks;
}

export interface ViewCallbacks {
  readonly close: () => void;
  readonly pin: () => void;
  readonly move: Pick<Mover, 'onPointerDown' | 'onKeyDown' | 'onClick'>;
  readonly back: () => void;
  readonly forward: () => void;
  readonly openConcept: (link: ConceptLink) => void;
  readonly toggleSection: (name: SectionName) => void;
  readonly retry: () => void;
  readonly learn: (state: 'learning' | 'known') => void;
  /** Keeps the sentence in the learning list. */
  readonly keep: () => void;
  readonly edit: () => void;
  readonly copy: (format: 'text' | 'markdown') => void;
  readonly report: () => void;
  readonly notHere?: (() => void) | undefined;
  readonly neverLabel?: (() => void) | undefined;
  readonly openPanel?: (() => void) | undefined;
}

export const HEADING_ID = 'cz-heading';

export function CardView(props: ViewProps) {
  const { frame, mention, t, language, explainIn, on } = props;
  return (
    <>
      <Bar {...props} />
      <div class="scroll" lang={LANGUAGE_TAGS[language]}>
        {frame.glance === undefined ? (
          <Pending frame={frame} t={t} onRetry={on.retry} />
        ) : (
          <ConceptCard
            glance={frame.glance}
            state={frame.state}
            language={language}
            explainIn={explainIn}
            t={t}
            openSections={props.openSections}
            onToggleSection={on.toggleSection}
            onOpenConcept={on.openConcept}
            onRetry={on.retry}
            headingId={HEADING_ID}
            mention={mention}
            otherMeanings={props.alternatives.length > 0 && <Alternatives {...props} />}
            whyActions={<WhyActions {...props} />}
          />
        )}
      </div>
      <Actions {...props} />
      <NoticeLine notice={props.notice} />
    </>
  );
}

interface PendingProps {
  readonly frame: Frame;
  readonly t: CardTexts;
  readonly onRetry: () => void;
}

function Pending({ frame, t, onRetry }: PendingProps) {
  const { status } = frame.state;
  return (
    <div class="cz-card">
      <header class="cz-head">
        <h2 id={HEADING_ID} lang={labelLang(frame.label)}>
          {frame.label}
        </h2>
      </header>
      <p class="cz-definition cz-soft" role="status">
        {status === 'loading' || status === 'ready' ? t.loading : t[status]}{' '}
        {status === 'failed' && (
          <button type="button" class="cz-link" onClick={onRetry}>
            {t.retry}
          </button>
        )}
      </p>
    </div>
  );
}

/** The same label may name another concept: both are shown, with their place. */
function Alternatives({ alternatives, explainIn, t, on }: ViewProps) {
  return (
    <div class="alternatives">
      <p>{t.meanings}</p>
      {alternatives.map((glance) => {
        const [definition] = pickExplanations(glance.definitions, explainIn);
        return (
          <button key={glance.key} type="button" onClick={() => on.openConcept(glance)}>
            <b lang={labelLang(glance.prefLabel)}>{glance.prefLabel}</b>
            {glance.place !== undefined && <span lang="zh-CN">（{glance.place}）</span>}{' '}
            {definition !== undefined && <span lang={definition.lang}>{definition.text}</span>}
          </button>
        );
      })}
    </div>
  );
}
