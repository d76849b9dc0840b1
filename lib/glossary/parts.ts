/**
 * A concept taken apart into the pieces that are compared and merged one by one: whole fields, entries of maps (a
 * language, a matching hint), items of lists by id, and the order of each list.
 *
 * Pure.
 */
import type { Concept } from './schema.ts';

const WHOLE = [
  'prefLabel',
  'pinyin',
  'category',
  'scope',
  'place',
  'issuer',
  'firstUse',
  'confidence',
  'depth',
  'salience',
] as const;
const MAPS = ['definitions', 'notes', 'matching'] as const;
const ITEMS = ['altLabels', 'renderings', 'components', 'versions', 'sources'] as const;
const SETS = ['broader', 'related', 'replacedBy', 'tags'] as const;

type WholeField = (typeof WHOLE)[number];
type MapField = (typeof MAPS)[number];
type ListField = (typeof ITEMS)[number] | (typeof SETS)[number];
export type Field = WholeField | MapField | ListField;
export const FIELDS = [...WHOLE, ...MAPS, ...ITEMS, ...SETS] as const satisfies readonly Field[];

export interface Path {
  readonly field: Field;
  readonly part: 'whole' | 'item' | 'order';
  /** Language, hint, item id, or the text itself in lists of texts. */
  readonly item?: string | undefined;
}
export interface Part extends Path {
  readonly value: unknown;
}

/** Whether concepts have such a piece: a list no whole, a whole no items. */
export const hasPart = ({ field, part, item }: Path): boolean => {
  const isWhole = (WHOLE as readonly string[]).includes(field);
  if (part === 'item') return !isWhole && item !== undefined;
  return part === 'whole' ? isWhole : !isWhole && !isMap(field);
};

/** Optional fields that are absent rather than empty. */
const ABSENT_WHEN_EMPTY: ReadonlySet<string> = new Set(['matching', 'components', 'tags']);

/** Every piece that has a value. */
export function partsOf(concept: Concept): Part[] {
  const parts: Part[] = [];
  for (const field of WHOLE) {
    if (concept[field] !== undefined) parts.push({ field, part: 'whole', value: concept[field] });
  }
  for (const field of MAPS) {
    for (const [item, value] of Object.entries(concept[field] ?? {})) {
      if (value !== undefined) parts.push({ field, part: 'item', item, value });
    }
  }
  for (const field of [...ITEMS, ...SETS]) {
    const items = [...itemsOf(concept, field)];
    for (const [item, value] of items) parts.push({ field, part: 'item', item, value });
    if (items.length > 0) parts.push({ field, part: 'order', value: items.map(([item]) => item) });
  }
  return parts;
}

/** The value of one piece; `undefined` where there is none. */
export function valueAt(concept: Concept, { field, part, item }: Path): unknown {
  if (part === 'whole') return concept[field];
  if (isMap(field)) return (concept[field] as Record<string, unknown> | undefined)?.[item ?? ''];
  const items = itemsOf(concept, field as ListField);
  if (part === 'item') return items.get(item ?? '');
  return items.size === 0 ? undefined : [...items.keys()];
}

/** The concept with one piece set, or taken away where `value` is `undefined`. */
export function withPart(concept: Concept, { field, part, item }: Path, value: unknown): Concept {
  if (part === 'whole') return withField(concept, field, value);
  if (isMap(field)) {
    const { [item ?? '']: _old, ...rest } = (concept[field] ?? {}) as Record<string, unknown>;
    return withField(concept, field, value === undefined ? rest : { ...rest, [item ?? '']: value });
  }
  const items = itemsOf(concept, field as ListField);
  if (part === 'order') {
    const order = weave((value ?? []) as string[], [...items.keys()]);
    return withField(
      concept,
      field,
      order.map((id) => items.get(id)),
    );
  }
  if (value === undefined) items.delete(item ?? '');
  else items.set(item ?? '', value);
  return withField(concept, field, [...items.values()]);
}

/** Removes empty optional lists and repeated ids or texts, so that equal meaning is equal shape. */
export function tidy(concept: Concept): Concept {
  return [...ITEMS, ...SETS].reduce(
    (tidied: Concept, field) =>
      isTidy(concept, field) ? tidied : withField(tidied, field, [...itemsOf(concept, field).values()]),
    concept,
  );
}

/** Most lists are: taking a hundred thousand entries apart takes long. */
function isTidy(concept: Concept, field: ListField): boolean {
  const list = concept[field];
  if (list === undefined) return true;
  if (list.length === 0) return !ABSENT_WHEN_EMPTY.has(field);
  return (
    list.length === 1 ||
    new Set(list.map((item) => (typeof item === 'string' ? item : item.id))).size === list.length
  );
}

function withField(concept: Concept, field: Field, value: unknown): Concept {
  const empty =
    value === undefined ||
    (ABSENT_WHEN_EMPTY.has(field) && typeof value === 'object' && Object.keys(value ?? {}).length === 0);
  if (!empty) return { ...concept, [field]: value };
  const { [field]: _old, ...rest } = concept;
  return rest as Concept;
}

const isMap = (field: Field): field is MapField => (MAPS as readonly string[]).includes(field);

/** Items by id, in order; a second item of the same id gets one of its own. */
function itemsOf(concept: Concept, field: ListField): Map<string, unknown> {
  const items = new Map<string, unknown>();
  for (const value of concept[field] ?? []) {
    if (typeof value === 'string') {
      items.set(value, value);
      continue;
    }
    let id = value.id;
    for (let count = 2; items.has(id); count += 1) id = `${value.id}#${count}`;
    items.set(id, id === value.id ? value : { ...value, id });
  }
  return items;
}

/** The ids of `present`, in the order of `wanted`; those that it does not name stay behind their old neighbour. */
function weave(wanted: readonly string[], present: readonly string[]): string[] {
  const order = wanted.filter((id) => present.includes(id));
  present.forEach((id, index) => {
    if (order.includes(id)) return;
    const before = present.slice(0, index).findLast((other) => order.includes(other));
    order.splice(before === undefined ? 0 : order.indexOf(before) + 1, 0, id);
  });
  return order;
}
