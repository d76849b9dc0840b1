/** What is not the glossary itself: drafts of the editor, and indexes that can be built again. */
import type { GlossaryDatabase } from './database.ts';
import type { DraftRow } from './rows.ts';

/** Keeps what stands in the editor, so that it survives a closed tab. */
export async function saveDraft(db: GlossaryDatabase, draft: Omit<DraftRow, 'at'>): Promise<void> {
  await db.drafts.put({ ...draft, at: new Date().toISOString() });
}

export async function writeIndex(
  db: GlossaryDatabase,
  name: string,
  stamp: string,
  data: ArrayBuffer,
): Promise<void> {
  await db.indexes.put({ name, stamp, data });
}
