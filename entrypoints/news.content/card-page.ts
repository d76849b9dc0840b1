/** What the card needs from the page, made of the reading and the background. */
import { browser } from 'wxt/browser';
import { interfaceLanguage } from '../../lib/i18n/language.ts';
import { type Mention, sentenceAround, surfaceOf } from '../../lib/marks/mention.ts';
import type { askBackground } from '../../lib/messages/channel.ts';
import type { SentenceOnPage } from '../../lib/messages/protocol.ts';
import type { Settings } from '../../lib/settings/settings.ts';
import type { CardPage, CardTarget } from './card/seam.ts';
import type { Reading } from './reading.ts';

export interface Targets {
  /** The card's target for a mention; `undefined` once the page has changed beneath it. */
  of(mention: Mention): CardTarget | undefined;
  mentionOf(target: CardTarget): Mention | undefined;
}

/** Targets are made once a mention, so that the card knows a mention again. */
export function createTargets(reading: Reading): Targets {
  const mentions = new WeakMap<CardTarget, Mention>();
  return {
    of(mention) {
      const { match } = mention;
      const range = reading.rangeOf(mention);
      const [first, ...others] = [match.concept, ...(match.alternatives ?? [])].flatMap(
        (key) => reading.glance(key) ?? [],
      );
      if (range === undefined || first === undefined) return undefined;
      const target: CardTarget = {
        range,
        glances: [first, ...others],
        surface: surfaceOf(mention),
        why: match.why,
        verdict: match.verdict,
        get sentence() {
          return sentenceAround(mention);
        },
      };
      mentions.set(target, mention);
      return target;
    },
    mentionOf: (target) => mentions.get(target),
  };
}

const LONGEST_TITLE = 300;
const LONGEST_ADDRESS = 2_000;

/** A sentence with what is known of its page; texts that the reader brought, and files, have no address. */
function onThisPage(text: string, date: string | undefined): SentenceOnPage {
  const url = location.href.replace(/#.*/s, '');
  const isOnWeb = /^https?:/.test(url) && url.length <= LONGEST_ADDRESS;
  return {
    text,
    title: document.title.trim().slice(0, LONGEST_TITLE) || undefined,
    url: isOnWeb ? url : undefined,
    date,
  };
}

export interface CardPageParts {
  readonly reading: Reading;
  readonly targets: Targets;
  readonly ask: typeof askBackground;
  readonly articleDate: () => string | undefined;
  readonly settings: () => Settings;
  readonly onCurrent: (target: CardTarget | undefined) => void;
}

export function createCardPage({
  reading,
  targets,
  ask,
  articleDate,
  settings,
  onCurrent,
}: CardPageParts): CardPage {
  // Asked now: once the extension has gone, its interfaces throw, and the card still has to say so.
  const browserLanguage = browser.i18n.getUILanguage();
  return {
    hitTest(x, y) {
      const mention = reading.at(x, y);
      return mention && targets.of(mention);
    },
    hasMarks: () => reading.marked.length > 0,
    settings,
    language: () => interfaceLanguage(settings().interfaceLanguage, browserLanguage),
    ask: (key, signal) => ask('concept.detail', { key }, signal),
    stateOf: (key) => reading.stateOf(key),
    async setState(key, state, sentence) {
      const reply = await ask('concept.setState', {
        key,
        state,
        sentence: sentence === undefined ? undefined : onThisPage(sentence, articleDate()),
      });
      if ('revision' in reply) reading.setState(key, state);
      return reply;
    },
    keepSentence: (key, sentence) =>
      ask('study.keep', { key, sentence: onThisPage(sentence, articleDate()) }),
    async undoStudy(revision, key, before) {
      const reply = await ask('study.undo', { revision });
      if ('revision' in reply) reading.setState(key, before);
      return reply;
    },
    openStudyList: () => ask('study.open', {}),
    edit: (key) => ask('concept.edit', { key }),
    rememberSections: (open) => {
      // Not remembered once is no harm.
      ask('card.rememberSections', { open: [...open] }).catch(() => {});
    },
    notHere(target) {
      const mention = targets.mentionOf(target);
      if (mention !== undefined) reading.waveAway(mention);
    },
    neverLabel: (label) => ask('label.mute', { label }),
    onCurrent,
    // Firefox opens its sidebar only from its own buttons: a message does not carry the click there.
    openPanel: import.meta.env.FIREFOX ? undefined : () => void ask('panel.open', {}).catch(() => {}),
    version: browser.runtime.getManifest().version,
  };
}
