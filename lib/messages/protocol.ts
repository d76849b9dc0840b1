/**
 * Every message between the parts of the extension, one line a call, with its direction.
 *
 * A request is checked by its schema at the receiver; a reply comes from our own code and is only typed.
 */
import * as v from 'valibot';
import {
  type ByLanguage,
  type Component,
  type Concept,
  type ConceptId,
  conceptRefSchema,
  type Usage,
  webAddressSchema,
} from '../glossary/schema.ts';
import type { Call, Read } from './call.ts';
import { areWhole, type PackedBlocks } from './packed-blocks.ts';
import type { PackedGlances } from './packed-glances.ts';
import type { PackedMatches } from './packed-matches.ts';

/** What the card shows at first glance; travels with the matches, once for each concept of a page. */
export interface FirstGlance {
  /** `glossaryId/conceptId`. */
  readonly key: string;
  readonly conceptId: ConceptId;
  readonly prefLabel: string;
  readonly pinyin?: string | undefined;
  readonly definitions: ByLanguage;
  readonly components?: readonly Component[] | undefined;
  readonly issuer?: string | undefined;
  readonly firstUse?: Concept['firstUse'];
  readonly rendering?: string | undefined;
  readonly place?: string | undefined;
  readonly edited: boolean;
}

/** A concept named in another one's card. */
export interface ConceptLink {
  readonly key: string;
  readonly prefLabel: string;
}

/** Everything the card can unfold. */
export interface ConceptDetail {
  readonly glance: FirstGlance;
  readonly concept: Concept;
  readonly broader: readonly ConceptLink[];
  /** What each of `broader` belongs to in turn, by its key: from the top down, without itself. */
  readonly above: Readonly<Record<string, readonly ConceptLink[]>>;
  readonly narrower: readonly ConceptLink[];
  readonly related: readonly ConceptLink[];
  readonly replaces: readonly ConceptLink[];
  readonly replacedBy: readonly ConceptLink[];
  /** Concepts of the components, by component id. */
  readonly parts: Readonly<Record<string, ConceptLink>>;
  readonly usage?: Usage | undefined;
  readonly state?: LearningState | undefined;
}

export const LEARNING_STATES = ['learning', 'known', 'muted'] as const;
export type LearningState = (typeof LEARNING_STATES)[number];

export interface AnnotateReply {
  /** By block and start; see `unpackMatches`. */
  readonly matches: PackedMatches;
  /** Once for each concept found; see `glanceFromText`. */
  readonly glances: PackedGlances;
  /** Learning states of the concepts found; drawn in our own root only. */
  readonly states: Readonly<Record<string, LearningState>>;
  /** Blocks that hold labels whose verdict the segmenter still owes: ask again with `page.judge`. */
  readonly pending: readonly number[];
  /** Changes with anything that affects matching. */
  readonly stamp: string;
}

const MAX_TEXT = 6_000_000;
const MAX_BLOCKS = 50_000;
const numbers = v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0))), v.maxLength(MAX_BLOCKS));
const blocks = v.pipe(
  v.strictObject({ ids: numbers, ends: numbers, text: v.pipe(v.string(), v.maxLength(MAX_TEXT)) }),
  v.check(areWhole, 'blocks that do not fit their text'),
);
const nothing = v.strictObject({});
const byKey = v.strictObject({ key: conceptRefSchema });
const shortText = v.pipe(v.string(), v.maxLength(2_000));

const sentence = v.strictObject({
  text: shortText,
  title: v.optional(shortText),
  url: v.optional(webAddressSchema),
  date: v.optional(v.pipe(v.string(), v.isoDate())),
});

const checked =
  <Request>(schema: v.GenericSchema<unknown, Request>) =>
  (value: unknown): Read<Request> => {
    const result = v.safeParse(schema, value);
    return result.success ? { request: result.output } : { fault: result.issues[0].message };
  };
const content = <Request, Reply>(request: v.GenericSchema<unknown, Request>): Call<Request, Reply> => ({
  read: checked(request),
  from: 'content',
});
const page = <Request, Reply>(request: v.GenericSchema<unknown, Request>): Call<Request, Reply> => ({
  read: checked(request),
  from: 'page',
});

