/**
 * What a file leaves out of an entry: ids, empty lists, dates.
 *
 * Ids are derived from texts, as in the shipped glossary, so that the same file read twice gives the same entries and
 * the same items. Pure.
 */
import type { Concept } from '../glossary/schema.ts';
import { normaliseLabel } from '../text/normalise.ts';
import type { Draft } from './types.ts';

export interface Filling {
  /** ISO instant of the import. */
  readonly now: string;
  /** The id of the entry that a label names. */
  readonly idOf: (label: string) => string;
}

const ID = /^([A-Za-z0-9][A-Za-z0-9._-]{0,127}\/)?[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

const PLAIN_ID = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/;

const ITEM_NAMES = {
  altLabels: ['form'],
  renderings: ['lang', 'text'],
  versions: ['from'],
  sources: ['title'],
  components: ['label'],
} as const;
type ItemField = keyof typeof ITEM_NAMES;
const OPTIONAL_ITEMS: ReadonlySet<string> = new Set(['components']);
export const RELATIONS = ['broader', 'related', 'replacedBy'] as const;

/** @param stored the entry of that id as the glossary has it: its items keep their ids, and it keeps its age */
export function fillDraft(draft: Draft, filling: Filling, stored?: Concept | undefined): Draft {
  const items = Object.fromEntries(
    (Object.keys(ITEM_NAMES) as ItemField[]).flatMap((field) =>
      draft[field] === undefined && OPTIONAL_ITEMS.has(field)
        ? []
        : [[field, withIds(field, draft[field] ?? [], stored?.[field])]],
    ),
  );
  const relations = RELATIONS.map((field) => [field, refs(draft[field] ?? [], filling)] as const);
  return {
    definitions: {},
    notes: {},
    createdAt: stored?.createdAt ?? draft.updatedAt ?? filling.now,
    updatedAt: filling.now,
    origin: { glossaryId: 'import', revision: 0 },
    ...draft,
    id: draft.id ?? (typeof draft.prefLabel === 'string' ? filling.idOf(draft.prefLabel) : undefined),
    ...items,
    ...Object.fromEntries(relations),
  };
}

/** Relations may name an entry by its label. */
const refs = (list: unknown, { idOf }: Filling): unknown =>
  Array.isArray(list) ? list.map((ref) => (typeof ref !== 'string' ? ref : refId(ref, idOf))) : list;

/** What a relation leads to, as far as the text itself tells: an id, or else the entry of that label. */
export const refId = (ref: string, idOf: Filling['idOf']): string => (ID.test(ref) ? ref : idOf(ref));

function withIds(field: ItemField, list: unknown, stored: readonly object[] | undefined): unknown {
  if (!Array.isArray(list)) return list;
  const nameOf = (item: object) =>
    ITEM_NAMES[field]
      .map((part) => String((item as Draft)[part] ?? ''))
      .join(':')
      .slice(0, 280);
  const known = new Map((stored ?? []).map((item) => [nameOf(item), String((item as Draft).id)] as const));
  return list.map((item: unknown) => {
    if (typeof item !== 'object' || item === null || Object.hasOwn(item, 'id')) return item;
    const name = nameOf(item);
    return { id: known.get(name) ?? name, ...item };
  });
}

/** Whether a relation names an entry of a glossary of its own: `glossaryId/conceptId`. */
export const isElsewhere = (ref: string): boolean => ref.includes('/') && ID.test(ref);

/** What a file calls an entry, as an id: itself where it is one. */
export const idFrom = (name: string): string => (PLAIN_ID.test(name) ? name : labelId(name));

/** An id for a label: the same for the same label, whatever the file. */
export function labelId(label: string): string {
  const text = normaliseLabel(label) || label;
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    a = Math.imul(a ^ unit, 0x9e3779b1);
    b = Math.imul(b ^ unit, 0x5f356495);
  }
  a = Math.imul(a ^ (a >>> 16), 0x85ebca6b) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae35);
  b = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(a ^ (a >>> 13), 0xc2b2ae35);
  const hex = (half: number) => (half >>> 0).toString(16).padStart(8, '0');
  return `t-${hex(a)}${hex(b)}`;
}
