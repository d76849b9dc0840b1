/** What rows of a backup must be to each other: a file of sound rows may still make no database. Pure. */
import * as v from 'valibot';
import { DamagedBackupError } from './backup-damage.ts';
import type { BackupRow } from './backup-format.ts';
import { inForce } from './derive.ts';
import { faultOfDraft } from './draft.ts';
import { splitKey } from './keys.ts';
import type { OverlayRow, WholeState } from './rows.ts';
import { conceptSchema, OWN_GLOSSARY_ID } from './schema.ts';

/** @throws {DamagedBackupError} */
export function checkWhole({ glossaries, overlays, trash, revisions }: WholeState): void {
  // Without it nothing could be added any more.
  if (glossaries.every(({ id }) => id !== OWN_GLOSSARY_ID)) throw new DamagedBackupError({ kind: 'noOwn' });
  for (const { glossaryId, conceptId } of overlays)
    if (glossaryId === OWN_GLOSSARY_ID)
      throw new DamagedBackupError({ kind: 'ownEdit', key: `${glossaryId}/${conceptId}` });
  for (const { key, concept } of trash) checkKey(key, concept.id);
  for (const { changes } of revisions)
    for (const { key, before, after } of changes)
      for (const concept of [before, after]) if (concept !== undefined) checkKey(key, concept.id);
}

/** An entry under another's key would be written over that one when it is brought back. */
function checkKey(key: string, id: string): void {
  if (splitKey(key).conceptId !== id) throw new DamagedBackupError({ kind: 'otherEntry', key, id });
}

/** Patches are free in form: what they make of the entry must be an entry again. @throws {DamagedBackupError} */
export function checkEdit(overlay: OverlayRow | undefined, concept: BackupRow<'concepts'>['concept']): void {
  if (overlay !== undefined && !v.is(conceptSchema, inForce(concept, overlay)))
    throw new DamagedBackupError({ kind: 'edit', key: `${overlay.glossaryId}/${overlay.conceptId}` });
}

/** @throws {DamagedBackupError} */
export function checkDraft({ key, value }: BackupRow<'drafts'>, line: number): void {
  const fault = faultOfDraft(value);
  if (fault !== undefined)
    throw new DamagedBackupError({ kind: 'draft', line, key, field: fault.path, reason: fault.message });
}
