/** The background: opens the glossary, answers pages, and keeps nothing that it could not make again. */
import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { openGlossary } from '../../lib/glossary/repository.ts';
import { loadSegmenter } from '../../lib/segment/jieba-web.ts';
import { readSettings } from '../../lib/settings/settings.ts';
import { answerAll } from './answers.ts';
import { forgetCount, showCount } from './badge.ts';
import { createEngine } from './engine.ts';
import { createStarterLoader } from './starter.ts';
import { injectIntoOpenTabs, refreshTabs } from './tabs.ts';

export default defineBackground(() => {
  const glossary = openGlossary();
  const starter = createStarterLoader(glossary, async () => {
    engine.invalidate();
    await refreshTabs(await engine.stamp());
  });
  const engine = createEngine({
    glossary,
    ready: starter.usable,
    loadSegmenter: () => loadSegmenter(browser.runtime.getURL('/jieba.wasm' as never)),
    generic: async () => (await readSettings()).markGeneric,
  });

  answerAll({ glossary, engine, starter, showCount });

  browser.runtime.onInstalled.addListener(() => {
    starter.run().catch(() => {});
    void injectIntoOpenTabs();
  });
  browser.tabs.onRemoved.addListener((tabId) => void forgetCount(tabId));
});
