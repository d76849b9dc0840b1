/** Deciding where a newer release and the reader changed the same thing. */
import type { GlossaryDatabase } from './database.ts';
import { record, setConcept } from './edit.ts';
import { GlossaryError } from './errors.ts';
import { splitKey } from './keys.ts';
import { samePath } from './merge.ts';
import { type Path, withPart } from './parts.ts';
import { concept as readConcept } from './read.ts';
import type { OverlayRow } from './rows.ts';
import { write } from './write.ts';

/** Settles one conflict with the reader's value or the release's. @throws {GlossaryError} `not-found` */
export function resolveConflict(
  db: GlossaryDatabase,
  key: string,
  path: Path,
  choice: 'mine' | 'theirs',
): Promise<number> {
  return write(db, async (writing) => {
    const found = await readConcept(db, key);
    const conflict = found?.conflicts.find((one) => samePath(one, path));
    if (found === undefined || conflict === undefined)
      throw new GlossaryError('not-found', `${key} has no such conflict`);
    const overlay = await overlayAt(db, key);
    await db.overlays.put({ ...overlay, conflicts: overlay.conflicts.filter((one) => !samePath(one, path)) });
    const target = choice === 'mine' ? found.concept : withPart(found.concept, conflict, conflict.theirs);
    await record(writing, 'resolve', [await setConcept(db, writing, key, target)]);
    return writing.revision;
  });
}

/** Keeps an edited entry that its glossary dropped, or removes it to the trash. @throws {GlossaryError} `not-found` */
export function resolveDropped(
  db: GlossaryDatabase,
  key: string,
  choice: 'keep' | 'remove',
): Promise<number> {
  return write(db, async (writing) => {
    const found = await readConcept(db, key);
    if (found?.dropped === undefined) throw new GlossaryError('not-found', `${key} was not dropped`);
    await db.overlays.put({ ...(await overlayAt(db, key)), dropped: 'kept' });
    const target = choice === 'keep' ? found.concept : undefined;
    await record(writing, 'resolve', [await setConcept(db, writing, key, target)]);
    return writing.revision;
  });
}

async function overlayAt(db: GlossaryDatabase, key: string): Promise<OverlayRow> {
  const { glossaryId, conceptId } = splitKey(key);
  const overlay = await db.overlays.get([glossaryId, conceptId]);
  if (overlay === undefined) throw new GlossaryError('not-found', `${key} has no edit`);
  return overlay;
}
