/** Everything in force, for those who read it all: by ranges of the table, which is many times faster than by key. */
import Dexie from 'dexie';
import type { GlossaryDatabase } from './database.ts';
import { countRows } from './layers.ts';
import { assemble, type ConceptInForce, glossaries, overlaysOf } from './read.ts';
import type { ConceptRow } from './rows.ts';

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
  const pageAfter = (layer: string, last: unknown): Promise<ConceptRow[]> => {
    const page = db.concepts
      .where('[layer+conceptId]')
      .between([layer, last], [layer, Dexie.maxKey], false, true)
      .limit(PAGE)
      .toArray();
    // A fault is met by who waits for the page, if anybody does.
    page.catch(() => {});
    return page;
  };
  let total = 0;
  // Removed entries have no labels: a few may be read beyond it.
  for (const { layer } of all) total += await countRows(db.labels, layer);
  let done = 0;
  for (const { id, layer } of all) {
    const overlays = new Map((await overlaysOf(db, id)).map((overlay) => [overlay.conceptId, overlay]));
    let reading = pageAfter(layer, Dexie.minKey);
    for (let more = true; more; ) {
      const rows = await reading;
      more = rows.length === PAGE;
      // The next page is read while this one is looked at.
      if (more) reading = pageAfter(layer, rows.at(-1)?.conceptId);
      visit(
        rows.flatMap((row) => {
          const entry = assemble(row, overlays.get(row.conceptId));
          return entry === undefined ? [] : [{ entry, sort: row.sort ?? '' }];
        }),
      );
      done += rows.length;
      onProgress(done, Math.max(done, total));
    }
  }
}
