/**
 * Everything that matching needs, made when first asked for: the compiled lexicon (loaded from its stored buffer where
 * the stamp fits, else built and stored), first glances, jieba.
 *
 * The background may die at any time; nothing here cannot be made again.
 */
import { annotate, judge } from '../../lib/annotate/annotate.ts';
import {
  type CompiledLexicon,
  compileLexicon,
  LEXICON_FORMAT,
  lexiconFromBuffer,
} from '../../lib/annotate/lexicon.ts';
import type { Match, TextBlock } from '../../lib/annotate/types.ts';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';
import { packMatches } from '../../lib/messages/packed-matches.ts';
import type { AnnotateReply, FirstGlance } from '../../lib/messages/protocol.ts';
import type { Segmenter } from '../../lib/segment/segmenter.ts';

const INDEX = 'lexicon';

interface Loaded {
  readonly stamp: string;
  readonly lexicon: CompiledLexicon;
  readonly glances: Map<string, FirstGlance>;
}

export interface EngineSources {
  readonly glossary: GlossaryRepository;
  readonly loadSegmenter: () => Promise<Segmenter>;
  /** Generic concepts too. */
  readonly generic: () => Promise<boolean>;
  /** Resolves once there is a glossary to read. */
  readonly ready: () => Promise<void>;
}

export type Engine = ReturnType<typeof createEngine>;

export function createEngine({ glossary, loadSegmenter, generic, ready }: EngineSources) {
  let loading: Promise<Loaded> | undefined;
  let last: Loaded | undefined;
  let segmenter: Promise<Segmenter> | undefined;

  const load = async (): Promise<Loaded> => {
    await ready();
    const stamp = `${LEXICON_FORMAT}|${await glossary.stamp()}`;
    // What was written may have changed what cards say, and no label.
    if (last?.stamp === stamp) return { ...last, glances: new Map() };
    const stored = await glossary.readIndex(INDEX, stamp);
    const known = stored && lexiconFromBuffer(stored);
    if (known !== undefined) return { stamp, lexicon: known, glances: new Map() };
    const lexicon = compileLexicon(await glossary.lexicon());
    // Answers do not wait for the disk; where it is full the lexicon is built again next time.
    void glossary.writeIndex(INDEX, stamp, lexicon.toBuffer()).catch(() => {});
    return { stamp, lexicon, glances: new Map() };
  };
  const loaded = (): Promise<Loaded> => {
    loading ??= load().then(
      (state) => {
        last = state;
        return state;
      },
      (error: unknown) => {
        loading = undefined;
        throw error;
      },
    );
    return loading;
  };

  const replyWith = async (
    { stamp, glances }: Loaded,
    matches: readonly Match[],
    pending: readonly number[],
  ): Promise<AnnotateReply> => {
    const keys = new Set(matches.flatMap(({ concept, alternatives = [] }) => [concept, ...alternatives]));
    const missing = [...keys].filter((key) => !glances.has(key));
    const [fresh, states] = await Promise.all([
      missing.length === 0 ? [] : glossary.glances(missing),
      glossary.statesOf([...keys]),
    ]);
    for (const glance of fresh) glances.set(glance.key, glance);
    const cards: Record<string, FirstGlance> = {};
    for (const key of keys) {
      const glance = glances.get(key);
      if (glance !== undefined) cards[key] = glance;
    }
    return { matches: packMatches(matches), cards, states, pending, stamp };
  };

  return {
    async annotate(blocks: readonly TextBlock[]): Promise<AnnotateReply> {
      const [state, withGeneric] = await Promise.all([loaded(), generic()]);
      const { matches, pending } = annotate(blocks, state.lexicon, { generic: withGeneric });
      return replyWith(state, matches, pending);
    },
    async judge(blocks: readonly TextBlock[]): Promise<AnnotateReply> {
      segmenter ??= loadSegmenter().catch((error: unknown) => {
        segmenter = undefined;
        throw error;
      });
      const [state, withGeneric, words] = await Promise.all([loaded(), generic(), segmenter]);
      return replyWith(state, judge(blocks, state.lexicon, words, { generic: withGeneric }), []);
    },
    /** Something that affects matching was written: what is loaded is out of date. */
    invalidate(): void {
      loading = undefined;
    },
    stamp: async (): Promise<string> => (await loaded()).stamp,
  };
}
