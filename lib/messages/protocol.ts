/**
 * Every message between the parts of the extension, one line a call, with its direction.
 *
 * A request is checked by its schema at the receiver; a reply comes from our own code and is only typed.
 */
import * as v from 'valibot';
import type { Match } from '../annotate/types.ts';
import {
  type ByLanguage,
  type Component,
  type Concept,
  type ConceptId,
  conceptRefSchema,
  type Usage,
} from '../glossary/schema.ts';

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
  readonly matches: readonly Match[];
  readonly cards: Readonly<Record<string, FirstGlance>>;
  /** Learning states of the concepts found; drawn in our own root only. */
  readonly states: Readonly<Record<string, LearningState>>;
  /** Blocks that hold labels whose verdict the segmenter still owes: ask again with `page.judge`. */
  readonly pending: readonly number[];
  /** Changes with anything that affects matching. */
  readonly stamp: string;
}

const MAX_BLOCK = 6_000_000;
const blocks = v.pipe(
  v.array(
    v.strictObject({ id: v.pipe(v.number(), v.integer()), text: v.pipe(v.string(), v.maxLength(MAX_BLOCK)) }),
  ),
  v.maxLength(50_000),
);
const nothing = v.strictObject({});
const byKey = v.strictObject({ key: conceptRefSchema });
const shortText = v.pipe(v.string(), v.maxLength(2_000));

export interface Call<Request, Reply> {
  readonly request: v.GenericSchema<unknown, Request>;
  /** Only the type is used. */
  readonly reply?: Reply;
  /** Who may send it: content scripts too, or the extension's own pages only. */
  readonly from: 'content' | 'page';
}
const content = <Request, Reply>(request: v.GenericSchema<unknown, Request>): Call<Request, Reply> => ({
  request,
  from: 'content',
});
const page = <Request, Reply>(request: v.GenericSchema<unknown, Request>): Call<Request, Reply> => ({
  request,
  from: 'page',
});

/** Calls that the background answers. */
export const toBackground = {
  /** Content → background: what stands in these blocks? Safe matches at once. */
  'page.annotate': content<{ blocks: { id: number; text: string }[] }, AnnotateReply>(
    v.strictObject({ blocks }),
  ),
  /** Content → background: the same, with the segmenter's verdicts. */
  'page.judge': content<{ blocks: { id: number; text: string }[] }, AnnotateReply>(
    v.strictObject({ blocks }),
  ),
  /** Content → background, when a card unfolds or a linked concept is opened. */
  'concept.detail': content<{ key: string }, ConceptDetail | undefined>(byKey),
  /** Content → background: concepts for a selection or look-up, best first. */
  'concept.lookUp': content<{ text: string }, FirstGlance[]>(v.strictObject({ text: shortText })),
  /** Content → background: the reader knows, studies or mutes a concept; `undefined` clears. */
  'concept.setState': content<
    { key: string; state?: LearningState | undefined; sentence?: string | undefined },
    undefined
  >(
    v.strictObject({
      key: conceptRefSchema,
      state: v.optional(v.picklist(LEARNING_STATES)),
      sentence: v.optional(shortText),
    }),
  ),
  /** Content → background: mark this label nowhere any more. */
  'label.mute': content<{ label: string }, undefined>(v.strictObject({ label: shortText })),
  /** Content → background: open the entry on the options page. */
  'concept.edit': content<{ key: string }, undefined>(byKey),
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

/** Calls that a content script answers. */
export const toContent = {
  /** Background → content: ask again, the glossary changed. */
  'marks.refresh': page<{ stamp: string }, undefined>(v.strictObject({ stamp: v.string() })),
  /** Background → content: a keyboard command or menu entry. */
  'command.run': page<{ name: string }, undefined>(v.strictObject({ name: v.string() })),
  /** Panel or popup → content: the terms of this page, in order. */
  'page.terms': page<Record<string, never>, PageTerms>(nothing),
  /** Panel → content: scroll to a mention and flash it. */
  'page.reveal': page<{ key: string; index: number }, undefined>(
    v.strictObject({ key: conceptRefSchema, index: v.pipe(v.number(), v.integer(), v.minValue(0)) }),
  ),
} as const;

export interface PageTerms {
  readonly title: string;
  readonly url: string;
  readonly terms: readonly {
    readonly glance: FirstGlance;
    readonly count: number;
    readonly surface: string;
  }[];
}

export type BackgroundCalls = typeof toBackground;
export type ContentCalls = typeof toContent;
export type RequestOf<C> = C extends Call<infer Request, unknown> ? Request : never;
export type ReplyOf<C> =
  C extends Call<never, infer Reply> ? Reply : C extends Call<infer _R, infer Reply> ? Reply : never;
