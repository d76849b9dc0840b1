/** One entry: its card, where it comes from, and the ways on: edit, history, relations. */
import { useEffect, useLayoutEffect } from 'preact/hooks';
import { labelLang } from '../../../components/concept-card/sections.ts';
import { splitKey } from '../../../lib/glossary/keys.ts';
import type { ConceptInForce } from '../../../lib/glossary/read.ts';
import { CONCEPT_TABS, type ConceptTab, writeAddress } from '../address.ts';
import { useApp } from '../app-context.ts';
import { EntryActions } from '../parts/entry-actions.tsx';
import { EntryCard } from '../parts/entry-card.tsx';
import { EntryDifference } from '../parts/entry-difference.tsx';
import { Fault } from '../parts/gate.tsx';
import { useData } from '../use-data.ts';
import { GraphTab } from './graph-tab.tsx';
import { HistoryTab } from './history-tab.tsx';

export interface ConceptViewProps {
  readonly conceptKey: string;
  readonly tab: Exclude<ConceptTab, 'edit'>;
}

export function ConceptView({ conceptKey, tab }: ConceptViewProps) {
  const { texts, repository, revision, navigate, listFilters, settings } = useApp();
  const t = texts.knowledge;
  const {
    value: found,
    error,
    fresh,
  } = useData(() => repository.concept(conceptKey), [conceptKey, revision]);
  useLayoutEffect(() => {
    const stop = new AbortController();
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'Escape' && !event.defaultPrevented)
        navigate({ name: 'concepts', filters: listFilters });
      if (settings.singleKeys && event.key === 'e' && !isTyping(event))
        navigate({ name: 'concept', key: splitKey(conceptKey), tab: 'edit' });
    };
    addEventListener('keydown', onKeyDown, { signal: stop.signal });
    return () => stop.abort();
  }, [conceptKey, navigate, listFilters, settings.singleKeys]);
  const label = found?.concept.prefLabel;
  useEffect(() => {
    if (label !== undefined) document.title = `${label} – ${t.appName}`;
  }, [label, tab, t]);
  if (error !== undefined) return <Fault error={error} />;
  return (
    <div class="sheet">
      <p class="crumb">
        <a href={writeAddress({ name: 'concepts', filters: listFilters })}>← {t.concept.back}</a>
      </p>
      {found === undefined ? (
        <p class="state">{fresh ? t.concept.notFound : t.loading}</p>
      ) : (
        <Found found={found} tab={tab} />
      )}
      {found === undefined && fresh && tab === 'history' && (
        <HistoryTab conceptKey={conceptKey} current={undefined} />
      )}
    </div>
  );
}

function Found({ found, tab }: { readonly found: ConceptInForce; readonly tab: ConceptViewProps['tab'] }) {
  return (
    <>
      <h1 class={tab === 'view' ? 'visually-hidden' : 'headword'} lang={labelLang(found.concept.prefLabel)}>
        {found.concept.prefLabel}
      </h1>
      <Tabs conceptKey={found.key} current={tab} />
      {tab === 'view' && (
        <div class="entry">
          <EntryCard conceptKey={found.key} />
          <EntryActions found={found} />
          <EntryDifference found={found} />
        </div>
      )}
      {tab === 'history' && <HistoryTab conceptKey={found.key} current={found} />}
      {tab === 'graph' && <GraphTab conceptKey={found.key} />}
    </>
  );
}

function Tabs({ conceptKey, current }: { readonly conceptKey: string; readonly current: ConceptTab }) {
  const t = useApp().texts.knowledge.concept;
  return (
    <nav class="tabs" aria-label={t.tabs.view}>
      <ul>
        {CONCEPT_TABS.map((tab) => (
          <li key={tab}>
            <a
              href={writeAddress({ name: 'concept', key: splitKey(conceptKey), tab })}
              aria-current={tab === current ? 'page' : undefined}
            >
              {t.tabs[tab]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const isTyping = (event: KeyboardEvent) =>
  event.ctrlKey ||
  event.metaKey ||
  event.altKey ||
  (event.target as Element).closest('input, textarea, select') !== null;
