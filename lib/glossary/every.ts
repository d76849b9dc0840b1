/** Everything in force, for those who read it all: by ranges of the table, which is many times faster than by key. */
import Dexie from 'dexie';
import type { GlossaryDatabase } from './database.ts';
import { countRows } from './layers.ts';
import { assemble, type ConceptInForce, glossaries, overlaysOf } from './read.ts';

/** Entries read at once: whoever opens a card meanwhile waits for so many. */
const PAGE = 400;

export interface Placed {
  readonly entry: ConceptInForce;
  /** Its place in the list by label: compared as plain strings, equal ones keep the order in which they come. */
  readonly sort: string;
}

/**
 * Calls `visit` with every entry in force, a page at a time; those of glossaries that are switched off are among them.
 * What is written meanwhile may be in it or not: ask for the revision first.
 *
 * @param onProgress gets entries read and entries in all
 */
export async function everyConcept(
  db: GlossaryDatabase,
  visit: (page: readonly Placed[]) => void,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<void> {
  const all = (await glossaries(db)).sort((a, b) => (a.layer < b.layer ? -1 : 1));
  const range = (layer: string, last: unknown) =>
    db.concepts.where('[layer+conceptId]').between([layer, last], [layer, Dexie.maxKey], false, true);
  let total = 0;
  // Removed entries have no labels: a few may be read beyond it.
  for (const { layer } of all) total += await countRows(db.labels, layer);
  let done = 0;
  for (const { id, layer } of all) {
    const overlays = new Map((await overlaysOf(db, id)).map((overlay) => [overlay.conceptId, overlay]));
    for (let last: unknown = Dexie.minKey, more = true; more; ) {
      const rows = await range(layer, last).limit(PAGE).toArray();
      visit(
        rows.flatMap((row) => {
          const entry = assemble(row, overlays.get(row.conceptId));
          return entry === undefined ? [] : [{ entry, sort: row.sort ?? '' }];
        }),
      );
      done += rows.length;
      onProgress(done, Math.max(done, total));
      more = rows.length === PAGE;
      last = rows.at(-1)?.conceptId;
    }
  }
}
