/** The background: opens the glossary, answers pages, and keeps nothing that it could not make again. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { DATABASE_NAME } from '../../lib/glossary/database.ts';
import { withPackaged } from '../../lib/glossary/packaged.ts';
import { openGlossary } from '../../lib/glossary/repository.ts';
import { createSearch } from '../../lib/search/search.ts';
import { loadSegmenter } from '../../lib/segment/jieba-web.ts';
import { readSettings, type Settings, watchSettings } from '../../lib/settings/settings.ts';
import { registerAddedSites, watchAddedSites } from './added-sites.ts';
import { answerAll, findConcepts } from './answers.ts';
import { showCount, watchTabs } from './badge.ts';
import { makeMenu, watchCommands } from './commands.ts';
import { createEngine } from './engine.ts';
import { watchOmnibox } from './omnibox.ts';
import { createStarterLoader, readStarter } from './starter.ts';
import { injectOnce, refreshTabs } from './tabs.ts';
import { welcomeOnce } from './welcome.ts';

export default defineBackground(() => {
  /** Others may delete the database: what is in memory of it is made anew, from the next one. */
  const onDeleted = () => {
    glossary.doubt();
    starter.forget();
    engine.invalidate();
    search = newSearch();
    searching = undefined;
  };
  const glossary = withPackaged(openGlossary(DATABASE_NAME, onDeleted), readStarter);
  let known: Promise<Settings> | undefined;
  const settings = () => {
    known ??= readSettings().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return known;
  };
  watchSettings((next) => {
    known = Promise.resolve(next);
  }, new AbortController().signal);
  const starter = createStarterLoader(glossary, async () => {
    engine.invalidate();
    await refreshTabs(await engine.stamp());
  });
  const engine = createEngine({
    glossary,
    ready: starter.usable,
    loadSegmenter: () => loadSegmenter(browser.runtime.getURL('/jieba.wasm' as never)),
    generic: async () => (await settings()).markGeneric,
    onNewer: (stamp) => void refreshTabs(stamp),
  });

  const newSearch = () => createSearch(glossary, { storedOnly: true });
  let search = newSearch();
  let searching: Promise<void> | undefined;
  /** Labels first; then what the index of popup and options page finds by pinyin, initials and English, once built. */
  const lookUp = async (text: string) => {
    await starter.usable();
    searching ??= search.ready();
    await searching.catch(() => {
      searching = undefined;
    });
    const labels = (await findConcepts(glossary, text)).map(({ key }) => key);
    const { keys } = await search.query(text, { limit: 20 });
    return glossary.glances([...new Set([...labels, ...keys])]);
  };

  // Listeners must stand when the script has run: an event that woke the background is delivered then.
  answerAll({ glossary, engine, starter, showCount });
  watchTabs();
  watchCommands();
  watchAddedSites();
  watchOmnibox(lookUp);

  let isBrowserStart = false;
  browser.runtime.onStartup.addListener(() => {
    isBrowserStart = true;
  });
  void injectOnce(() => isBrowserStart);
  browser.runtime.onInstalled.addListener(({ reason }) => {
    // A browser may have no window for it.
    welcomeOnce(reason).catch(() => {});
    starter.run().catch(() => {});
    void makeMenu();
    void registerAddedSites();
  });
});
