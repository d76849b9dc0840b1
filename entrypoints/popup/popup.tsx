/** The toolbar popup: look something up, this site on or off, the way to everything else. */
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { usePageLanguage } from '../../components/page-language.ts';
import { Entry } from '../../components/terms/entry.tsx';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import { translator } from '../../lib/i18n/index.ts';
import type { SearchClient } from '../../lib/search/search-client.ts';
import { type Settings, writeSettings } from '../../lib/settings/settings.ts';
import { officialSite } from '../../lib/sites/hosts.ts';
import { type ActiveSite, allowSite, annotateWholePage, watchActiveSite } from './active-site.ts';
import { LookUp } from './look-up.tsx';
import { openSidePanel } from './open-panel.ts';

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
          <button type="button" onClick={() => void writeSettings({ enabled: true })}>
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

type Texts = ReturnType<typeof translator>['panel'];

function Site(props: {
  readonly site: ActiveSite | undefined;
  readonly settings: Settings;
  readonly t: Texts;
}) {
  const { site, settings, t } = props;
  const [isAllowed, setIsAllowed] = useState(site?.isAllowed ?? false);
  const host = site?.host;
  if (host === undefined) return <p class="row">{t.popup.notHere}</p>;
  if (!isAllowed)
    return (
      <div class="row">
        <button type="button" onClick={() => void allowSite(host).then(setIsAllowed)}>
          {t.popup.annotate(host)}
        </button>
        <p class="help">{t.popup.annotateHelp}</p>
      </div>
    );
  const isOn = !settings.sitesOff.includes(host);
  return (
    <div class="row">
      <label>
        <input
          type="checkbox"
          checked={isOn}
          onChange={() =>
            void writeSettings(({ sitesOff }) => {
              const others = sitesOff.filter((other) => other !== host);
              return { sitesOff: isOn ? [...others, host] : others };
            })
          }
        />
        {t.popup.siteOn(host)}
      </label>
      {officialSite(host) !== undefined && <p class="help">{t.popup.builtIn}</p>}
      {isOn && site?.page !== undefined && <Page site={site} page={site.page} t={t} />}
    </div>
  );
}

/** How many terms stand on the page, or why none does. */
function Page(props: {
  readonly site: ActiveSite;
  readonly page: NonNullable<ActiveSite['page']>;
  readonly t: Texts;
}) {
  const { site, page, t } = props;
  if (page.terms > 0) return <p class="help">{t.popup.terms(page.terms)}</p>;
  if (page.state === 'reading') return <p class="help">{t.none.empty}</p>;
  if (page.state !== 'no-article')
    return (
      <p class="help" role="status">
        {t.none[page.state]}
      </p>
    );
  return (
    <p class="help">
      {t.none['no-article']}{' '}
      <button type="button" onClick={() => void annotateWholePage(site).then(() => window.close())}>
        {t.wholePage}
      </button>
    </p>
  );
}
