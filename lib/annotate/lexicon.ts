/**
 * A compiled lexicon: the index of its labels and, for each of its labels, who owns it.
 *
 * The owners are kept as text and read when a label is met, so that loading a stored lexicon costs next to nothing.
 */
import { labelIndexInSteps } from '../match/build.ts';
import type { LabelIndex } from '../match/label-index.ts';
import { packSections, unpackSections } from '../match/sections.ts';
import { atOnce, inTurns, type Steps } from '../match/steps.ts';
import { normaliseLabel, unitsToString } from '../text/normalise.ts';
import { foldFollower, foldLeader } from './quoting.ts';
import type { LabelHints, LexiconEntry } from './types.ts';
import { variantsOf } from './variants.ts';

/** Raised with every change of normalisation, of the stored layout or of what a label matches. */
export const LEXICON_FORMAT = 7;

/** One concept that owns a label. */
export interface LabelOwner {
  /** `glossaryId/conceptId`. */
  readonly concept: string;
  /** The label as the concept words it. */
  readonly form: string;
  readonly generic: boolean;
  readonly place?: string | undefined;
  readonly hints?: LabelHints | undefined;
  /** The label is another spelling of the form: it counts only where no concept words it so itself. */
  readonly variant?: true | undefined;
}

/** An index and the owners of its labels. */
export interface LexiconLayer {
  readonly index: LabelIndex;
  /** Concepts that own a label of the index, in the order of the entries; none where another layer has them. */
  readonly owners: (label: number) => readonly LabelOwner[];
}

/** What the pipeline reads: one layer, or a compiled lexicon and what was changed since (see `overlay.ts`). */
export interface Lexicon {
  readonly layers: readonly LexiconLayer[];
}

export interface CompiledLexicon extends Lexicon {
  readonly index: LabelIndex;
  /** Every owner of a label, with the variants that do not count. */
  readonly allOwners: (label: number) => readonly LabelOwner[];
  /** Number of distinct folded labels, variants included. */
  readonly size: number;
  /** Everything in one buffer, for `lexiconFromBuffer`. */
  readonly toBuffer: () => ArrayBuffer;
}

interface StoredLexicon extends LabelIndex {
  /** For each label its owners as JSON, laid behind one another. */
  readonly rows: Uint16Array;
  readonly rowStarts: Uint32Array;
}

/** Entries between two pauses. */
const STEP = 128;

/** The sections of the buffer. */
const ORDER = [
  'slots',
  'entries',
  'text',
  'pairs',
  'triples',
  'keys',
  'singles',
  'rows',
  'rowStarts',
] as const satisfies readonly (keyof StoredLexicon)[];

/** Builds the index and the table of owners. Entries whose form folds to nothing are left out. */
export const compileLexicon = (entries: readonly LexiconEntry[]): CompiledLexicon => atOnce(compile(entries));

/** The same where others wait to be answered: a hundred thousand entries take seconds. */
export const compileInTurns = (
  entries: readonly LexiconEntry[],
  pause: () => Promise<void>,
): Promise<CompiledLexicon> => inTurns(compile(entries), pause);

function* compile(entries: readonly LexiconEntry[]): Steps<CompiledLexicon> {
  const owners = yield* ownersInSteps(entries);
  const { rows, rowStarts } = yield* packRows([...owners.values()]);
  yield;
  const index = yield* labelIndexInSteps([...owners.keys()]);
  return assemble({ ...index, rows, rowStarts });
}

/** Every owner of each folded label, in the order of the entries; variants stand behind. */
export const ownersByLabel = (entries: readonly LexiconEntry[]): Map<string, LabelOwner[]> =>
  atOnce(ownersInSteps(entries));

function* ownersInSteps(entries: readonly LexiconEntry[]): Steps<Map<string, LabelOwner[]>> {
  const owners = new Map<string, LabelOwner[]>();
  const add = (label: string, entry: LexiconEntry, variant?: true): void => {
    const list = owners.get(label);
    if (list?.some((other) => other.concept === entry.concept)) return;
    const owner = { ...entry, hints: foldHints(entry.hints), variant };
    if (list === undefined) owners.set(label, [owner]);
    else list.push(owner);
  };
  const folded: string[] = [];
  for (const [index, entry] of entries.entries()) {
    const label = normaliseLabel(entry.form);
    folded.push(label);
    if (label !== '') add(label, entry);
    if (index % STEP === 0) yield;
  }
  for (const [index, entry] of entries.entries()) {
    for (const variant of variantsOf(folded[index] as string)) add(variant, entry, true);
    if (index % STEP === 0) yield;
  }
  return owners;
}

/** A spelling that a concept claims itself is never taken by another one's variant. */
export function counting(owners: readonly LabelOwner[]): readonly LabelOwner[] {
  const claims = owners.filter(({ variant }) => variant === undefined);
  return claims.length === 0 || claims.length === owners.length ? owners : claims;
}

/** @returns `undefined` when the buffer is not a lexicon of this format. The buffer must not change afterwards. */
export function lexiconFromBuffer(buffer: ArrayBuffer): CompiledLexicon | undefined {
  const sections = unpackSections(buffer, LEXICON_FORMAT);
  if (sections?.length !== ORDER.length) return undefined;
  const stored = Object.fromEntries(ORDER.map((name, index) => [name, sections[index]]));
  return assemble(stored as unknown as StoredLexicon);
}

function assemble(stored: StoredLexicon): CompiledLexicon {
  const { rows, rowStarts, ...index } = stored;
  const allOwners = (label: number): readonly LabelOwner[] =>
    JSON.parse(unitsToString(rows, rowStarts[label] as number, rowStarts[label + 1] as number));
  return {
    index,
    allOwners,
    layers: [{ index, owners: remembered((label) => counting(allOwners(label))) }],
    size: rowStarts.length - 1,
    toBuffer: () =>
      packSections(
        ORDER.map((name) => stored[name]),
        LEXICON_FORMAT,
      ),
  };
}

function* packRows(
  owners: readonly (readonly LabelOwner[])[],
): Steps<{ rows: Uint16Array; rowStarts: Uint32Array }> {
  const rowStarts = new Uint32Array(owners.length + 1);
  const texts: string[] = [];
  for (const [index, row] of owners.entries()) {
    const text = JSON.stringify(row);
    texts.push(text);
    rowStarts[index + 1] = (rowStarts[index] as number) + text.length;
    if (index % STEP === 0) yield;
  }
  const rows = new Uint16Array(rowStarts[owners.length] as number);
  let at = 0;
  for (const [number, text] of texts.entries()) {
    for (let index = 0; index < text.length; index += 1) rows[at + index] = text.charCodeAt(index);
    at += text.length;
    if (number % STEP === 0) yield;
  }
  return { rows, rowStarts };
}

/** Owners are asked for again with every mention. */
export function remembered(read: LexiconLayer['owners']): LexiconLayer['owners'] {
  const known = new Map<number, readonly LabelOwner[]>();
  return (label) => {
    let owners = known.get(label);
    if (owners === undefined) {
      owners = read(label);
      known.set(label, owners);
    }
    return owners;
  };
}

/** Hints compared with folded text must be folded too. */
function foldHints(hints: LabelHints | undefined): LabelHints | undefined {
  if (hints === undefined) return undefined;
  return {
    ...hints,
    notBefore: hints.notBefore?.map(foldFollower),
    notAfter: hints.notAfter?.map(foldLeader),
    minContext: hints.minContext?.map(normaliseLabel),
  };
}
