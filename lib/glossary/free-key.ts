import type { GlossaryDatabase } from './database.ts';
import { keyOf } from './keys.ts';
import { concepts } from './read.ts';

/**
 * A key that no entry has, in force or removed; the id is kept where it is free. An entry in the trash keeps its key to
 * come back to.
 *
 * @param taken further keys that are not free
 */
export async function freeKey(
  db: GlossaryDatabase,
  glossaryId: string,
  conceptId: string,
  taken: ReadonlySet<string> = new Set(),
): Promise<string> {
  for (let count = 1; ; count += 1) {
    const key = keyOf(glossaryId, count === 1 ? conceptId : `${conceptId.slice(0, 120)}-${count}`);
    const [there] = await concepts(db, [key]);
    if (there === undefined && !taken.has(key) && (await db.trash.get(key)) === undefined) return key;
  }
}
