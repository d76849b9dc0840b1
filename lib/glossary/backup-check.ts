/** What rows of a backup must be to each other: a file of sound rows may still make no database. Pure. */
import * as v from 'valibot';
import type { BackupRow } from './backup-format.ts';
import { inForce } from './derive.ts';
import { GlossaryError } from './errors.ts';
import { splitKey } from './keys.ts';
import type { OverlayRow, WholeState } from './rows.ts';
import { conceptSchema, OWN_GLOSSARY_ID } from './schema.ts';

const invalid = (reason: string) => new GlossaryError('invalid', reason);

/** @throws {GlossaryError} `invalid` */
export function checkWhole({ glossaries, overlays, trash, revisions }: WholeState): void {
  // Without it nothing could be added any more.
  if (glossaries.every(({ id }) => id !== OWN_GLOSSARY_ID))
    throw invalid('the glossary of one’s own entries is missing');
  for (const { glossaryId, conceptId } of overlays)
    if (glossaryId === OWN_GLOSSARY_ID)
      throw invalid(`there is an edit beside ${glossaryId}/${conceptId}, which is edited itself`);
  for (const { key, concept } of trash) checkKey(key, concept.id);
  for (const { changes } of revisions)
    for (const { key, before, after } of changes)
      for (const concept of [before, after]) if (concept !== undefined) checkKey(key, concept.id);
}

/** An entry under another's key would be written over that one when it is brought back. */
function checkKey(key: string, id: string): void {
  if (splitKey(key).conceptId !== id) throw invalid(`${key} holds another entry, ${id}`);
}

/** Patches are free in form: what they make of the entry must be an entry again. @throws {GlossaryError} `invalid` */
export function checkEdit(overlay: OverlayRow | undefined, concept: BackupRow<'concepts'>['concept']): void {
  if (overlay !== undefined && !v.is(conceptSchema, inForce(concept, overlay)))
    throw invalid(`the edit of ${overlay.glossaryId}/${overlay.conceptId} does not fit`);
}
