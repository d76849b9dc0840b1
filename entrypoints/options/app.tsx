/** The options page: opens the glossary, keeps the address and the view together, shows what went wrong. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { useSettings } from '../../components/use-settings.ts';
import type { GlossaryError } from '../../lib/glossary/errors.ts';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import { interfaceLanguage, LANGUAGE_TAGS, translator } from '../../lib/i18n/index.ts';
import type { SearchClient } from '../../lib/search/search-client.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import { readAddress, type View, writeAddress } from './address.ts';
import { type App, AppContext } from './app-context.ts';
import { createFinder } from './finder.ts';
import { focusMain } from './focus-main.ts';
import { Gate } from './parts/gate.tsx';
import { Navigation } from './parts/navigation.tsx';
import { NoticeBar } from './parts/notice-bar.tsx';
import { createAddressBar } from './replace-address.ts';
import { CurrentView } from './views/current-view.tsx';
import { createWriter, type Notice } from './writer.ts';

/** Going elsewhere within this time keeps what is told, and its undo. */
const NOTICE_MS = 10_000;

export function OptionsApp(props: {
  readonly repository: GlossaryRepository;
  readonly search: SearchClient;
  readonly settings: Settings;
}) {
  const { repository, search } = props;
  const settings = useSettings(props.settings);
  const [view, setView] = useState<View>(() => readAddress(location.hash));
  const [revision, setRevision] = useState<number>();
  const [closed, setClosed] = useState<GlossaryError>();
  /** Something waits or runs in the exchange view. */
  const [exchanging, setExchanging] = useState(false);
  const [notice, setNotice] = useState<Notice & { readonly since: number }>();
  const [browserLanguage] = useState(() => browser.i18n.getUILanguage());
  const language = interfaceLanguage(settings.interfaceLanguage, browserLanguage);
  const texts = translator(language);

  useEffect(() => {
    const stop = new AbortController();
    repository.watch(setRevision, stop.signal, setClosed);
    const follow = () => setView(readAddress(location.hash));
    addEventListener('hashchange', follow, { signal: stop.signal });
    // The address may have changed between the first painting and this line.
    follow();
    return () => stop.abort();
  }, [repository]);

  // An entry's view names itself, once it is read.
  const title =
    view.name === 'concept'
      ? undefined
      : `${texts.knowledge.nav[viewRoom(view)]} – ${texts.knowledge.appName}`;
  useEffect(() => {
    document.documentElement.lang = LANGUAGE_TAGS[language];
    document.documentElement.dataset.theme = settings.theme;
    if (title !== undefined) document.title = title;
  }, [language, settings.theme, title]);

  const isFirst = useRef(true);
  useEffect(() => {
    setNotice((old) => (old !== undefined && performance.now() - old.since < NOTICE_MS ? old : undefined));
    // What had it went with the last view.
    if (!isFirst.current && document.activeElement === document.body) focusMain();
    isFirst.current = false;
  }, [view]);

  const listFilters = useRef<Readonly<Record<string, string>>>({});
  if (view.name === 'concepts') listFilters.current = view.filters;

  const finder = useMemo(() => createFinder(repository, search), [repository, search]);
  const [addressBar] = useState(createAddressBar);
  const app: App = useMemo(
    () => ({
      repository,
      finder,
      search,
      texts,
      language,
      settings,
      revision: revision ?? 0,
      listFilters: listFilters.current,
      writer: createWriter(texts.knowledge, (next) => setNotice({ ...next, since: performance.now() })),
      navigate: (next, how = 'push') => {
        const address = writeAddress(next);
        if (how === 'push') {
          addressBar.settle();
          location.hash = address;
        } else {
          addressBar.replace(address);
          setView(next);
        }
      },
    }),
    [repository, finder, search, texts, language, settings, revision, listFilters.current],
  );

  return (
    <AppContext.Provider value={app}>
      <button type="button" class="skip" onClick={focusMain}>
        {texts.knowledge.skip}
      </button>
      <Navigation current={viewRoom(view)} exchanging={exchanging} />
      <main id="main" tabIndex={-1}>
        <Gate open={revision !== undefined} closed={closed}>
          <CurrentView view={view} onExchanging={setExchanging} />
        </Gate>
      </main>
      <NoticeBar notice={notice} onClose={() => setNotice(undefined)} />
    </AppContext.Provider>
  );
}

/** The entry of the navigation that a view belongs to. */
function viewRoom(view: View): 'concepts' | 'study' | 'trash' | 'layers' | 'exchange' | 'settings' {
  if (view.name === 'review') return 'study';
  return view.name === 'concept' || view.name === 'new' ? 'concepts' : view.name;
}
