/** Relations of a staged import, settled when all of its entries are known. */
import { putInTurns } from './bulk.ts';
import type { GlossaryDatabase } from './database.ts';
import { deriveRows } from './derive.ts';
import { importJob } from './import-stage.ts';
import { tidy } from './parts.ts';
import type { Concept } from './schema.ts';
import { withLock } from './write.ts';

/** Relations of one entry, to stand in place of those it was staged with. */
export interface Relink {
  readonly id: string;
  readonly relations: Partial<Pick<Concept, 'broader' | 'related' | 'replacedBy'>>;
}

/** Entries looked at with the lock held. */
const CHUNK = 1_000;

/**
 * Puts relations in place; entries that are not staged are passed over. To be called between the last `stageImport` and
 * `endStaging`; it may be called again.
 *
 * @throws {GlossaryError} `import-gone`
 */
export async function relinkImport(
  db: GlossaryDatabase,
  jobId: string,
  changes: readonly Relink[],
): Promise<void> {
  for (let at = 0; at < changes.length; at += CHUNK) {
    const chunk = changes.slice(at, at + CHUNK);
    await withLock(async () => {
      const { layer, revision = 0 } = await importJob(db, jobId);
      const rows = await db.concepts.bulkGet(chunk.map(({ id }) => [layer, id] as const));
      const derived = rows.flatMap((row, index) =>
        row === undefined
          ? []
          : [deriveRows(layer, tidy({ ...row.concept, ...chunk[index]?.relations }), undefined, revision)],
      );
      await putInTurns(db, derived);
    });
  }
}