/** Calls that the background answers. */
export const toBackground = {
  /** Content → background, as a page begins: it will ask soon. */
  'page.coming': content<Record<string, never>, undefined>(nothing),
  /** Content → background: what stands in these blocks? Safe matches at once. */
  'page.annotate': content<PackedBlocks, AnnotateReply>(blocks),
  /** Content → background: the same, with the segmenter's verdicts. */
  'page.judge': content<PackedBlocks, AnnotateReply>(blocks),
  /** Content → background, when a card unfolds or a linked concept is opened. */
  'concept.detail': content<{ key: string }, ConceptDetail | undefined>(byKey),
  /** Content → background: concepts for a selection or look-up, best first. */
  'concept.lookUp': content<{ text: string }, FirstGlance[]>(v.strictObject({ text: shortText })),
  /** Content → background: the reader knows, studies or mutes a concept; `undefined` clears. */
  'concept.setState': content<
    { key: string; state?: LearningState | undefined; sentence?: SentenceOnPage | undefined },
    StudyReply
  >(
    v.strictObject({
      key: conceptRefSchema,
      state: v.optional(v.picklist(LEARNING_STATES)),
      sentence: v.optional(sentence),
    }),
  ),
  /** Content → background: keep this sentence with the concept in the learning list. */
  'study.keep': content<{ key: string; sentence: SentenceOnPage }, StudyReply>(
    v.strictObject({ key: conceptRefSchema, sentence }),
  ),
  /** Content → background: take back what one of the two calls above has written. */
  'study.undo': content<{ revision: number }, StudyReply>(
    v.strictObject({ revision: v.pipe(v.number(), v.integer(), v.minValue(1)) }),
  ),
  /** Content → background: show the learning list. */
  'study.open': content<Record<string, never>, undefined>(nothing),
  /** Content → background: mark this label nowhere any more. */
  'label.mute': content<{ label: string }, undefined>(v.strictObject({ label: shortText })),
  /** Content → background: the folded parts of the card that the reader keeps open. */
  'card.rememberSections': content<{ open: string[] }, undefined>(
    v.strictObject({ open: v.pipe(v.array(shortText), v.maxLength(50)) }),
  ),
  /** Content → background: open the entry on the options page. */
  'concept.edit': content<{ key: string }, undefined>(byKey),
  /** Content → background: look for the text on the options page. */
  'concept.search': content<{ text: string }, undefined>(v.strictObject({ text: shortText })),
  /** Content → background, straight from a click: open the side panel beside this tab. */
  'panel.open': content<Record<string, never>, undefined>(nothing),
  /** Content → background: open the editor with a new entry that begins with this selection. */
  'concept.add': content<NewEntry, undefined>(
    v.strictObject({
      label: shortText,
      sentence: v.optional(shortText),
      title: v.optional(shortText),
      url: v.optional(shortText),
      date: v.optional(shortText),
    }),
  ),
  /** Content → background: terms on this page, for the badge. */
  'page.count': content<{ count: number }, undefined>(
    v.strictObject({ count: v.pipe(v.number(), v.integer()) }),
  ),
  /** Options page → background: something that affects matching was written. */
  'glossary.changed': page<Record<string, never>, undefined>(nothing),
  /** Any page of ours → background: loading of the shipped glossary. */
  'glossary.status': content<Record<string, never>, GlossaryStatus>(nothing),
} as const;

export interface GlossaryStatus {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly loaded: number;
  readonly total: number;
  readonly message?: string | undefined;
}

/** A sentence of the learning list, and where it stands. */
export interface SentenceOnPage {
  readonly text: string;
  /** Of the page. */
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  /** The article's day, `YYYY-MM-DD`. */
  readonly date?: string | undefined;
}

/** What was written to the learning list, to be taken back by its revision; nothing from a private window. */
export type StudyReply = { readonly revision: number } | { readonly refused: 'private' };

/** What the editor is filled with. */
export interface NewEntry {
  readonly label: string;
  readonly sentence?: string | undefined;
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  /** The article's day, `YYYY-MM-DD`. */
  readonly date?: string | undefined;
}

export interface PageTerms {
  readonly title: string;
  readonly url: string;
  readonly terms: readonly {
    readonly glance: FirstGlance;
    readonly count: number;
    readonly surface: string;
  }[];
  /**
   * `reading`: all that was read has been answered. `waiting`: some of it has not; `failed`: nobody answered, it is asked
   * again later. Without an article, and where the browser has translated the page, there are no terms.
   */
  readonly state: 'reading' | 'waiting' | 'failed' | 'no-article' | 'translated';
}

export type BackgroundCalls = typeof toBackground;
