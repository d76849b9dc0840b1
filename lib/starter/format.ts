/**
 * The one way a theme file is written: concepts by id, fields in a fixed order, one line for each item of a list,
 * text plain where YAML allows it and in double quotes elsewhere, nothing empty. Two editors who change different
 * concepts change different lines.
 *
 * Pure. Comments are not kept: a theme file is data, what has to be said about it stands in the documentation.
 */
import type { Concept } from '../glossary/schema.ts';
import type { Raw } from './themes.ts';

type Field = Exclude<keyof Concept, 'origin' | 'createdAt' | 'updatedAt'>;

const FIELDS = [
  'id',
  'prefLabel',
  'pinyin',
  'altLabels',
  'renderings',
  'definitions',
  'notes',
  'components',
  'versions',
  'category',
  'scope',
  'place',
  'issuer',
  'firstUse',
  'broader',
  'related',
  'replacedBy',
  'sources',
  'confidence',
  'depth',
  'salience',
  'matching',
  'tags',
] as const satisfies readonly Field[];

/** Fields of items and nested maps; any one of them stands in at most one order. */
const ITEM_FIELDS = [
  'id',
  'form',
  'kind',
  'lang',
  'text',
  'status',
  'label',
  'conceptId',
  'gloss',
  'en',
  'title',
  'publisher',
  'date',
  'url',
  'supports',
  'from',
  'to',
  'issuer',
  'what',
  'components',
  'occasion',
  'noLaterThan',
  'source',
  'matching',
  'ambiguous',
  'homonym',
  'onlyInQuotes',
  'notBefore',
  'notAfter',
  'minContext',
] as const;

/** The canonical text of a theme file that holds `rows`. */
export function formatTheme(rows: readonly Raw[]): string {
  return [...rows]
    .sort((a, b) => compare(String(a.id), String(b.id)))
    .map(conceptText)
    .join('\n');
}

function conceptText(row: Raw): string {
  const lines = entriesInOrder(row, FIELDS).flatMap(([key, value]) => fieldLines(key, value));
  return lines.map((line, index) => `${index === 0 ? '- ' : '  '}${line}\n`).join('');
}

function fieldLines(key: string, value: unknown): string[] {
  if (key === 'definitions' || key === 'notes') {
    return [`${key}:`, ...languages(value).map(([lang, text]) => `  ${lang}: ${scalar(text, PLAIN)}`)];
  }
  if (Array.isArray(value) && value.some((item) => typeof item === 'object')) {
    return [`${key}:`, ...value.map((item) => `  - ${inline(item)}`)];
  }
  return [`${key}: ${typeof value === 'object' ? inline(value) : scalar(value, PLAIN)}`];
}

/** Chinese first, as in the card. */
function languages(value: unknown): [string, unknown][] {
  return Object.entries(value as Raw).sort(
    ([a], [b]) => Number(b === 'zh') - Number(a === 'zh') || compare(a, b),
  );
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return scalar(value, PLAIN_IN_FLOW);
  const pairs = entriesInOrder(value as Raw, ITEM_FIELDS).map(([key, item]) => `${key}: ${inline(item)}`);
  return `{ ${pairs.join(', ')} }`;
}

/** Known fields in their order, then unknown ones: those the schema refuses, but a formatter must not swallow. */
function entriesInOrder(row: Raw, order: readonly string[]): [string, unknown][] {
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length);
  return Object.entries(row)
    .filter(([, value]) => !isEmpty(value))
    .sort(([a], [b]) => rank(a) - rank(b) || compare(a, b));
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** Text that every YAML reader takes as the same string without quotes; in a flow, brackets and commas end it. */
const PLAIN = /^[^\s\-?:,[\]{}#&*!|>'"%@`=~<\p{C}](?:[^\n\r\t\p{C}\u2028\u2029]*[^\s\p{C}:])?$/u;
const PLAIN_IN_FLOW =
  /^[^\s\-?:,[\]{}#&*!|>'"%@`=~<\p{C}](?:[^\n\r\t\p{C}\u2028\u2029,[\]{}]*[^\s\p{C}:,[\]{}])?$/u;
const NOT_PLAIN = /: | #|^(?:true|false|null|yes|no|on|off|y|n)$|^[-+.]?\d[\d.,:_eExXoObBaAcCdDfF+-]*$/i;

function scalar(value: unknown, plain: RegExp): string {
  if (typeof value === 'boolean') return String(value);
  const text = String(value);
  return plain.test(text) && !NOT_PLAIN.test(text) ? text : JSON.stringify(text);
}

/** By code unit, so that the order is the same on every machine. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
