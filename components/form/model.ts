/**
 * A concept while it is being edited: fields may be empty or wrong until they are saved.
 *
 * Pure: no DOM, no browser, no database.
 */
import * as v from 'valibot';
import { type Concept, conceptSchema } from '../../lib/glossary/schema.ts';

/** What is wrong with one field; the form says it in the reader's language. */
export type ProblemKind =
  | 'empty'
  | 'tooLong'
  | 'tooMany'
  | 'date'
  | 'day'
  | 'address'
  | 'web'
  | 'language'
  | 'reference'
  | 'character'
  | 'choice'
  | 'invalid';

export interface Problem {
  /** Dotted path from the concept: `prefLabel`, `sources.0.date`. */
  readonly path: string;
  readonly kind: ProblemKind;
  /** The limit that was passed, where there is one. */
  readonly limit?: number | undefined;
}

/** The concept as it is to be kept: texts trimmed, what was left empty absent. Items are kept, even empty ones. */
export function tidy(draft: Concept): Concept {
  const { components, firstUse, matching, tags, ...rest } = trimmed(draft) as Concept;
  const hints = matching && Object.values(matching).some((hint) => hint !== undefined);
  return {
    ...rest,
    definitions: filled(rest.definitions),
    notes: filled(rest.notes),
    ...(components?.length ? { components } : {}),
    ...(firstUse?.date || firstUse?.occasion ? { firstUse } : {}),
    ...(hints ? { matching } : {}),
    ...(tags?.length ? { tags } : {}),
  };
}

/** Fields that a concept cannot be without: they stay, though empty, so that the schema can complain. */
const NEEDED = new Set(['id', 'prefLabel', 'form', 'text', 'label', 'from', 'what', 'title', 'date', 'lang']);

function trimmed(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return name === 'id' ? value : value.trim();
  if (Array.isArray(value)) {
    const items = value.map((item) => trimmed(item));
    return items.every((item) => typeof item === 'string') ? items.filter((item) => item !== '') : items;
  }
  if (typeof value !== 'object' || value === null) return value;
  const pairs = Object.entries(value).map(([key, field]) => [key, trimmed(field, key)] as const);
  return Object.fromEntries(pairs.filter(([key, field]) => keeps(name, key, field)));
}

function keeps(owner: string, key: string, field: unknown): boolean {
  if (field === undefined || field === false) return false;
  if (field === '') return NEEDED.has(key) && !(key === 'date' && owner !== 'firstUse');
  if (Array.isArray(field) && field.length === 0) return owner !== 'matching' && key !== 'supports';
  return true;
}

const filled = (texts: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ''));

/** What keeps `concept` from being saved, in the order of the schema: for each field the first fault. */
export function problemsOf(concept: Concept): readonly Problem[] {
  const result = v.safeParse(conceptSchema, concept);
  if (result.success) return [];
  const problems = new Map<string, Problem>();
  for (const issue of result.issues) {
    const path = v.getDotPath(issue) ?? '';
    const limit = typeof issue.requirement === 'number' ? { limit: issue.requirement } : {};
    if (!problems.has(path)) problems.set(path, { path, kind: kindOf(issue), ...limit });
  }
  return [...problems.values()];
}

type Issue = v.InferIssue<typeof conceptSchema>;

function kindOf(issue: Issue): ProblemKind {
  const field = v
    .getDotPath(issue)
    ?.split('.')
    .findLast((part) => !/^\d+$/.test(part));
  switch (issue.type) {
    case 'min_length':
      return 'empty';
    case 'max_length':
      return Array.isArray(issue.input) ? 'tooMany' : 'tooLong';
    case 'url':
      return 'address';
    case 'picklist':
      return 'choice';
    case 'regex':
      if (issue.input === '') return 'empty';
      if (field === 'date' || field === 'from' || field === 'to') return 'date';
      return /^(definitions|notes)\./.test(v.getDotPath(issue) ?? '') ? 'language' : 'reference';
    case 'check':
      if (field === 'date' || field === 'from' || field === 'to') return 'day';
      return field === 'url' ? 'web' : 'character';
    default:
      return 'invalid';
  }
}
