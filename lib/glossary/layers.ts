/** Glossaries as layers: switched on and off, put in order, removed; and the rows of layers out of force. */
import Dexie, { type Table } from 'dexie';
import { dropRows } from './bulk.ts';
import type { GlossaryDatabase } from './database.ts';
import { GlossaryError } from './errors.ts';
import { type LayerKey, layerName } from './keys.ts';
import { glossaries } from './read.ts';
import type { GlossaryRow, SnapshotRow } from './rows.ts';
import { snapshots, switchLayer, takeSnapshot, wholeSnapshots } from './switch.ts';
import { type Writing, withLock, write } from './write.ts';

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

/** Takes a glossary out of use; a snapshot keeps it. The reader's own can not be removed. */
export function removeGlossary(db: GlossaryDatabase, id: string): Promise<number> {
  return write(db, (writing) => takeOut(db, writing, id));
}

/** Runs inside a write. */
export async function takeOut(db: GlossaryDatabase, writing: Writing, id: string): Promise<number> {
  const row = await existing(db, id);
  if (row.kind !== 'imported') throw new GlossaryError('invalid', `${id} can be switched off, not removed`);
  await takeSnapshot(db, writing, row, 'remove');
  await db.glossaries.delete(id);
  const layers = { glossaryId: id, before: row.layer, count: 0 };
  await writing.record({ kind: 'glossary', keys: [], changes: [], layers });
  writing.affectsMatching();
  return writing.revision;
}

/**
 * Brings a glossary back to a snapshot; what it is now becomes a snapshot itself. Edits of shipped and imported
 * entries are merged onto the older entries as onto newer ones. @throws {GlossaryError} `not-found`
 */
export function restoreSnapshot(db: GlossaryDatabase, id: string): Promise<number> {
  return write(db, async (writing) => {
    const snapshot = (await snapshots(db)).find((one) => one.id === id);
    if (snapshot === undefined) throw new GlossaryError('not-found', `there is no snapshot ${id}`);
    return goBack(db, writing, snapshot);
  });
}

/** Runs inside a write. */
export async function goBack(
  db: GlossaryDatabase,
  writing: Writing,
  { id, glossary }: SnapshotRow,
): Promise<number> {
  const now = await db.glossaries.get(glossary.id);
  const { enabled, order } = now ?? glossary;
  await db.snapshots.delete(id);
  await switchLayer(db, writing, {
    glossary: { ...glossary, enabled, order, updatedAt: writing.now },
    count: await rowsOf(db.concepts, glossary.layer).count(),
    kind: 'restore',
    reason: 'restore',
  });
  return writing.revision;
}

async function existing(db: GlossaryDatabase, id: string): Promise<GlossaryRow> {
  const row = await db.glossaries.get(id);
  if (row === undefined) throw new GlossaryError('not-found', `there is no glossary ${id}`);
  return row;
}

/**
 * Removes the rows of layers that nothing refers to: not in force, no snapshot, no work under way. Where that fails, as on a
 * full disk, they stay until the next time: what was done before is done.
 */
export const dropDeadLayers = (db: GlossaryDatabase): Promise<void> => dropAll(db).catch(() => {});

/** Those whose rows belong to a layer. */
const TABLES = ['concepts', 'labels', 'usage'] as const;

async function dropAll(db: GlossaryDatabase): Promise<void> {
  for (const name of TABLES) {
    const table: Table<unknown, LayerKey> = db[name];
    for (
      let layer = await layerAfter(table, '');
      layer !== undefined;
      layer = await layerAfter(table, layer)
    ) {
      while (await dropTurn(db, name, layer)) {
        // A turn at a time, so that others can read and write in between.
      }
    }
  }
}

export const rowsOf = <Row>(table: Table<Row, LayerKey>, layer: string) =>
  table.where('[layer+conceptId]').between([layer, Dexie.minKey], [layer, Dexie.maxKey]);

/** Keys read at once. */
const KEYS = 2_000;

/**
 * Ids of a layer's rows, in order. A page at a time: to tell all keys the browser reads every row, and whoever opens a
 * card, or saves, would wait seconds for a hundred thousand.
 */
export async function* idsIn(table: Table<unknown, LayerKey>, layer: string): AsyncGenerator<string[]> {
  for (let last: unknown = Dexie.minKey, more = true; more; ) {
    const keys = await table
      .where('[layer+conceptId]')
      .between([layer, last], [layer, Dexie.maxKey], false, true)
      .limit(KEYS)
      .primaryKeys();
    yield keys.map(([, conceptId]) => conceptId);
    more = keys.length === KEYS;
    last = keys.at(-1)?.[1];
  }
}

export async function countRows(table: Table<unknown, LayerKey>, layer: string): Promise<number> {
  let count = 0;
  for await (const ids of idsIn(table, layer)) count += ids.length;
  return count;
}

async function layerAfter(table: Table<unknown, LayerKey>, layer: string): Promise<string | undefined> {
  const [key] = await table.where('[layer+conceptId]').above([layer, Dexie.maxKey]).limit(1).primaryKeys();
  return key?.[0];
}

/** @returns whether there may be more. */
async function dropTurn(
  db: GlossaryDatabase,
  table: (typeof TABLES)[number],
  layer: string,
): Promise<boolean> {
  // Asked again with the lock: in between the layer may have come into force.
  if (await isAlive(db, layer)) return false;
  return withLock(async () => {
    if (await isAlive(db, layer)) return false;
    const count = db.pace.size;
    const from = performance.now();
    const dropped = await dropRows(db, table, layer, count);
    db.pace.note(dropped, performance.now() - from);
    return dropped === count;
  });
}

/** Whether no row has the layer and nothing refers to it. */
export async function isFree(db: GlossaryDatabase, layer: string): Promise<boolean> {
  if (await isAlive(db, layer)) return false;
  // Clearing away may have been cut off after one of the tables.
  for (const name of TABLES) if ((await rowsOf<unknown>(db[name], layer).limit(1).count()) > 0) return false;
  return true;
}

/** A new layer's name, from generation `wanted` on. Runs inside a write. */
export async function freeLayer(db: GlossaryDatabase, glossaryId: string, wanted: number): Promise<string> {
  for (let generation = wanted; ; generation += 1) {
    const layer = layerName(glossaryId, generation);
    if (await isFree(db, layer)) return layer;
  }
}

/** Whether anything refers to the layer: in force, kept by a snapshot, or being written. */
export async function isAlive(db: GlossaryDatabase, layer: string): Promise<boolean> {
  const [inForce, single, whole, staging] = await Promise.all([
    db.glossaries.toArray(),
    snapshots(db),
    wholeSnapshots(db),
    db.staging.toArray(),
  ]);
  const kept = whole.flatMap((row) => [...row.whole.glossaries, ...row.whole.snapshots.map(glossaryOf)]);
  return [...inForce, ...single.map(glossaryOf), ...kept, ...staging].some((row) => row.layer === layer);
}

const glossaryOf = ({ glossary }: SnapshotRow): GlossaryRow => glossary;
