/** What the background answers, call by call. */

import { browser } from 'wxt/browser';
import { entryAddress } from '../../lib/glossary/entry-address.ts';
import { splitKey } from '../../lib/glossary/keys.ts';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import { answerBackground } from '../../lib/messages/answer-background.ts';
import { unpackBlocks } from '../../lib/messages/packed-blocks.ts';
import type { NewEntry } from '../../lib/messages/protocol.ts';
import { writeSettings } from '../../lib/settings/settings.ts';
import type { Engine } from './engine.ts';
import { openOptions } from './options-page.ts';
import type { StarterLoader } from './starter.ts';
import { answerStudy } from './study.ts';
import { refreshTabs } from './tabs.ts';

export interface Parts {
  readonly glossary: GlossaryRepository;
  readonly engine: Engine;
  readonly starter: StarterLoader;
  readonly showCount: (tabId: number, frameId: number, count: number) => Promise<void>;
}

export function answerAll({ glossary, engine, starter, showCount }: Parts): void {
  /** Written here or elsewhere: what is loaded is out of date, open tabs ask again. */
  const changed = async (): Promise<undefined> => {
    engine.invalidate();
    await refreshTabs(await engine.stamp());
  };

  answerBackground({
    'page.coming': () => engine.warm(),
    'page.annotate': (blocks) => engine.annotate(unpackBlocks(blocks)),
    'page.judge': (blocks) => engine.judge(unpackBlocks(blocks)),
    'page.count': async ({ count }, { tabId, frameId = 0 }) => {
      if (tabId !== undefined) await showCount(tabId, frameId, count);
      return undefined;
    },
    'concept.detail': ({ key }) => glossary.detail(key),
    'concept.lookUp': async ({ text }) => {
      await starter.usable();
      return glossary.glances((await findConcepts(glossary, text)).map(({ key }) => key));
    },
    ...answerStudy(glossary, changed),
    'study.open': () => openOptions('#/study'),
    'card.rememberSections': async ({ open }) => {
      await writeSettings({ openSections: open });
      return undefined;
    },
    'panel.open': async (_, { tabId }) => {
      // Called before anything is waited for: the browser asks for the click that led here.
      if (tabId !== undefined) await browser.sidePanel.open({ tabId });
      return undefined;
    },
    'concept.search': ({ text }) => openOptions(`#/concepts?${new URLSearchParams({ q: text })}`),
    'concept.add': (entry) => openOptions(`#/new?${queryOf(entry)}`),
    'concept.edit': ({ key }) => openOptions(`${entryAddress(splitKey(key))}/edit`),
    'label.mute': async ({ label }) => {
      await glossary.muteLabel(label, true);
      return changed();
    },
    'glossary.changed': changed,
    'glossary.status': () => starter.status(),
  });
}

const queryOf = (entry: NewEntry): string =>
  new URLSearchParams(
    Object.entries(entry).filter((pair): pair is [string, string] => Boolean(pair[1])),
  ).toString();

/** Exact labels first, then labels that begin with the text. */
export async function findConcepts(glossary: GlossaryRepository, text: string) {
  const exact = await glossary.ownersOf(text);
  const starting = await glossary.ownersOf(text, { prefix: true, limit: 20 });
  return [...new Map([...exact, ...starting].map((owner) => [owner.key, owner])).values()];
}
