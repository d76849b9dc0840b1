/**
 * One concept, read only: in the card on a news page, in the panel, the reader and on the options page.
 *
 * At first glance: label, pinyin, one sentence, the parts, since when and by whom (all of it in `glance`). The rest
 * folds out of `state`. Everything that happens is a callback; nothing is fetched here. The styles are
 * `concept-card.css`, with `tokens.css`; each page or root brings them itself.
 */
import type { ComponentChildren } from 'preact';
import { resolveRef, splitKey } from '../lib/glossary/keys.ts';
import type { Component } from '../lib/glossary/schema.ts';
import { LANGUAGE_TAGS, type Language } from '../lib/i18n/language.ts';
import type { ConceptLink, FirstGlance } from '../lib/messages/protocol.ts';
import { Definitions, Facts, Headword } from './concept-card/first-glance.tsx';
import { Folded } from './concept-card/folded.tsx';
import { Links } from './concept-card/links.tsx';
import { Parts } from './concept-card/parts.tsx';
import type { CardTexts, DetailState, Mention, SectionName } from './concept-card/types.ts';

export interface ConceptCardProps {
  readonly glance: FirstGlance;
  readonly state: DetailState;
  readonly language: Language;
  /** Languages of the explanations, in order (`explanationLanguages`). */
  readonly explainIn: readonly Language[];
  readonly t: CardTexts;
  readonly openSections: readonly string[];
  readonly onToggleSection: (name: SectionName) => void;
  /** A concept named in the card was chosen; show it in the same place. */
  readonly onOpenConcept: (link: ConceptLink) => void;
  readonly onRetry: () => void;
  /** Of its own in the document: for `aria-labelledby` of what holds the card. The ids of the sections begin with it. */
  readonly headingId: string;
  readonly mention?: Mention | undefined;
  /** Other meanings of the label: before the parts, so that nobody takes the first one for the only one. */
  readonly otherMeanings?: ComponentChildren;
  /** Buttons that belong to “why marked”: not here, never this label, report. */
  readonly whyActions?: ComponentChildren;
}

export function ConceptCard(props: ConceptCardProps) {
  const { glance, state, language, explainIn, t, onOpenConcept } = props;
  const detail = state.status === 'ready' ? state.detail : undefined;
  const linkOf = (part: Component): ConceptLink | undefined =>
    detail?.parts[part.id] ??
    (part.conceptId === undefined
      ? undefined
      : { key: resolveRef(splitKey(glance.key).glossaryId, part.conceptId), prefLabel: part.label });
  return (
    <article class="cz-card" lang={LANGUAGE_TAGS[language]} aria-labelledby={props.headingId}>
      <Headword glance={glance} id={props.headingId} t={t} />
      <Definitions definitions={glance.definitions} explainIn={explainIn} t={t} />
      {props.otherMeanings}
      {detail !== undefined && detail.replacedBy.length > 0 && (
        <div class="cz-replaced">
          <span>{t.replacedBy}</span>
          <Links links={detail.replacedBy} onOpen={onOpenConcept} />
        </div>
      )}
      {glance.components !== undefined && glance.components.length > 0 && (
        <Parts
          key={glance.key}
          parts={glance.components}
          explainIn={explainIn}
          t={t}
          linkOf={linkOf}
          onOpen={onOpenConcept}
        />
      )}
      <Facts glance={glance} language={language} t={t} />
      {detail !== undefined && detail.broader.length > 0 && (
        <div class="cz-within">
          <span>{t.within}</span>
          <div>
            {detail.broader.map((link) => (
              <Links
                key={link.key}
                isWay
                links={[...(detail.above[link.key] ?? []), link]}
                onOpen={onOpenConcept}
              />
            ))}
          </div>
        </div>
      )}
      <Folded
        idPrefix={props.headingId}
        state={state}
        mention={props.mention}
        language={language}
        explainIn={explainIn}
        t={t}
        openSections={props.openSections}
        onToggle={props.onToggleSection}
        onOpen={onOpenConcept}
        onRetry={props.onRetry}
        whyActions={props.whyActions}
      />
    </article>
  );
}
