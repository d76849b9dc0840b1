/** Glossaries as layers: switched on and off, put in order, removed; and the rows of layers out of force. */
import Dexie, { type Table } from 'dexie';
import type { GlossaryDatabase } from './database.ts';
import { GlossaryError } from './errors.ts';
import type { LayerKey } from './keys.ts';
import { glossaries } from './read.ts';
import type { GlossaryRow } from './rows.ts';
import { write } from './write.ts';

const CHUNK = 2_000;

export interface GlossaryChange {
  readonly enabled?: boolean | undefined;
  readonly title?: string | undefined;
}

/** Switches a glossary on or off, or renames it. @throws {GlossaryError} `not-found` */
export function changeGlossary(db: GlossaryDatabase, id: string, change: GlossaryChange): Promise<void> {
  return write(db, async (writing) => {
    const row = await existing(db, id);
    await db.glossaries.put({
      ...row,
      enabled: change.enabled ?? row.enabled,
      title: change.title ?? row.title,
      updatedAt: writing.now,
    });
    await writing.record({ kind: 'glossary', keys: [], changes: [] });
    writing.affectsMatching();
  });
}

/** Puts the glossaries in the order of `ids`; those not named keep their order behind them. */
export function orderGlossaries(db: GlossaryDatabase, ids: readonly string[]): Promise<void> {
  return write(db, async (writing) => {
    const rank = (row: GlossaryRow) => (ids.includes(row.id) ? ids.indexOf(row.id) : ids.length);
    const rows = (await glossaries(db)).sort((a, b) => rank(a) - rank(b));
    await db.glossaries.bulkPut(rows.map((row, order) => ({ ...row, order })));
    await writing.record({ kind: 'glossary', keys: [], changes: [] });
    writing.affectsMatching();
  });
}

async function existing(db: GlossaryDatabase, id: string): Promise<GlossaryRow> {
  const row = await db.glossaries.get(id);
  if (row === undefined) throw new GlossaryError('not-found', `there is no glossary ${id}`);
  return row;
}

/** Removes the rows of layers that nothing refers to: not in force, no snapshot, no work under way. */
export async function dropDeadLayers(db: GlossaryDatabase): Promise<void> {
  for (const table of [db.concepts, db.labels, db.usage] as Table<{ layer: string }, LayerKey>[]) {
    for (
      let layer = await layerAfter(table, '');
      layer !== undefined;
      layer = await layerAfter(table, layer)
    ) {
      while (await dropChunk(db, table, layer)) {
        // A chunk at a time, so that others can write in between.
      }
    }
  }
}

const rowsOf = (table: Table<unknown, LayerKey>, layer: string) =>
  table.where('[layer+conceptId]').between([layer, Dexie.minKey], [layer, Dexie.maxKey]);

async function layerAfter(table: Table<unknown, LayerKey>, layer: string): Promise<string | undefined> {
  const [key] = await table.where('[layer+conceptId]').above([layer, Dexie.maxKey]).limit(1).primaryKeys();
  return key?.[0];
}

/** @returns whether there may be more. */
async function dropChunk(
  db: GlossaryDatabase,
  table: Table<unknown, LayerKey>,
  layer: string,
): Promise<boolean> {
  // Asked again in each write: in between the layer may have come into force.
  if (await isAlive(db, layer)) return false;
  return write(db, async () => {
    if (await isAlive(db, layer)) return false;
    const keys = await rowsOf(table, layer).limit(CHUNK).primaryKeys();
    await table.bulkDelete(keys);
    return keys.length === CHUNK;
  });
}

async function isAlive(db: GlossaryDatabase, layer: string): Promise<boolean> {
  const alive = await Promise.all([db.glossaries.toArray(), db.snapshots.toArray(), db.staging.toArray()]);
  return alive.flat().some((row) => row.layer === layer);
}
