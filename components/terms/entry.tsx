/** An entry unfolded in a list: read from the glossary of this origin when it is opened. */
import { useEffect, useId, useState } from 'preact/hooks';
import { entryAddress } from '../../lib/glossary/entry-address.ts';
import { splitKey } from '../../lib/glossary/keys.ts';
import type { Language } from '../../lib/i18n/language.ts';
import type { ConceptDetail } from '../../lib/messages/protocol.ts';
import { toggleSection } from '../../lib/settings/settings.ts';
import type { CardTexts, DetailState } from '../concept-card/types.ts';
import { ConceptCard } from '../concept-card.tsx';

export interface EntryProps {
  readonly conceptKey: string;
  readonly repository: { detail(key: string): Promise<ConceptDetail | undefined> };
  readonly language: Language;
  readonly explainIn: readonly Language[];
  readonly openSections: readonly string[];
  readonly t: CardTexts;
  /** The way to the entry's own page: the options page, and what the link says. */
  readonly way: { readonly optionsUrl: string; readonly text: string };
}

export function Entry(props: EntryProps) {
  const { repository, openSections } = props;
  // A concept named in the entry replaces it, in the same place.
  const [key, setKey] = useState(props.conceptKey);
  const [detail, setDetail] = useState<ConceptDetail>();
  const [state, setState] = useState<DetailState>({ status: 'loading' });
  const [attempt, setAttempt] = useState(0);
  const headingId = useId();
  useEffect(() => {
    let isWanted = true;
    repository.detail(key).then(
      (found) => {
        if (!isWanted) return;
        if (found !== undefined) setDetail(found);
        setState(found === undefined ? { status: 'missing' } : { status: 'ready', detail: found });
      },
      () => isWanted && setState({ status: 'failed' }),
    );
    return () => {
      isWanted = false;
    };
  }, [key, attempt, repository]);
  const onRetry = () => {
    setState({ status: 'loading' });
    setAttempt(attempt + 1);
  };
  if (detail === undefined) return <Missing state={state} t={props.t} onRetry={onRetry} />;
  return (
    <div class={detail.glance.key === props.conceptKey ? 'entry-own' : undefined}>
      <ConceptCard
        glance={detail.glance}
        state={state}
        language={props.language}
        explainIn={props.explainIn}
        t={props.t}
        openSections={openSections}
        onToggleSection={(name) => void toggleSection(name)}
        onOpenConcept={(link) => setKey(link.key)}
        onRetry={onRetry}
        headingId={headingId}
      />
      <p class="entry-page">
        <a
          href={props.way.optionsUrl + entryAddress(splitKey(detail.glance.key))}
          target="_blank"
          rel="noopener"
        >
          {props.way.text}
        </a>
      </p>
    </div>
  );
}

/** Nothing of the entry is known: it is being read, or was not found, or could not be read. */
function Missing(props: {
  readonly state: DetailState;
  readonly t: CardTexts;
  readonly onRetry: () => void;
}) {
  const { state, t, onRetry } = props;
  return (
    <div class="cz-card">
      <p class="cz-soft" role="status">
        {state.status === 'failed' ? t.unreadable : state.status === 'missing' ? t.missing : t.loading}{' '}
        {state.status === 'failed' && (
          <button type="button" class="cz-link" onClick={onRetry}>
            {t.retry}
          </button>
        )}
      </p>
    </div>
  );
}
