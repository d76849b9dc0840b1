/**
 * Everything that matching needs, made when first asked for: the lexicon, first glances, jieba.
 *
 * The lexicon is the compiled one that is stored, and over it what was written since, read from the glossary's history.
 * Where too much was written it is compiled and stored anew. The background may die at any time; nothing here cannot be
 * made again.
 */
import { annotate, judge } from '../../lib/annotate/annotate.ts';
import type { Lexicon } from '../../lib/annotate/lexicon.ts';
import { overlayLexicon } from '../../lib/annotate/overlay.ts';
import type { Match, TextBlock } from '../../lib/annotate/types.ts';
import { isOfPackage } from '../../lib/glossary/packaged.ts';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import { glanceToText, packGlances } from '../../lib/messages/packed-glances.ts';
import { packMatches } from '../../lib/messages/packed-matches.ts';
import type { AnnotateReply, LearningState } from '../../lib/messages/protocol.ts';
import type { Segmenter } from '../../lib/segment/segmenter.ts';
import { type Compiled, createCompiledLexicon } from './compiled-lexicon.ts';

const NO_STATES: Readonly<Record<string, LearningState>> = {};

interface Loaded {
  readonly stamp: string;
  readonly lexicon: Lexicon;
  /** Stamp of the compiled lexicon under it. */
  readonly base: string;
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
  /** Pages were answered from what is older than this stamp: from the package, while storage was in trouble, or before a
   * write that nobody told of. */
  readonly onNewer: (stamp: string) => void;
}

export type Engine = ReturnType<typeof createEngine>;

export function createEngine({ glossary, loadSegmenter, generic, ready, onNewer }: EngineSources) {
  const lexicons = createCompiledLexicon(glossary);
  let last: Loaded | undefined;
  let loading: { readonly whole: Promise<Loaded>; readonly compiles: Promise<void> } | undefined;
  let segmenter: Promise<Segmenter> | undefined;

  /** @param onCompile called where it will take long */
  const load = async (onCompile: () => void): Promise<Loaded> => {
    await ready();
    const states = new Map<string, LearningState | undefined>();
    for (;;) {
      const stamp = await glossary.stamp();
      // Study states change what is drawn, and no entry.
      if (last?.stamp === stamp) return { ...last, states };
      const compiled = await lexicons.latest();
      if (compiled?.stamp === stamp) return withoutChanges(compiled, states);
      const changes = compiled && (await glossary.lexiconSince(compiled.stamp));
      if (compiled !== undefined && changes !== undefined) {
        const base = compiled.stamp;
        // Where it was compiled anew since, more has changed than is told here.
        const glances = new Map(last?.base === base ? last.glances : []);
        for (const key of changes.concepts) glances.delete(key);
        const lexicon = overlayLexicon(compiled.lexicon, changes);
        return { stamp: changes.stamp, lexicon, base, glances, states };
      }
      onCompile();
      const anew = await lexicons.anew();
      // Labels may be what cannot be read of a database that tells its stamp.
      if (anew !== undefined && isOfPackage(anew.stamp)) return withoutChanges(anew, states);
    }
  };
  const withoutChanges = ({ stamp, lexicon }: Compiled, states: Loaded['states']): Loaded => ({
    stamp,
    lexicon,
    base: stamp,
    glances: new Map(),
    states,
  });
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
        if (isRecovered) onNewer(state.stamp);
        return state;
      },
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return { whole, compiles };
  };

  const invalidate = (): void => {
    loading = undefined;
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
      // A page that writes may be closed before it tells.
      const { stamp } = await loaded();
      if (isOfPackage(stamp) || (await glossary.stamp()) === stamp) return undefined;
      invalidate();
      onNewer((await loaded()).stamp);
      return undefined;
    },
    /** Something that affects matching was written: what is loaded is out of date. */
    invalidate,
    stamp: async (): Promise<string> => (await loaded()).stamp,
  };
}
