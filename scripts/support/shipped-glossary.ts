/** The rules of the shipped glossary, run over the files as they are. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Usage } from '../../lib/glossary/schema.ts';
import { type Checked, checkThemes } from '../../lib/starter/check/check.ts';
import { readCheckData } from '../../lib/starter/check/data.ts';
import { findingText } from '../../lib/starter/check/finding.ts';
import release from '../../lib/starter/release.json' with { type: 'json' };
import { parseThemeCached, readThemeTexts, THEME_FOLDER } from '../../lib/starter/themes.ts';
import { parseUsage } from '../../lib/starter/usage.ts';

export const USAGE_FILE = join(THEME_FOLDER, 'usage.json');

export async function checkShipped(): Promise<Checked & { readonly usage: readonly Usage[] }> {
  const usage = parseUsage(await readFile(USAGE_FILE, 'utf8'));
  const themes = await Promise.all((await readThemeTexts()).map(parseThemeCached));
  return { ...checkThemes(themes, usage, await readCheckData(), release), usage };
}

/** As a check among others: prints the errors, and says whether there are none. */
export async function shippedGlossaryIsSound(): Promise<boolean> {
  const errors = (await checkShipped()).findings.filter(({ level }) => level === 'error');
  for (const error of errors) console.error(findingText(error));
  return errors.length === 0;
}
