/**
 * Reading a backup: entries go to layers that are not in force, everything else waits, and one write at the end
 * replaces the whole. A file that is cut off or wrong anywhere changes nothing.
 */
import * as v from 'valibot';
import { checkDraft, checkEdit, checkWhole } from './backup-check.ts';
import { type Damage, DamagedBackupError } from './backup-damage.ts';
import {
  BACKUP_VERSION,
  type BackupRow,
  endSchema,
  formatSchema,
  headerSchema,
  lineSchema,
  rowSchemas,
} from './backup-format.ts';
import { BackupLayers } from './backup-layers.ts';
import { putInTurns } from './bulk.ts';
import type { GlossaryDatabase } from './database.ts';
import { deriveRows } from './derive.ts';
import { GlossaryError } from './errors.ts';
import { glossaryOfLayer } from './keys.ts';
import { dropDeadLayers } from './layers.ts';
import type { WholeState } from './rows.ts';
import { putWhole } from './whole.ts';
import { withLock, write } from './write.ts';

const CHUNK = 1_000;
const LOCK = 'cezhu-restoring';

export interface Restored {
  readonly revision: number;
  /** As they were given to the backup; the caller checks them. */
  readonly settings: unknown;
  readonly rows: number;
}

/**
 * @param pieces the file's text, in any pieces
 * @param onProgress gets the number of rows read
 * @throws {DamagedBackupError}; {GlossaryError} `newer` for a file of a newer Cezhu
 */
export function restoreBackup(
  db: GlossaryDatabase,
  pieces: AsyncIterable<string>,
  onProgress: (rows: number) => void = () => {},
): Promise<Restored> {
  // Of two tabs the second waits: it would take the first one's layers for those of a restore that was left.
  return navigator.locks.request(LOCK, async () => {
    await forgetRestores(db);
    try {
      return await restore(db, pieces, onProgress);
    } catch (error) {
      await forgetRestores(db);
      throw error;
    }
  });
}

/** Layers of a restore that did not come to its end are nobody's. */
async function forgetRestores(db: GlossaryDatabase): Promise<void> {
  const begun = (await db.staging.toArray()).filter(({ kind }) => kind === 'restore');
  if (begun.length > 0) await write(db, () => db.staging.bulkDelete(begun.map(({ id }) => id)));
  await dropDeadLayers(db);
}

async function restore(
  db: GlossaryDatabase,
  pieces: AsyncIterable<string>,
  onProgress: (rows: number) => void,
): Promise<Restored> {
  const whole = emptyWhole();
  const layers = new BackupLayers(db);
  let header: v.InferOutput<typeof headerSchema> | undefined;
  let ended: number | undefined;
  let rows = 0;
  let entriesBegun = false;
  let pending: { table: 'concepts' | 'usage'; row: unknown }[] = [];
  const flush = async () => {
    await writeRows(db, layers, whole, pending);
    pending = [];
    onProgress(rows);
  };
  let number = 0;
  for await (const line of linesOf(pieces)) {
    number += 1;
    if (ended !== undefined) throw damaged({ kind: 'behindEnd', line: number });
    const value = parseJson(number, line);
    if (header === undefined) {
      if (!v.is(formatSchema, value)) throw damaged({ kind: 'noBackup' });
      header = parse(number, headerSchema, value);
      if (header.version > BACKUP_VERSION)
        throw new GlossaryError('newer', 'the backup was written by a newer Cezhu');
      continue;
    }
    if (v.is(endSchema, value)) {
      ended = value.end;
      continue;
    }
    const { table, row } = parse(number, lineSchema, value);
    const checked = parse(number, rowSchemas[table] as v.GenericSchema<unknown, unknown>, row);
    rows += 1;
    if (table === 'concepts' || table === 'usage') {
      entriesBegun = true;
      pending.push({ table, row: checked });
      if (pending.length >= CHUNK) await flush();
    } else if (entriesBegun) throw damaged({ kind: 'behindEntries', line: number });
    else (whole[table] as unknown[]).push(checked);
    if (table === 'drafts') checkDraft(checked as BackupRow<'drafts'>, number);
  }
  if (header === undefined || ended === undefined) throw damaged({ kind: 'cutOff' });
  if (ended !== rows) throw damaged({ kind: 'count', rows, promised: ended });
  checkWhole(whole);
  await flush();
  const { settings, revision: counted } = header;
  const revision = await write(
    db,
    async (writing) => {
      await putWhole(db, writing, await layers.rename(whole, writing.revision));
      await db.staging.bulkDelete(layers.jobs());
      return writing.revision;
    },
    counted,
  );
  return { revision, settings, rows };
}

async function writeRows(
  db: GlossaryDatabase,
  layers: BackupLayers,
  whole: WholeState,
  rows: readonly { table: 'concepts' | 'usage'; row: unknown }[],
): Promise<void> {
  const concepts = rows.flatMap(({ table, row }) =>
    table === 'concepts' ? [row as BackupRow<'concepts'>] : [],
  );
  const usage = rows.flatMap(({ table, row }) => (table === 'usage' ? [row as BackupRow<'usage'>] : []));
  const names = new Map<string, string>();
  await write(db, async ({ revision }) => {
    for (const { layer } of [...concepts, ...usage])
      if (!names.has(layer)) names.set(layer, await layers.name(layer, revision));
    await db.usage.bulkPut(usage.map((row) => ({ ...row, layer: names.get(row.layer) ?? row.layer })));
  });
  const inForceLayers = new Set(whole.glossaries.map(({ layer }) => layer));
  const overlays = new Map(whole.overlays.map((row) => [`${row.glossaryId}/${row.conceptId}`, row]));
  const derived = concepts.map(({ layer, concept, revision }) => {
    const edited = inForceLayers.has(layer)
      ? overlays.get(`${glossaryOfLayer(layer)}/${concept.id}`)
      : undefined;
    checkEdit(edited, concept);
    return deriveRows(names.get(layer) ?? layer, concept, edited, revision);
  });
  await withLock(() => putInTurns(db, derived));
}

const emptyWhole = () => ({
  glossaries: [] as BackupRow<'glossaries'>[],
  overlays: [] as BackupRow<'overlays'>[],
  states: [] as BackupRow<'states'>[],
  revisions: [] as BackupRow<'revisions'>[],
  trash: [] as BackupRow<'trash'>[],
  snapshots: [] as BackupRow<'snapshots'>[],
  drafts: [] as BackupRow<'drafts'>[],
});

async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  // What a long line has so far is put together once: its pieces are many.
  let open: string[] = [];
  for await (const piece of pieces) {
    const [first = '', ...others] = piece.split('\n');
    open.push(first);
    for (const next of others) {
      yield open.join('');
      open = [next];
    }
  }
  const rest = open.join('');
  if (rest !== '') yield rest;
}

const damaged = (damage: Damage) => new DamagedBackupError(damage);

function parseJson(line: number, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw damaged(line === 1 ? { kind: 'noBackup' } : { kind: 'json', line });
  }
}

function parse<T>(line: number, schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const result = v.safeParse(schema, value);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw damaged({ kind: 'row', line, field: v.getDotPath(issue) ?? '', reason: issue.message });
}
