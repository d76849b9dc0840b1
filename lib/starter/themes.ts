/**
 * The theme files of the shipped glossary: where they are and what stands in them.
 *
 * One theme is one YAML file beside this module. Every scalar is read as a string, so that `date: 2005` is a date and
 * not a number; only the four yes-or-no fields of the schema become booleans. Node only.
 */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { cachedByContent } from './cache.ts';

export const THEME_FOLDER = dirname(fileURLToPath(import.meta.url));

/** A concept, or an item of one, as it stands in a file. */
export type Raw = Record<string, unknown>;

export interface ThemeText {
  /** Name of the file: `law.yaml`. */
  readonly file: string;
  readonly text: string;
}

export interface Theme extends ThemeText {
  readonly rows: readonly Raw[];
}

const BOOLEAN_FIELDS = new Set(['ambiguous', 'onlyInQuotes', 'homonym', 'noLaterThan']);

/** The theme files of `folder`, by name. */
export async function readThemeTexts(folder = THEME_FOLDER): Promise<ThemeText[]> {
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort();
  return Promise.all(files.map(async (file) => ({ file, text: await readFile(join(folder, file), 'utf8') })));
}

/** The theme parsed, or only its text where it cannot be; parsed files are kept. */
export async function parseThemeCached(theme: ThemeText): Promise<ThemeText | Theme> {
  try {
    const reader = await readFile(fileURLToPath(import.meta.url), 'utf8');
    return await cachedByContent(`theme-${theme.file}`, [reader, theme.text], () => parseTheme(theme));
  } catch {
    return theme;
  }
}

/** @throws {Error} that names the file, and the line where the YAML breaks. */
export function parseTheme({ file, text }: ThemeText): Theme {
  let rows: unknown;
  try {
    rows = parse(text, { schema: 'failsafe', maxAliasCount: 0 });
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (!Array.isArray(rows) || !rows.every(isMap)) throw new Error(`${file}: is not a list of concepts`);
  return { file, text, rows: rows.map((row) => withBooleans(row) as Raw) };
}

function isMap(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function withBooleans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withBooleans);
  if (!isMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      BOOLEAN_FIELDS.has(key) && (item === 'true' || item === 'false') ? item === 'true' : withBooleans(item),
    ]),
  );
}
