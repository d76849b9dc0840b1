/**
 * The shipped glossary: YAML files, one theme each, become the concepts that are packaged (see `packed.ts`).
 *
 * Runs at build time and in the commands, under Node only. Reading 3 MB of YAML takes seconds, so what a file
 * yields is kept by the hash of everything it depends on.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Concept, STARTER_GLOSSARY_ID, type StarterGlossary } from '../glossary/schema.ts';
import { cachedByContent } from './cache.ts';
import { type Release, readConcept } from './concepts.ts';
import release from './release.json' with { type: 'json' };
import { parseTheme, readThemeTexts, THEME_FOLDER, type ThemeText } from './themes.ts';
import { parseUsage } from './usage.ts';

/** Modules that decide what the files mean: with them the cached result becomes void. */
const READERS = ['../glossary/schema.ts', 'build.ts', 'concepts.ts', 'themes.ts', 'release.json'];

/** Reads every theme file. @throws {Error} that names file, concept and field of the first fault. */
export async function buildStarter(): Promise<StarterGlossary> {
  const themes = await readThemeTexts();
  const readers = await Promise.all(READERS.map((file) => readFile(join(THEME_FOLDER, file), 'utf8')));
  const read = themes.map((theme) =>
    cachedByContent(`concepts-${theme.file}`, [...readers, theme.text], () => readTheme(theme, release)),
  );
  const concepts = (await Promise.all(read)).flat();
  const ids = new Set(concepts.map(({ id }) => id));
  const usage = parseUsage(await readFile(join(THEME_FOLDER, 'usage.json'), 'utf8'));
  return {
    glossaryId: STARTER_GLOSSARY_ID,
    revision: release.revision,
    title: '策注初始词库',
    licence: 'CC BY 4.0',
    concepts,
    usage: usage.filter(({ conceptId }) => ids.has(conceptId)),
  };
}

function readTheme(theme: ThemeText, { revision, released }: Release): Concept[] {
  return parseTheme(theme).rows.map((row) => {
    const reading = readConcept(row, { revision, released });
    if ('concept' in reading) return reading.concept;
    const [fault] = reading.faults;
    const name = String(row.id ?? row.prefLabel);
    throw new Error(`${theme.file}: ${name}: ${fault?.field ?? ''}: ${fault?.message ?? ''}`);
  });
}
