/**
 * The IndexedDB database, and nothing else: tables, indexes, versions.
 *
 * Only this room and its tests import it. Versions are append-only: a shipped `version(n)` is never edited, a new one
 * is added below it.
 */
import Dexie, { type Table } from 'dexie';
import { GlossaryError } from './errors.ts';
import { type LayerKey, layerName } from './keys.ts';
import type { KnownKeys } from './list-keys.ts';
import { createPace } from './pace.ts';
import type {
  ConceptRow,
  DraftRow,
  GlossaryRow,
  IndexRow,
  LabelRow,
  MetaRow,
  OverlayRow,
  RevisionRow,
  SnapshotRow,
  StagingRow,
  StateRow,
  TrashRow,
  UsageRow,
  WholeSnapshotRow,
} from './rows.ts';
import { OWN_GLOSSARY_ID } from './schema.ts';
import { keepSentencesInLists } from './upgrade.ts';

export const DATABASE_NAME = 'cezhu-glossary';

export class GlossaryDatabase extends Dexie {
  declare readonly meta: Table<MetaRow, string>;
  declare readonly glossaries: Table<GlossaryRow, string>;
  declare readonly concepts: Table<ConceptRow, LayerKey>;
  declare readonly labels: Table<LabelRow, LayerKey>;
  declare readonly overlays: Table<OverlayRow, readonly [string, string]>;
  declare readonly states: Table<StateRow, string>;
  declare readonly usage: Table<UsageRow, LayerKey>;
  declare readonly revisions: Table<RevisionRow, number>;
  declare readonly trash: Table<TrashRow, string>;
  declare readonly snapshots: Table<SnapshotRow | WholeSnapshotRow, string>;
  declare readonly drafts: Table<DraftRow, string>;
  declare readonly staging: Table<StagingRow, string>;
  declare readonly indexes: Table<IndexRow, string>;
  /** Of writing layers that are not in force; learnt while it is done. */
  readonly pace = createPace();
  /** Of the connection, from the first call on. */
  opening: Promise<void> | undefined;
  /** What lists have read of it. */
  readonly known: KnownKeys = { sorted: new Map(), facets: new Map() };
  /** The import that was staged last over this connection, with the ids it has taken; read anew where another went on. */
  staged: { readonly id: string; readonly done: number; readonly ids: Set<string> } | undefined;
  /** Called when the connection is closed by others. */
  readonly closedListeners = new Set<(why: GlossaryError) => void>();
  #closedBecause: GlossaryError | undefined;

  /** Why the connection was closed by others, where it was. */
  get closedBecause(): GlossaryError | undefined {
    return this.#closedBecause;
  }
  set closedBecause(why: GlossaryError) {
    this.#closedBecause = why;
    for (const listener of this.closedListeners) listener(why);
  }

  constructor(name: string) {
    // Never opened in passing: what is found there is looked at first.
    super(name, { chromeTransactionDurability: 'strict', autoOpen: false });
    this.version(1).stores({
      meta: 'key',
      glossaries: 'id',
      concepts: '[layer+conceptId], sort, updated, *facets',
      labels: '[layer+conceptId], *normals',
      overlays: '[glossaryId+conceptId]',
      states: 'key, state',
      usage: '[layer+conceptId]',
      revisions: 'revision, *keys',
      trash: 'key, removedAt',
      snapshots: 'id',
      drafts: 'key',
      staging: 'id',
      indexes: 'name',
    });
    this.version(2).stores({}).upgrade(keepSentencesInLists);
    this.on('populate', () => this.#populate());
    this.on('versionchange', ({ newVersion }) => {
      // Let the other side go on: it is a newer Cezhu, or the reader who erases everything.
      this.closedBecause =
        newVersion === null
          ? new GlossaryError('deleted', 'the glossary database was deleted')
          : new GlossaryError('outdated', 'a newer Cezhu uses the database: reload this page');
      this.close();
      return false;
    });
  }

  #populate(): void {
    const now = new Date().toISOString();
    this.meta.bulkAdd([
      { key: 'database', value: crypto.randomUUID() },
      { key: 'revision', value: 0 },
      { key: 'matching', value: 0 },
    ]);
    this.glossaries.add({
      id: OWN_GLOSSARY_ID,
      kind: 'own',
      title: '',
      layer: layerName(OWN_GLOSSARY_ID, 0),
      release: 0,
      enabled: true,
      order: 0,
      updatedAt: now,
    });
  }
}
