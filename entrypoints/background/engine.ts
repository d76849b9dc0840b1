/**
 * Everything that matching needs, made when first asked for: the lexicon, first glances, jieba.
 *
 * The lexicon is the compiled one that is stored, and over it what was written since, read from the glossary's history.
 * Where too much was written it is compiled and stored anew. The background may die at any time; nothing here cannot be
 * made again.
 */
import { annotate, judge } from '../../lib/annotate/annotate.ts';
import {
  type CompiledLexicon,
  compileInTurns,
  LEXICON_FORMAT,
  type Lexicon,
  lexiconFromBuffer,
} from '../../lib/annotate/lexicon.ts';
import { overlayLexicon } from '../../lib/annotate/overlay.ts';
import type { Match, TextBlock } from '../../lib/annotate/types.ts';
import { isOfPackage } from '../../lib/glossary/packaged.ts';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import { glanceToText, packGlances } from '../../lib/messages/packed-glances.ts';
import { packMatches } from '../../lib/messages/packed-matches.ts';
import type { AnnotateReply, LearningState } from '../../lib/messages/protocol.ts';
import type { Segmenter } from '../../lib/segment/segmenter.ts';

const INDEX = 'lexicon';
/** Others are answered in between. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
const NO_STATES: Readonly<Record<string, LearningState>> = {};
/** The stamp of a stored lexicon. */
const stampOf = (glossary: string): string => `${LEXICON_FORMAT}|${glossary}`;

interface Compiled {
  /** Of the glossary, when it was compiled. */
  readonly stamp: string;
  readonly lexicon: CompiledLexicon;
}

interface Loaded {
  readonly stamp: string;
  readonly lexicon: Lexicon;
  /** What was read since: every write is told, and makes this anew. */
  /** As they are sent. */
  readonly glances: Map<string, string>;
  readonly states: Map<string, LearningState | undefined>;
}

export interface EngineSources {
  readonly glossary: GlossaryRepository;
  readonly loadSegmenter: () => Promise<Segmenter>;
  /** Generic concepts too. */
  readonly generic: () => Promise<boolean>;
  /** Resolves once there is a glossary to read. */
  readonly ready: () => Promise<void>;
  /** Storage can be read again, by this stamp: pages were answered from the package meanwhile. */
  readonly onRecovered: (stamp: string) => void;
}

export type Engine = ReturnType<typeof createEngine>;

