/** One part of a concept in words, for differences and conflicts. Pure. */
import type { Path } from '../../lib/glossary/parts.ts';
import type { Concept } from '../../lib/glossary/schema.ts';
import { showDate } from '../../lib/i18n/dates.ts';
import type { Texts } from '../../lib/i18n/index.ts';
import { type Language, languageName } from '../../lib/i18n/language.ts';

export interface Words {
  readonly t: Texts['editor'];
  readonly order: string;
  readonly language: Language;
}

type FieldName = Path['field'];

/** What a part is called: “Definition (English)”, “Parts”, “Parts: order”. */
export function partName({ field, part, item }: Path, { t, order, language }: Words): string {
  const name =
    field === 'firstUse' ? t.field.firstUseDate : field === 'matching' ? t.section.matching : t.field[field];
  if (part === 'order') return colon(language, name, order);
  if (field === 'definitions' || field === 'notes')
    return colon(language, name, languageName(language, item ?? ''));
  if (field === 'matching')
    return colon(language, name, t.matching[item as keyof typeof t.matching] ?? item ?? '');
  return name;
}

const colon = (language: Language, name: string, detail: string) =>
  language === 'zh' ? `${name}：${detail}` : `${name}: ${detail}`;

const listed = (language: Language, items: readonly string[]) => items.join(language === 'zh' ? '、' : ', ');

/** @param concept where the names of items are looked up that an order lists by id */
export function showValue(path: Path, value: unknown, concept: Concept, words: Words): string {
  if (value === undefined || value === null) return '';
  if (path.part === 'order')
    return listed(
      words.language,
      (value as string[]).map((id) => itemName(concept, path.field, id, words)),
    );
  if (typeof value === 'boolean') return value ? '✓' : '';
  if (Array.isArray(value)) return listed(words.language, value);
  if (typeof value !== 'object') return showPlain(path.field, String(value), words);
  return showItem(value as Record<string, unknown>, words);
}

function showPlain(field: FieldName, value: string, { t }: Words): string {
  const tables: Partial<Record<FieldName, Readonly<Record<string, string>>>> = {
    scope: t.scope,
    confidence: t.confidence,
    depth: t.depth,
    salience: t.salience,
  };
  return tables[field]?.[value] ?? value;
}

function itemName(concept: Concept, field: FieldName, id: string, words: Words): string {
  const items = (concept[field] ?? []) as readonly (string | { id: string })[];
  const item = items.find((each) => typeof each === 'object' && each.id === id);
  return typeof item === 'object' ? (showItem({ ...item }, words).split(' · ')[0] ?? id) : id;
}

const NAMED = ['form', 'label', 'title', 'text', 'from'] as const;
const DATES = new Set(['date', 'from', 'to']);

/** An item: its name first, then everything else it holds. */
function showItem(item: Record<string, unknown>, { t, language }: Words): string {
  const { id: _id, ...fields } = item;
  const first = NAMED.find((name) => typeof fields[name] === 'string');
  const names = Object.keys(fields).sort((a, b) => Number(b === first) - Number(a === first));
  return names
    .flatMap((name) => {
      const value = fields[name];
      if (value === undefined) return [];
      if (name === 'kind') return [t.labelKind[value as keyof typeof t.labelKind]];
      if (name === 'status') return [t.renderingStatus[value as keyof typeof t.renderingStatus]];
      if (name === 'supports')
        return [
          listed(
            language,
            (value as (keyof typeof t.support)[]).map((each) => t.support[each]),
          ),
        ];
      if (name === 'noLaterThan') return value ? [t.field.firstUseNoLaterThan] : [];
      if (DATES.has(name)) return [showDate(String(value), language)];
      if (Array.isArray(value)) return [listed(language, value)];
      return [typeof value === 'object' ? JSON.stringify(value) : String(value)];
    })
    .join(' · ');
}
