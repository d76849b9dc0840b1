/** A look-up box over the whole glossary: label, pinyin, initials, English. */

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { labelLang } from '../../components/concept-card/sections.ts';
import { MixedText } from '../../components/mixed-text.tsx';
import type { PanelTexts } from '../../components/terms/as-glossary.ts';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import { type Language, pickExplanations } from '../../lib/i18n/language.ts';
import type { FirstGlance } from '../../lib/messages/protocol.ts';
import type { SearchClient } from '../../lib/search/search-client.ts';

const SHOWN = 8;

export interface LookUpProps {
  readonly repository: GlossaryRepository;
  readonly search: SearchClient;
  readonly explainIn: readonly Language[];
  readonly t: PanelTexts;
  /** The result that is shown: the list makes room for it until one goes back, or types something else. */
  readonly chosen: string | undefined;
  readonly onChoose: (key: string | undefined) => void;
}

export function LookUp({ repository, search, explainIn, t, chosen, onChoose }: LookUpProps) {
  const [text, setText] = useState('');
  const list = useRef<HTMLUListElement>(null);
  const [found, setFound] = useState<readonly FirstGlance[]>();
  const [hasFailed, setHasFailed] = useState(false);
  // Grows while the glossary is loaded and when its index is built: what is typed then finds more.
  const [stage, setStage] = useState(0);
  // Until the shipped glossary is loaded and all of it is in the index nobody can say that there is nothing.
  const [isWhole, setIsWhole] = useState(false);
  useEffect(() => {
    const stop = new AbortController();
    const next = () => setStage((count) => count + 1);
    repository.watch(next, stop.signal);
    search.watch((share) => {
      if (share === 1) next();
    }, stop.signal);
    return () => stop.abort();
  }, [repository, search]);
  useEffect(() => {
    const stop = new AbortController();
    const wanted = text.trim();
    const look = async () => {
      if (wanted === '') {
        setFound(undefined);
        setHasFailed(false);
        return;
      }
      const { phase } = await repository.status();
      const { keys, complete } = await search.query(wanted, stop.signal, { limit: SHOWN });
      const glances = await repository.glances(keys);
      if (stop.signal.aborted) return;
      setIsWhole(complete && phase === 'ready');
      setFound(glances);
      setHasFailed(false);
    };
    look().catch(() => {
      if (stop.signal.aborted) return;
      setFound(undefined);
      setHasFailed(true);
    });
    return () => stop.abort();
  }, [text, search, repository, stage]);
  const wayBack = useRef<HTMLButtonElement>(null);
  const before = useRef<string>(undefined);
  // What was pressed is gone, and would take the focus along.
  useLayoutEffect(() => {
    const at = found?.findIndex(({ key }) => key === before.current) ?? -1;
    before.current = chosen;
    if (document.activeElement === document.body)
      (wayBack.current ?? list.current?.querySelectorAll('button')[at])?.focus();
  }, [chosen]);
  const isLooking = found === undefined ? text.trim() !== '' && !hasFailed : found.length === 0 && !isWhole;
  return (
    <search>
      <input
        type="search"
        value={text}
        // biome-ignore lint/a11y/noAutofocus: the popup was opened to look something up
        autoFocus
        aria-label={t.popup.lookUp}
        placeholder={t.popup.lookUp}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          onChoose(undefined);
        }}
        onKeyDown={(event) => {
          // While an input method composes, these keys are its own.
          if (event.isComposing) return;
          const [first] = found ?? [];
          if (event.key === 'Enter' && first !== undefined) onChoose(first.key);
          if (event.key === 'ArrowDown') moveFocus(event, list.current, 0);
        }}
      />
      {found !== undefined && chosen !== undefined && (
        <button type="button" class="way-back" ref={wayBack} onClick={() => onChoose(undefined)}>
          ‹ {t.popup.back}
        </button>
      )}
      {found !== undefined && found.length > 0 && chosen === undefined && (
        <ul class="found" aria-label={t.popup.results} ref={list}>
          {found.map((glance, at) => {
            const [definition] = pickExplanations(glance.definitions, explainIn);
            return (
              <li key={glance.key}>
                <button
                  type="button"
                  onClick={() => onChoose(glance.key)}
                  onKeyDown={(event) => {
                    if (event.key === 'ArrowDown') moveFocus(event, list.current, at + 1);
                    if (event.key === 'ArrowUp' && at > 0) moveFocus(event, list.current, at - 1);
                  }}
                >
                  <b lang={labelLang(glance.prefLabel)}>{glance.prefLabel}</b>
                  <span lang={definition?.lang}>{definition?.text}</span>
                </button>
              </li>
            );
          })}
        </ul>
      )}
      {hasFailed && (
        <p class="nothing" role="alert">
          {t.popup.unreadable}{' '}
          <a href={browser.runtime.getURL('/options.html')} target="_blank" rel="noopener">
            {t.popup.seeWhy}
          </a>
        </p>
      )}
      {isLooking && (
        <p class="nothing" role="status">
          {t.popup.looking}
        </p>
      )}
      {found?.length === 0 && isWhole && (
        <p class="nothing">
          <MixedText text={t.popup.nothing(text.trim())} />{' '}
          <a
            href={browser.runtime.getURL(`/options.html#/new?${new URLSearchParams({ label: text.trim() })}`)}
            target="_blank"
            rel="noopener"
          >
            {t.popup.addEntry}
          </a>
        </p>
      )}
    </search>
  );
}

/** The arrows walk the results; at the last they stay. */
function moveFocus(event: KeyboardEvent, list: Element | null, to: number): void {
  const button = list?.querySelectorAll('button')[to];
  if (button === undefined) return;
  event.preventDefault();
  button.focus();
}
