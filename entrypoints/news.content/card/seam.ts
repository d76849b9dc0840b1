/**
 * What the card needs from the page it stands on, and what it offers to it.
 *
 * `createCardHost(page, signal): CardHost` in `index.ts` is the one way in. The card listens for pointer, click and
 * Esc itself (asking `hitTest`), draws itself in a closed shadow root that is created when it first opens, and ends
 * with `signal`. Keyboard commands, next/previous term and marks stay with the page.
 */
import type { Verdict, Why } from '../../../lib/annotate/types.ts';
import type { Language } from '../../../lib/i18n/language.ts';
import type {
  ConceptDetail,
  FirstGlance,
  LearningState,
  StudyReply,
} from '../../../lib/messages/protocol.ts';
import type { Settings } from '../../../lib/settings/settings.ts';

/** One mention on the page (or the reader's selection) with what it may mean. */
export interface CardTarget {
  /** Where the card points; the card asks for its rectangles anew while the page scrolls. */
  readonly range: Range;
  /** The concept first, then the others that own the same label (`Match.alternatives`). */
  readonly glances: readonly [FirstGlance, ...FirstGlance[]];
  /** The text as it stands on the page. */
  readonly surface: string;
  /** Absent for a selection that the reader asked about. */
  readonly why?: Why | undefined;
  readonly verdict?: Verdict | undefined;
  /** The sentence around it, for “study this” and the report; read only when needed, so a getter is welcome. */
  readonly sentence: string;
}

/** How the card came to open: only `keyboard` moves the focus into it; `press` is a click or tap. */
export type Opening = 'pointer' | 'press' | 'keyboard';

export interface CardPage {
  /** The mention at a point of the viewport (CSS px); called at most once a frame. */
  hitTest(x: number, y: number): CardTarget | undefined;
  /** Whether there is any mention to hit. */
  hasMarks(): boolean;
  settings(): Settings;
  language(): Language;
  /** `concept.detail`; rejects with `ChannelError`. */
  ask(key: string, signal: AbortSignal): Promise<ConceptDetail | undefined>;
  stateOf(key: string): LearningState | undefined;
  /** `undefined` clears the state. The sentence is given only with `learning`, and where the reader wants it kept. */
  setState(key: string, state: LearningState | undefined, sentence: string | undefined): Promise<StudyReply>;
  /** Keeps the sentence, with what is known of the page, in the learning list. */
  keepSentence(key: string, sentence: string): Promise<StudyReply>;
  /** Takes back what one of the two has written; `before` was the state. */
  undoStudy(revision: number, key: string, before: LearningState | undefined): Promise<StudyReply>;
  openStudyList(): Promise<unknown>;
  /** Opens the entry in the editor. */
  edit(key: string): Promise<void>;
  /** `settings.openSections` as the reader left them. */
  rememberSections(open: readonly string[]): void;
  /** Take away the mark of this mention; the button is absent without it. */
  notHere?: ((target: CardTarget) => void) | undefined;
  /** Mark this label nowhere any more; the button is absent without it. */
  neverLabel?: ((label: string, key: string) => Promise<void>) | undefined;
  /** Show this concept in the side panel; the button is absent without it. */
  openPanel?: ((key: string) => void) | undefined;
  /** The mention whose card is open, for drawing it; `undefined` once the card is closed. */
  onCurrent?: ((target: CardTarget | undefined) => void) | undefined;
  /** For the report: version of the extension. */
  readonly version: string;
}

export interface CardHost {
  open(target: CardTarget, how: Opening): void;
  /** Closes, pinned or not; the focus returns if it was in the card. */
  close(): void;
  back(): void;
  forward(): void;
  togglePin(): void;
  /** Settings, language or states changed: draw again. */
  refresh(): void;
  /** The glossary changed: asks again for the concept that is shown. */
  reload(): void;
  readonly current: CardTarget | undefined;
  /** The closed root, created on demand: for boxes over the current mention. Nothing else of ours is on the page. */
  root(): ShadowRoot;
}
