/** What stands in the tables. Shapes only; the tables themselves are in `database.ts`. */
import type { Conflict, Patch } from './merge.ts';
import type { Concept, Matching, Usage } from './schema.ts';

export interface MetaRow {
  readonly key: 'database' | 'revision' | 'matching' | 'package';
  readonly value: string | number;
}

export type GlossaryKind = 'starter' | 'own' | 'imported';

export interface GlossaryRow {
  readonly id: string;
  readonly kind: GlossaryKind;
  readonly title: string;
  readonly licence?: string | undefined;
  /** The layer in force. */
  readonly layer: string;
  /** Release of the shipped glossary; for others the number of imports. */
  readonly release: number;
  readonly enabled: boolean;
  /** Glossaries stand in rising order; where labels collide, the earlier one is named first. */
  readonly order: number;
  readonly updatedAt: string;
}

/** A concept as its glossary has it, and columns derived from it *as it is in force*, edits included. */
export interface ConceptRow {
  readonly layer: string;
  readonly conceptId: string;
  readonly concept: Concept;
  /** Revision of the last write. */
  readonly revision: number;
  /** Position in the list by label; absent, and so in no list, where the reader removed the concept. */
  readonly sort?: string | undefined;
  readonly updated?: string | undefined;
  /** What lists and relations are found by; see `derive.ts`. */
  readonly facets: readonly string[];
}

/** The labels of one concept in force; no row where it is removed. */
export interface LabelRow {
  readonly layer: string;
  readonly conceptId: string;
  readonly prefLabel: string;
  readonly normals: readonly string[];
  readonly forms: readonly { readonly form: string; readonly hints?: Matching | undefined }[];
  readonly generic: boolean;
  readonly place?: string | undefined;
}

/** The reader's edit of a concept that belongs to a shipped or imported glossary. */
export interface OverlayRow {
  readonly glossaryId: string;
  readonly conceptId: string;
  /** Release of the glossary that the patches were made against, or were last merged with. */
  readonly baseRelease: number;
  readonly patches: readonly Patch[];
  /** Where a newer release changed the same item; the reader's version stays in force until decided. */
  readonly conflicts: readonly Conflict[];
  /** The reader removed the concept. */
  readonly removed?: boolean | undefined;
  /** The glossary dropped the concept; its last base is kept because the reader had edited it, and is asked. */
  readonly dropped?: 'asked' | 'kept' | undefined;
  readonly revision: number;
  readonly updatedAt: string;
}

export type StudyState = 'learning' | 'known' | 'muted';

export interface StateRow {
  /** `glossaryId/conceptId`, or `label:` and the normalised label. */
  readonly key: string;
  readonly state: StudyState;
  readonly since: string;
  /** Oldest first; only what the reader kept by an act of their own. */
  readonly sentences?: readonly KeptSentence[] | undefined;
  /** Of terms being learned; absent before the first review. */
  readonly review?: Review | undefined;
  /** The muted label as it was written. */
  readonly label?: string | undefined;
}

/** A sentence in which the reader met a term, and where. */
export interface KeptSentence {
  readonly text: string;
  /** Of the page. */
  readonly title?: string | undefined;
  readonly url?: string | undefined;
  /** The article's day, `YYYY-MM-DD`. */
  readonly date?: string | undefined;
  readonly keptAt: string;
}

/** Where a term stands in the schedule of `lib/study/schedule.ts`. */
export interface Review {
  /** Times in a row that the reader knew it. */
  readonly box: number;
  /** The day it is asked again, `YYYY-MM-DD`. */
  readonly due: string;
}

export interface UsageRow extends Usage {
  readonly layer: string;
}

export type RevisionKind =
  | 'save'
  | 'remove'
  | 'move'
  | 'restore'
  | 'reset'
  | 'undo'
  | 'resolve'
  | 'state'
  | 'glossary'
  | 'release'
  | 'import'
  | 'backup';

/** One entry as it was in force before and after; absent where it did not exist. */
export interface Change {
  readonly key: string;
  readonly before?: Concept | undefined;
  readonly after?: Concept | undefined;
}

/** A study state before and after. */
export interface StateChanged {
  readonly key: string;
  readonly before?: StateRow | undefined;
  readonly after?: StateRow | undefined;
}

/** Everything one write changed. */
export interface RevisionRow {
  readonly revision: number;
  readonly at: string;
  readonly kind: RevisionKind;
  /** Keys of the entries changed; empty where a whole layer was switched. */
  readonly keys: readonly string[];
  readonly changes: readonly Change[];
  readonly states?: readonly StateChanged[] | undefined;
  /** A switch of layers, or the removal of a glossary. */
  readonly layers?:
    | {
        readonly glossaryId: string;
        readonly before?: string | undefined;
        readonly after?: string | undefined;
        /** Entries of the new layer. */
        readonly count: number;
      }
    | undefined;
  /** The revision that this one took back. */
  readonly undoes?: number | undefined;
}

export interface TrashRow {
  readonly key: string;
  readonly concept: Concept;
  readonly removedAt: string;
  readonly revision: number;
}

/** A glossary as it was before an import, a new release or its removal; its layer is kept to return to. */
export interface SnapshotRow {
  readonly id: string;
  readonly glossary: GlossaryRow;
  readonly at: string;
  readonly reason: 'release' | 'import' | 'restore' | 'remove';
}

/** Everything that a backup holds besides the entries in their layers. */
export interface WholeState {
  readonly glossaries: readonly GlossaryRow[];
  readonly overlays: readonly OverlayRow[];
  readonly states: readonly StateRow[];
  readonly revisions: readonly RevisionRow[];
  readonly trash: readonly TrashRow[];
  readonly snapshots: readonly SnapshotRow[];
  readonly drafts: readonly DraftRow[];
}

/** The whole database as it was before a backup was restored; the layers it names are kept. */
export interface WholeSnapshotRow {
  readonly id: string;
  readonly at: string;
  readonly whole: WholeState;
}

export interface DraftRow {
  readonly key: string;
  /** As typed: need not fit the schema yet. */
  readonly value: unknown;
  /** Revision of the entry that the draft began from; absent for a new one. */
  readonly revision?: number | undefined;
  readonly at: string;
}

/** Work under way that survives a closed page or a killed background. */
export interface StagingRow {
  readonly id: string;
  readonly kind: 'release' | 'import' | 'restore';
  readonly glossaryId: string;
  /** Where the rows go; not in force before the switch. */
  readonly layer: string;
  readonly release: number;
  /** Entries taken in so far, refused ones included. */
  readonly done: number;
  /** Entries to come, 0 where that is not known before the end; of an import that is staged those that were taken. */
  readonly total: number;
  readonly startedAt: string;
  /** Of imports only. */
  readonly revision?: number | undefined;
  readonly title?: string | undefined;
  readonly licence?: string | undefined;
  /** Tells the file and how it is read, so that the same can be gone on with. */
  readonly file?: string | undefined;
  readonly phase?: 'staging' | 'staged' | 'applying' | undefined;
  readonly applying?: Applying | undefined;
}

/** How far an import has been mixed with what its glossary held. */
export interface Applying {
  readonly mode: 'add' | 'merge' | 'replace';
  /** Layer whose entries are mixed in. */
  readonly from: string;
  /** Last entry of `from` that was looked at; empty at the start. */
  readonly last: string;
}

/** Something derived that is expensive to build: the compiled lexicon, verdicts, the search index. */
export interface IndexRow {
  readonly name: string;
  readonly stamp: string;
  readonly data: ArrayBuffer;
}
