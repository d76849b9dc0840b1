/** The side panel: every term of the article beside it. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { labelLang } from '../../components/concept-card/sections.ts';
import { usePageLanguage } from '../../components/page-language.ts';
import { Entry } from '../../components/terms/entry.tsx';
import { filterTerms, groupBySystem } from '../../components/terms/term-groups.ts';
import { TermList } from '../../components/terms/term-list.tsx';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import { translator } from '../../lib/i18n/index.ts';
import type { PageTerms } from '../../lib/messages/protocol.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { type ActivePage, annotateWholePage, reveal, watchActivePage } from './active-page.ts';
import { CopyButtons } from './copy-buttons.tsx';

export function Panel(props: { readonly repository: GlossaryRepository; readonly settings: Settings }) {
  const { repository } = props;
  const { settings, language, explainIn } = usePageLanguage(props.settings, browser.i18n.getUILanguage());
  const { panel: t, card } = translator(language);
  const [active, setActive] = useState<ActivePage>({ status: 'loading' });
  const [filter, setFilter] = useState('');
  const [isBySystem, setIsBySystem] = useState(false);
  const askAgain = useRef(() => {});
  useEffect(() => {
    const stop = new AbortController();
    askAgain.current = watchActivePage(setActive, stop.signal);
    return () => stop.abort();
  }, []);
  useEffect(() => {
    document.title = t.title;
  }, [t]);
  const terms = active.status === 'ready' ? active.page.terms : NO_TERMS;
  const systems = useSystems(repository, terms);
  const filterBox = useRef<HTMLInputElement>(null);
  const isAsked = useRef(false);
  const ask = (what: () => unknown) => () => {
    isAsked.current = true;
    what();
  };
  // The terms that were asked for by a button come in its place.
  useLayoutEffect(() => {
    if (isAsked.current && document.activeElement === document.body) filterBox.current?.focus();
  }, [terms.length > 0]);
  const shown = useMemo(() => filterTerms(terms, filter), [terms, filter]);

  if (active.status === 'loading') return <p class="state">{t.loading}</p>;
  if (active.status === 'no-script')
    return <Empty text={t.none['no-script']} label={t.retry} onClick={ask(() => askAgain.current())} />;
  const { page } = active;
  if (terms.length === 0) {
    if (page.state === 'waiting') return <Empty text={t.none.waiting} />;
    const text = page.state === 'reading' ? t.none.empty : t.none[page.state];
    if (page.state === 'failed' || page.state === 'translated')
      return <Empty text={text} label={t.retry} onClick={ask(() => askAgain.current())} />;
    return <Empty text={text} label={t.wholePage} onClick={ask(() => annotateWholePage(active))} />;
  }
  const mentions = terms.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <header class="panel-head">
        <h1 lang={labelLang(page.title)}>{page.title}</h1>
        <p class="panel-summary" role="status">
          {t.summary(terms.length, mentions)}
        </p>
        <input
          ref={filterBox}
          type="search"
          value={filter}
          aria-label={t.filter}
          placeholder={t.filter}
          onInput={({ currentTarget }) => setFilter(currentTarget.value)}
        />
        <fieldset class="panel-order">
          <legend class="visually-hidden">{t.arrange}</legend>
          {[false, true].map((bySystem) => (
            <label key={String(bySystem)}>
              <input
                type="radio"
                name="order"
                checked={isBySystem === bySystem}
                onChange={() => setIsBySystem(bySystem)}
              />
              {bySystem ? t.system : t.order}
            </label>
          ))}
        </fieldset>
        <CopyButtons
          page={page}
          terms={shown}
          repository={repository}
          t={t}
          options={{ language, explainIn, card }}
        />
      </header>
      {shown.length === 0 && <p class="state">{t.noMatch}</p>}
      <TermList
        groups={isBySystem ? groupBySystem(shown, systems, t.others) : [{ terms: shown }]}
        explainIn={explainIn}
        t={t}
        onReveal={(key, index) => void reveal(active, key, index)}
        entry={(key) => (
          <Entry
            conceptKey={key}
            repository={repository}
            language={language}
            explainIn={explainIn}
            openSections={settings.openSections}
            t={card}
            way={{ optionsUrl: browser.runtime.getURL('/options.html'), text: t.openEntry }}
          />
        )}
      />
    </>
  );
}

const NO_TERMS: PageTerms['terms'] = [];

function Empty(
  props: { readonly text: string } & (
    | { readonly label: string; readonly onClick: () => void }
    | { readonly label?: never }
  ),
) {
  return (
    <div class="state">
      <p role="status">{props.text}</p>
      {props.label !== undefined && (
        <button type="button" onClick={props.onClick}>
          {props.label}
        </button>
      )}
    </div>
  );
}

/** The label of the system that each concept belongs to first. */
function useSystems(repository: GlossaryRepository, terms: PageTerms['terms']): ReadonlyMap<string, string> {
  const [systems, setSystems] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    let isWanted = true;
    const read = async () => {
      const found = await Promise.all(terms.map(({ glance }) => repository.detail(glance.key)));
      const pairs = found.flatMap((detail): [string, string][] => {
        const system = detail?.broader[0]?.prefLabel;
        return detail === undefined || system === undefined ? [] : [[detail.glance.key, system]];
      });
      if (isWanted) setSystems(new Map(pairs));
    };
    // Without them the terms stand under “others”.
    read().catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [repository, terms]);
  return systems;
}
