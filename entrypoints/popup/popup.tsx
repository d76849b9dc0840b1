/** The toolbar popup: look something up, this site on or off, the way to everything else. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { usePageLanguage } from '../../components/page-language.ts';
import { Entry } from '../../components/terms/entry.tsx';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import { translator } from '../../lib/i18n/index.ts';
import type { SearchClient } from '../../lib/search/search-client.ts';
import { type Settings, writeSettings } from '../../lib/settings/settings.ts';
import { type ActiveSite, watchActiveSite } from './active-site.ts';
import { LookUp } from './look-up.tsx';
import { openSidePanel } from './open-panel.ts';
import { Site } from './site.tsx';

export interface PopupProps {
  readonly repository: GlossaryRepository;
  readonly search: SearchClient;
  readonly settings: Settings;
  readonly site: ActiveSite | undefined;
}

export function Popup({ repository, search, ...props }: PopupProps) {
  const { settings, language, explainIn } = usePageLanguage(props.settings, browser.i18n.getUILanguage());
  const { panel: t, card, knowledge } = translator(language);
  const [chosen, setChosen] = useState<string>();
  useEffect(() => {
    document.title = knowledge.appName;
  }, [knowledge]);
  const site = useSite(props.site);
  return (
    <>
      <h1 class="visually-hidden">{knowledge.appName}</h1>
      {!settings.enabled && (
        <p class="row">
          {t.popup.off}{' '}
          <button type="button" onClick={(event) => turnOn(event.currentTarget)}>
            {t.popup.turnOn}
          </button>
        </p>
      )}
      <LookUp
        repository={repository}
        search={search}
        explainIn={explainIn}
        t={t}
        chosen={chosen}
        onChoose={setChosen}
      />
      {chosen !== undefined && (
        <Entry
          key={chosen}
          conceptKey={chosen}
          repository={repository}
          language={language}
          explainIn={explainIn}
          openSections={settings.openSections}
          t={card}
          way={{ optionsUrl: browser.runtime.getURL('/options.html'), text: t.openEntry }}
        />
      )}
      <Site site={site} settings={settings} t={t} />
      <nav class="row">
        {site !== undefined && (
          <button type="button" onClick={() => void openSidePanel(site).then(() => window.close())}>
            {t.popup.openPanel}
          </button>
        )}
        <a href={browser.runtime.getURL('/reader.html')} target="_blank" rel="noopener">
          {t.popup.openReader}
        </a>
        <a href={`${browser.runtime.getURL('/options.html')}#/study`} target="_blank" rel="noopener">
          {t.studyList}
        </a>
        <a href={browser.runtime.getURL('/options.html')} target="_blank" rel="noopener">
          {t.popup.openOptions}
        </a>
      </nav>
    </>
  );
}

/** The button goes with what it says: the focus goes on to the look-up box. */
function turnOn(button: HTMLElement): void {
  button.closest('main')?.querySelector('input')?.focus();
  void writeSettings({ enabled: true });
}

/** `first` is what was read before the first painting; it is kept up to date while the popup is open. */
function useSite(first: ActiveSite | undefined): ActiveSite | undefined {
  const [site, setSite] = useState(first);
  useEffect(() => {
    const stop = new AbortController();
    const askAgain = watchActiveSite(setSite, stop.signal);
    // The answer may have come between the first reading and this line.
    if (first?.page?.state === 'waiting') askAgain();
    return () => stop.abort();
  }, [first]);
  return site;
}
