/**
 * The shipped glossary: YAML files, one theme each, become the concepts that are packaged as `/starter.json`.
 *
 * Runs at build time and in the commands, under Node only. What the files may leave out is filled in here: empty lists,
 * item ids (derived from the item's own text, so that they stay the same from release to release), origin and dates.
 */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as v from 'valibot';
import { parse } from 'yaml';
import {
  type Concept,
  conceptSchema,
  STARTER_GLOSSARY_ID,
  type StarterGlossary,
} from '../glossary/schema.ts';

const HERE = dirname(fileURLToPath(import.meta.url));
/** Raised with every released change of the files. */
const REVISION = 1;
const RELEASED = '2026-11-26T00:00:00.000Z';

type Raw = Record<string, unknown>;

/** Reads every theme file. @throws {Error} that names file, concept and field of the first fault. */
export async function buildStarter(): Promise<StarterGlossary> {
  const files = (await readdir(HERE)).filter((name) => name.endsWith('.yaml')).sort();
  const concepts: Concept[] = [];
  for (const file of files) {
    const rows: unknown = parse(await readFile(join(HERE, file), 'utf8'));
    if (!Array.isArray(rows)) throw new Error(`${file}: is not a list of concepts`);
    for (const row of rows as Raw[]) concepts.push(readConcept(file, row));
  }
  return {
    glossaryId: STARTER_GLOSSARY_ID,
    revision: REVISION,
    title: '策注初始词库',
    licence: 'CC BY 4.0',
    concepts,
    usage: [],
  };
}

function readConcept(file: string, row: Raw): Concept {
  const filled = {
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
    origin: { glossaryId: STARTER_GLOSSARY_ID, revision: REVISION },
    createdAt: RELEASED,
    updatedAt: RELEASED,
  };
  const result = v.safeParse(conceptSchema, filled);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new Error(
    `${file}: ${String(row.id ?? row.prefLabel)}: ${v.getDotPath(issue) ?? ''}: ${issue.message}`,
  );
}

/** Gives each item the id that its text yields; a second item with the same text gets a number. */
function withIds(items: unknown, idOf: (item: Raw) => string): Raw[] {
  const seen = new Map<string, number>();
  return ((items ?? []) as Raw[]).map((item) => {
    const base = idOf(item).slice(0, 280);
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    return { id: count === 1 ? base : `${base}#${count}`, ...item };
  });
}
