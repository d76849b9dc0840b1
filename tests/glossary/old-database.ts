/** Databases as the first version wrote them. */
import Dexie from 'dexie';

const TABLES = {
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
};
/** Rows by the table they stand in. */
export type OldRows = Readonly<Partial<Record<keyof typeof TABLES, readonly object[]>>>;

export async function writeOldDatabase(name: string, rows: OldRows): Promise<void> {
  const old = new Dexie(name);
  old.version(1).stores(TABLES);
  await old.open();
  for (const [table, added] of Object.entries(rows)) await old.table(table).bulkAdd(added);
  old.close();
}

/** Every row of a database, of whatever version, by table. */
export async function readAllRows(name: string): Promise<Record<string, readonly unknown[]>> {
  const any = await new Dexie(name).open();
  const found = await Promise.all(
    any.tables.map(async (table) => [table.name, await table.toArray()] as const),
  );
  any.close();
  return Object.fromEntries(found);
}

const since = '2026-01-01T00:00:00.000Z';
const oldState = (key: string) => ({ key, state: 'learning', since, sentence: `说到${key}。` });

/** A reader's database with this many terms being learnt, each with its sentence, and as many writes in the history. */
export const aLearnersDatabase = (count: number): OldRows => {
  const states = Array.from({ length: count }, (_, index) => oldState(`own/c${index}`));
  const revisions = states.map((after, index) => ({
    revision: index + 1,
    at: since,
    kind: 'state',
    keys: [after.key],
    changes: [],
    states: [{ key: after.key, after }],
  }));
  const nothing = { glossaries: [], overlays: [], trash: [], snapshots: [], drafts: [] };
  return {
    meta: [
      { key: 'database', value: 'old' },
      { key: 'revision', value: count },
      { key: 'matching', value: 0 },
    ],
    glossaries: [
      {
        id: 'own',
        kind: 'own',
        title: '',
        layer: 'own@0',
        release: 0,
        enabled: true,
        order: 0,
        updatedAt: since,
      },
    ],
    states,
    revisions,
    snapshots: [{ id: 'whole@1', at: since, whole: { ...nothing, states, revisions } }],
  };
};
