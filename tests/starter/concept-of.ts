/** A concept of the shipped glossary, from what a theme file would say of it. */
import type { Concept } from '../../lib/glossary/schema.ts';
import { readConcept } from '../../lib/starter/concepts.ts';
import { parseTheme } from '../../lib/starter/themes.ts';

/** @param fields in YAML: `{ id: a, prefLabel: 甲 }`. */
export function conceptOf(fields: string): Concept {
  const [row = {}] = parseTheme({ file: 'snippet', text: `- ${fields}` }).rows;
  const reading = readConcept(row, { revision: 3, released: '2026-02-01' });
  if ('faults' in reading) throw new Error(JSON.stringify(reading.faults));
  return reading.concept;
}
