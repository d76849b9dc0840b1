/** Writing everything into one file, as a stream, so that 100,000 entries need not be held at once. */
import { BACKUP_FORMAT, BACKUP_VERSION, type BackupTable } from './backup-format.ts';
import type { GlossaryDatabase } from './database.ts';
import { faultOfDraft } from './draft.ts';
import { GlossaryError } from './errors.ts';
import { isAlive, rowsOf } from './layers.ts';
import type { ConceptRow } from './rows.ts';
import { readWhole } from './whole.ts';
import { counter } from './write.ts';

const CHUNK = 500;

/**
 * The backup as pieces of text. It shows one moment: what can change is read at once at the start, and to layers in
 * force entries are added at most, which their revision tells.
 *
 * @param settings kept in the file as they are
 * @throws {GlossaryError} `not-found`, while streaming, if a glossary was replaced meanwhile and its old rows dropped
 */
export async function exportBackup(db: GlossaryDatabase, settings?: unknown): Promise<AsyncIterable<string>> {
  const { whole, own, revision } = await db.transaction(
    'r',
    [
      db.meta,
      db.glossaries,
      db.overlays,
      db.states,
      db.revisions,
      db.trash,
      db.snapshots,
      db.drafts,
      db.concepts,
    ],
    async () => {
      const all = await readWhole(db);
      // The one layer whose entries change in place.
      const layer = all.glossaries.find(({ kind }) => kind === 'own')?.layer ?? '';
      return {
        // One that no editor can show would keep the whole file from being restored.
        whole: { ...all, drafts: all.drafts.filter(({ value }) => faultOfDraft(value) === undefined) },
        own: await rowsOf(db.concepts, layer).toArray(),
        revision: await counter(db, 'revision'),
      };
    },
  );
  const header = {
    format: BACKUP_FORMAT,
    version: BACKUP_VERSION,
    at: new Date().toISOString(),
    revision,
    settings,
  };
  return (async function* () {
    let count = 0;
    const lines = (table: BackupTable, rows: readonly unknown[]) => {
      count += rows.length;
      return rows.map((row) => `${JSON.stringify({ table, row })}\n`).join('');
    };
    yield `${JSON.stringify(header)}\n`;
    for (const table of Object.keys(whole) as (keyof typeof whole)[]) yield lines(table, whole[table]);
    for (let at = 0; at < own.length; at += CHUNK)
      yield lines('concepts', own.slice(at, at + CHUNK).map(withoutDerived));
    const layers = new Set(
      [...whole.glossaries, ...whole.snapshots.map(({ glossary }) => glossary)].map((row) => row.layer),
    );
    for (const layer of layers) {
      if (own[0]?.layer === layer) continue;
      for await (const rows of chunks(db, layer))
        yield lines('concepts', rows.filter((row) => row.revision <= revision).map(withoutDerived));
      yield lines('usage', await rowsOf(db.usage, layer).toArray());
      // Rows are dropped once nothing refers to their layer: all of them may have been gone before the first was read.
      if (!(await isAlive(db, layer)))
        throw new GlossaryError('not-found', `${layer} was dropped before it was read`);
    }
    yield `${JSON.stringify({ end: count })}\n`;
  })();
}

const withoutDerived = ({ layer, conceptId, concept, revision }: ConceptRow) => ({
  layer,
  conceptId,
  concept,
  revision,
});

async function* chunks(db: GlossaryDatabase, layer: string): AsyncGenerator<ConceptRow[]> {
  let last = '';
  for (;;) {
    const rows = await db.concepts
      .where('[layer+conceptId]')
      .between([layer, last], [layer, '\uffff'], false, true)
      .limit(CHUNK)
      .toArray();
    if (rows.length === 0) return;
    last = rows.at(-1)?.conceptId ?? last;
    yield rows;
  }
}
