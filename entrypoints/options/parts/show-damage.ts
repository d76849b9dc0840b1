import { fieldTitle } from '../../../lib/exchange/columns.ts';
import type { Damage } from '../../../lib/glossary/backup-damage.ts';
import type { Language, Texts } from '../../../lib/i18n/index.ts';
import { showReason } from './exchange/show-reason.ts';

/** What is wrong with a backup, in the reader's language: the line, the field and why. Pure. */
export function showDamage(damage: Damage, { knowledge, exchange }: Texts, language: Language): string {
  const t = knowledge.backup.damage;
  switch (damage.kind) {
    case 'json':
    case 'behindEnd':
    case 'behindEntries':
      return t[damage.kind](damage.line);
    case 'row':
      return t.row(damage.line, nameOf(damage.field, language), showReason(damage.reason, exchange));
    case 'draft':
      return t.draft(
        damage.line,
        damage.key,
        damage.field && fieldTitle(damage.field, language),
        showReason(damage.reason, exchange),
      );
    case 'count':
      return t.count(damage.rows, damage.promised);
    case 'edit':
    case 'ownEdit':
      return t[damage.kind](damage.key);
    case 'otherEntry':
      return t.otherEntry(damage.key, damage.id);
    default:
      return t[damage.kind];
  }
}

/** A field of an entry has a name; where it stands in the row, and what is no entry's, is said as in the file. */
function nameOf(field: string, language: Language): string {
  const [, within] = /^concept\.(.+)$/.exec(field) ?? [];
  return within === undefined ? field : fieldTitle(within, language);
}
