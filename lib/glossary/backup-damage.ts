/** What can be wrong with the file of a backup. Pure. */
import { GlossaryError } from './errors.ts';

/** Plain data, so that it can pass between threads. Lines are counted from 1; `reason` is what a schema says. */
export type Damage =
  /** Another file altogether, or one that ends before its end. */
  | { readonly kind: 'noBackup' | 'cutOff' }
  /** A line that cannot be read, or stands where none like it may. */
  | { readonly kind: 'json' | 'behindEnd' | 'behindEntries'; readonly line: number }
  /** `field` is a dotted path within the row; empty for the whole. */
  | { readonly kind: 'row'; readonly line: number; readonly field: string; readonly reason: string }
  | {
      readonly kind: 'draft';
      readonly line: number;
      readonly key: string;
      readonly field: string;
      readonly reason: string;
    }
  | { readonly kind: 'count'; readonly rows: number; readonly promised: number }
  /** The glossary of the reader's own entries is missing. */
  | { readonly kind: 'noOwn' }
  /** An edit that makes no entry, or stands beside an entry that is edited itself. */
  | { readonly kind: 'edit' | 'ownEdit'; readonly key: string }
  | { readonly kind: 'otherEntry'; readonly key: string; readonly id: string };

export class DamagedBackupError extends GlossaryError {
  override readonly name = 'DamagedBackupError';
  readonly damage: Damage;
  constructor(damage: Damage) {
    super('invalid', JSON.stringify(damage));
    this.damage = damage;
  }
}
