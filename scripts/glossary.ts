/**
 * Checks the shipped glossary and reports on it.
 *
 *   npm run glossary                 faults, then counts; exit 1 when there is an error
 *   npm run glossary -- --write      rewrites the theme files in their canonical form
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { formatTheme } from '../lib/starter/format.ts';
import { parseTheme, readThemeTexts, THEME_FOLDER } from '../lib/starter/themes.ts';

const { values: options } = parseArgs({ options: { write: { type: 'boolean', default: false } } });

const themes = (await readThemeTexts()).map(parseTheme);
if (options.write) await writeThemes();

async function writeThemes(): Promise<void> {
  for (const theme of themes) {
    const text = formatTheme(theme.rows);
    if (text === theme.text) continue;
    await writeFile(join(THEME_FOLDER, theme.file), text);
    console.log(`${theme.file}: written`);
  }
}
