/** What a check says: where, which rule, and what is wrong. */
import type { Concept } from '../../glossary/schema.ts';

export interface Finding {
  /** An error fails the command; a warning is printed and counted. */
  readonly level: 'error' | 'warning';
  readonly rule: string;
  readonly file: string;
  /** Empty where the whole file is meant. */
  readonly conceptId: string;
  readonly field: string;
  readonly message: string;
}

/** A concept and the theme file in which it stands. */
export interface Entry {
  readonly file: string;
  readonly concept: Concept;
}

/** A finding of one rule, without the place: the rule knows field and message, its caller the concept. */
export type Remark = Pick<Finding, 'level' | 'field' | 'message'>;

export const error = (field: string, message: string): Remark => ({ level: 'error', field, message });
export const warning = (field: string, message: string): Remark => ({ level: 'warning', field, message });

/** `theory.yaml: sangedaibiao: definitions.zh: 72 characters, at most 60 [length]` */
export function findingText({ file, conceptId, field, message, rule }: Finding): string {
  return [file, conceptId, field, `${message} [${rule}]`].filter((part) => part !== '').join(': ');
}
