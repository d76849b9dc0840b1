/** The compiled lexicon: read from storage, or compiled anew and stored. */
import {
  type CompiledLexicon,
  compileInTurns,
  LEXICON_FORMAT,
  lexiconFromBuffer,
} from '../../lib/annotate/lexicon.ts';
import { isOfPackage } from '../../lib/glossary/packaged.ts';
import type { GlossaryRepository } from '../../lib/glossary/repository.ts';

const INDEX = 'lexicon';
/** Others are answered in between. */
const pause = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
/** The stamp of a stored lexicon. */
const stampOf = (glossary: string): string => `${LEXICON_FORMAT}|${glossary}`;

export interface Compiled {
  /** Of the glossary, when it was compiled. */
  readonly stamp: string;
  readonly lexicon: CompiledLexicon;
}

export function createCompiledLexicon(glossary: GlossaryRepository) {
  let compiled: Compiled | undefined;
  let compiling: Promise<void> | undefined;

  const read = async (): Promise<Compiled | undefined> => {
    const stored = await glossary.readStampedIndex(INDEX);
    if (!stored?.stamp.startsWith(stampOf(''))) return undefined;
    const lexicon = lexiconFromBuffer(stored.data);
    return lexicon && { stamp: stored.stamp.slice(stampOf('').length), lexicon };
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

  return {
    /** The one compiled last, or else the one that is stored. */
    async latest(): Promise<Compiled | undefined> {
      compiled ??= await read();
      return compiled;
    },
    /** What is written meanwhile is to be laid over it: nothing is compiled twice at a time. */
    async anew(): Promise<Compiled | undefined> {
      compiling ??= compile().finally(() => {
        compiling = undefined;
      });
      await compiling;
      return compiled;
    },
  };
}
