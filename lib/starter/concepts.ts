/**
 * From what stands in a theme file to a concept of the schema.
 *
 * What the files leave out is filled in: empty lists, item ids (derived from the item's own text, so that they stay
 * the same from release to release), origin and dates. Pure.
 */
import * as v from 'valibot';
import { type Concept, conceptSchema, STARTER_GLOSSARY_ID } from '../glossary/schema.ts';
import type { Raw } from './themes.ts';

export interface Release {
  readonly revision: number;
  /** ISO day. */
  readonly released: string;
}

/** A fault of one field, in the schema's words. */
export interface Fault {
  /** Dotted path: `sources.0.date`. */
  readonly field: string;
  readonly message: string;
}

export type Reading = { readonly concept: Concept } | { readonly faults: readonly Fault[] };

export function readConcept(row: Raw, release: Release): Reading {
  const instant = `${release.released}T00:00:00.000Z`;
  const filled = {
    definitions: {},
    notes: {},
    broader: [],
    related: [],
    replacedBy: [],
    ...row,
    altLabels: withIds(row.altLabels, (item) => String(item.form)),
    renderings: withIds(row.renderings, (item) => `${item.lang}:${item.text}`),
    versions: withIds(row.versions, (item) => String(item.from)),
    sources: withIds(row.sources, (item) => String(item.title)),
    ...(row.components === undefined
      ? {}
      : { components: withIds(row.components, (item) => String(item.label)) }),
    origin: { glossaryId: STARTER_GLOSSARY_ID, revision: release.revision },
    createdAt: instant,
    updatedAt: instant,
  };
  const result = v.safeParse(conceptSchema, filled);
  if (result.success) return { concept: result.output };
  return {
    faults: result.issues.map((issue) => ({ field: v.getDotPath(issue) ?? '', message: issue.message })),
  };
}

/** Gives each item the id that its text yields; a second item with the same text gets a number. */
function withIds(items: unknown, idOf: (item: Raw) => string): unknown {
  if (!Array.isArray(items)) return items ?? [];
  const seen = new Map<string, number>();
  return items.map((item: unknown) => {
    if (typeof item !== 'object' || item === null) return item;
    const base = idOf(item as Raw).slice(0, 280);
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return { id: count === 1 ? base : `${base}#${count}`, ...item };
  });
}