export function createEngine({ glossary, loadSegmenter, generic, ready, onRecovered }: EngineSources) {
  let compiled: Compiled | undefined;
  let last: Loaded | undefined;
  let loading: { readonly whole: Promise<Loaded>; readonly compiles: Promise<void> } | undefined;
  let compiling: Promise<void> | undefined;
  let segmenter: Promise<Segmenter> | undefined;

  /** @param onCompile called where it will take long */
  const load = async (onCompile: () => void): Promise<Loaded> => {
    await ready();
    const states = new Map<string, LearningState | undefined>();
    for (;;) {
      const stamp = await glossary.stamp();
      // Study states change what is drawn, and no entry.
      if (last?.stamp === stamp) return { ...last, states };
      compiled ??= await readCompiled();
      if (compiled?.stamp === stamp) return { ...compiled, glances: new Map(), states };
      const changes = compiled && (await glossary.lexiconSince(compiled.stamp));
      if (compiled !== undefined && changes !== undefined) {
        const glances = new Map(last?.glances);
        for (const key of changes.concepts) glances.delete(key);
        return { stamp: changes.stamp, lexicon: overlayLexicon(compiled.lexicon, changes), glances, states };
      }
      onCompile();
      // What is written meanwhile is laid over it: nothing is compiled twice at a time.
      compiling ??= compile().finally(() => {
        compiling = undefined;
      });
      await compiling;
      // Labels may be what cannot be read of a database that tells its stamp.
      if (compiled !== undefined && isOfPackage(compiled.stamp))
        return { ...compiled, glances: new Map(), states };
    }
  };
  const compile = async (): Promise<void> => {
    const { stamp, labels } = await glossary.lexicon();
    if (stamp === compiled?.stamp) return;
    const lexicon = await compileInTurns(labels, pause);
    compiled = { stamp, lexicon };
    if (isOfPackage(stamp)) return;
    // Answers do not wait for the disk; where it is full the lexicon is compiled again next time.
    void glossary.writeIndex(INDEX, stampOf(stamp), lexicon.toBuffer()).catch(() => {});
  };
  const readCompiled = async (): Promise<Compiled | undefined> => {
    const stored = await glossary.readStampedIndex(INDEX);
    if (!stored?.stamp.startsWith(stampOf(''))) return undefined;
    const lexicon = lexiconFromBuffer(stored.data);
    return lexicon && { stamp: stored.stamp.slice(stampOf('').length), lexicon };
  };
  const loaded = (): Promise<Loaded> => {
    loading ??= startLoading();
    return loading.whole;
  };
  /**
   * What pages are answered from: while the whole glossary is compiled, or storage is tried after trouble, the one before,
   * if it is here; every page is asked to come again once the new one is there.
   */
  const answering = (): Promise<Loaded> => {
    loading ??= startLoading();
    const { whole, compiles } = loading;
    const old = last;
    if (old === undefined) return whole;
    const mayWait = isOfPackage(old.stamp) ? undefined : compiles;
    return Promise.race([whole, Promise.resolve(mayWait).then(() => old)]);
  };
  const startLoading = () => {
    const { promise: compiles, resolve } = Promise.withResolvers<void>();
    const whole = load(resolve).then(
      (state) => {
        const isPackaged = isOfPackage(state.stamp);
        const isRecovered = last !== undefined && isOfPackage(last.stamp) && !isPackaged;
        last = state;
        // Storage is tried again with the next question.
        if (isPackaged) loading = undefined;
        if (isRecovered) onRecovered(state.stamp);
        return state;
      },
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return { whole, compiles };
  };

  const replyWith = async (
    { stamp, glances, states: known }: Loaded,
    matches: readonly Match[],
    pending: readonly number[],
  ): Promise<AnnotateReply> => {
    const keys = new Set(matches.flatMap(({ concept, alternatives = [] }) => [concept, ...alternatives]));
    const missing = [...keys].filter((key) => !glances.has(key));
    const unasked = [...keys].filter((key) => !known.has(key));
    const [fresh, found] = await Promise.all([
      missing.length === 0 ? [] : glossary.glances(missing),
      unasked.length === 0 ? NO_STATES : glossary.statesOf(unasked),
    ]);
    for (const glance of fresh) glances.set(glance.key, glanceToText(glance));
    for (const key of unasked) known.set(key, found[key]);
    const sent = new Map<string, string>();
    const states: Record<string, LearningState> = {};
    for (const key of keys) {
      const [glance, state] = [glances.get(key), known.get(key)];
      if (glance !== undefined) sent.set(key, glance);
      if (state !== undefined) states[key] = state;
    }
    return { matches: packMatches(matches), glances: packGlances(sent), states, pending, stamp };
  };

  return {
    async annotate(blocks: readonly TextBlock[]): Promise<AnnotateReply> {
      const [state, withGeneric] = await Promise.all([answering(), generic()]);
      const { matches, pending } = annotate(blocks, state.lexicon, { generic: withGeneric });
      return replyWith(state, matches, pending);
    },
    async judge(blocks: readonly TextBlock[]): Promise<AnnotateReply> {
      segmenter ??= loadSegmenter().catch((error: unknown) => {
        segmenter = undefined;
        throw error;
      });
      const [state, withGeneric, words] = await Promise.all([answering(), generic(), segmenter]);
      return replyWith(state, judge(blocks, state.lexicon, words, { generic: withGeneric }), []);
    },
    /** Makes ready what the next question needs. */
    async warm(): Promise<undefined> {
      await Promise.all([answering(), generic()]);
      return undefined;
    },
    /** Something that affects matching was written: what is loaded is out of date. */
    invalidate(): void {
      loading = undefined;
    },
    stamp: async (): Promise<string> => (await loaded()).stamp,
  };
}
