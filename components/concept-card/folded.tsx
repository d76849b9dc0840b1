/** What is folded away at first glance: an index line of the sections there are, and those the reader opened. */
import type { ComponentChildren } from 'preact';
import type { Language } from '../../lib/i18n/language.ts';
import type { ConceptDetail, ConceptLink } from '../../lib/messages/protocol.ts';
import { Forms, Note, Renderings, Sources, Versions } from './facts.tsx';
import { Relations } from './relations.tsx';
import { presentSections } from './sections.ts';
import type { CardTexts, DetailState, Mention, SectionName } from './types.ts';
import { UsageCurve } from './usage-curve.tsx';
import { WhyMarked } from './why-marked.tsx';

export interface FoldedProps {
  /** What the ids of the sections begin with. */
  readonly idPrefix: string;
  readonly state: DetailState;
  readonly mention?: Mention | undefined;
  readonly language: Language;
  readonly explainIn: readonly Language[];
  readonly t: CardTexts;
  readonly openSections: readonly string[];
  readonly onToggle: (name: SectionName) => void;
  readonly onOpen: (link: ConceptLink) => void;
  readonly onRetry: () => void;
  /** What the reader can do about a mark, shown with its explanation. */
  readonly whyActions?: ComponentChildren;
}

export function Folded(props: FoldedProps) {
  const { idPrefix, state, mention, t, openSections, onToggle, onRetry } = props;
  const detail = state.status === 'ready' ? state.detail : undefined;
  const names = presentSections(detail, mention);
  const isOpen = (name: SectionName) => openSections.includes(name);
  return (
    <>
      <ul class="cz-index" aria-label={t.sections}>
        {names.map((name) => (
          <li key={name}>
            <button
              type="button"
              aria-expanded={isOpen(name)}
              aria-controls={isOpen(name) ? `${idPrefix}-${name}` : undefined}
              onClick={() => onToggle(name)}
            >
              {t.section[name]}
            </button>
          </li>
        ))}
        {state.status === 'loading' && <li class="cz-loading">{t.loading}</li>}
        {(state.status === 'failed' || state.status === 'orphaned' || state.status === 'missing') && (
          <li class="cz-loading">
            <span role="status">{t[state.status]}</span>{' '}
            {state.status === 'failed' && (
              <button type="button" class="cz-link" onClick={onRetry}>
                {t.retry}
              </button>
            )}
          </li>
        )}
      </ul>
      {names.filter(isOpen).map((name) => (
        <section
          key={name}
          class="cz-section"
          data-section={name}
          id={`${idPrefix}-${name}`}
          aria-labelledby={`${idPrefix}-${name}-h`}
        >
          <h3 id={`${idPrefix}-${name}-h`}>{t.section[name]}</h3>
          {name === 'why'
            ? mention !== undefined && <WhyMarked mention={mention} t={t} />
            : detail !== undefined && <Section name={name} detail={detail} {...props} />}
          {name === 'why' && props.whyActions}
        </section>
      ))}
    </>
  );
}

interface SectionProps extends FoldedProps {
  readonly name: Exclude<SectionName, 'why'>;
  readonly detail: ConceptDetail;
}

function Section({ name, detail, language, explainIn, t, onOpen }: SectionProps) {
  const facts = { concept: detail.concept, language, explainIn, t };
  switch (name) {
    case 'note':
      return <Note {...facts} />;
    case 'versions':
      return <Versions {...facts} />;
    case 'forms':
      return <Forms {...facts} />;
    case 'renderings':
      return <Renderings {...facts} />;
    case 'sources':
      return <Sources {...facts} />;
    case 'relations':
      return <Relations detail={detail} t={t} onOpen={onOpen} />;
    case 'usage':
      return detail.usage === undefined ? null : <UsageCurve usage={detail.usage} t={t} />;
  }
}
