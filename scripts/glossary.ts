/**
 * Checks the shipped glossary, reports on it, and keeps its files.
 *
 *   npm run glossary [-- THEME...]             faults (of these themes), then counts; exit 1 when there is an error
 *   npm run glossary -- --write                rewrites the theme files in their canonical form, drops usage of no concept
 *   npm run glossary -- --sample SEED [--full 40] [--brief 20]    draws concepts for an independent check
 *   npm run glossary -- --attest USAGE.jsonl   first uses and sources that an earlier text contradicts
 *   npm run glossary -- --usage USAGE.jsonl    sums counts of forms into usage.json
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkAttestation } from '../lib/starter/attest.ts';
import { buildStarter } from '../lib/starter/build.ts';
import { readCheckData } from '../lib/starter/check/data.ts';
import { type Finding, findingText } from '../lib/starter/check/finding.ts';
import { formatTheme } from '../lib/starter/format.ts';
import { reportLines } from '../lib/starter/report.ts';
import { conceptLines, drawSample } from '../lib/starter/sample.ts';
import { parseTheme, readThemeTexts, THEME_FOLDER } from '../lib/starter/themes.ts';
import { formatUsage, parseUsage, readFormUsages, sumUsage } from '../lib/starter/usage.ts';
import { checkShipped, USAGE_FILE } from './support/shipped-glossary.ts';

const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    write: { type: 'boolean', default: false },
    sample: { type: 'string' },
    full: { type: 'string', default: '40' },
    brief: { type: 'string', default: '20' },
    attest: { type: 'string' },
    usage: { type: 'string' },
  },
});

if (options.write) await writeThemes();
else if (options.sample !== undefined) await printSample(Number(options.sample));
else if (options.attest !== undefined) await printAttestation(options.attest);
else if (options.usage !== undefined) await writeUsage(options.usage);
else await check(positionals.map((name) => `${name.replace(/\.yaml$/, '')}.yaml`));

async function check(themes: readonly string[]): Promise<void> {
  const { usage, ...checked } = await checkShipped();
  const findings = checked.findings.filter(({ file }) => themes.length === 0 || themes.includes(file));
  const errors = findings.filter(({ level }) => level === 'error');
  const warnings = findings.filter(({ level }) => level === 'warning');
  printFindings('warning', warnings);
  printFindings('error', errors);
  const concepts = checked.entries
    .filter(({ file }) => themes.length === 0 || themes.includes(file))
    .map(({ concept }) => concept);
  for (const line of reportLines(concepts, usage)) console.log(line);
  console.log(`${errors.length} errors, ${warnings.length} warnings, ${checked.exempted} exempted`);
  process.exitCode = errors.length > 0 ? 1 : 0;
}

function printFindings(level: string, findings: readonly Finding[]): void {
  for (const finding of findings) console.log(`${level}: ${findingText(finding)}`);
}

async function writeThemes(): Promise<void> {
  for (const theme of (await readThemeTexts()).map(parseTheme)) {
    const text = formatTheme(theme.rows);
    if (text === theme.text) continue;
    await writeFile(join(THEME_FOLDER, theme.file), text);
    console.log(`${theme.file}: written`);
  }
  await dropUsageOfNoConcept();
}

/** A concept that was taken out takes its usage with it. */
async function dropUsageOfNoConcept(): Promise<void> {
  const ids = new Set((await readThemeTexts()).flatMap((text) => parseTheme(text).rows.map(({ id }) => id)));
  const usage = parseUsage(await readFile(USAGE_FILE, 'utf8'));
  const kept = usage.filter(({ conceptId }) => ids.has(conceptId));
  if (kept.length === usage.length) return;
  await writeFile(USAGE_FILE, formatUsage(kept));
  console.log(`usage.json: ${usage.length - kept.length} of no concept dropped`);
}

async function printSample(seed: number): Promise<void> {
  if (!Number.isSafeInteger(seed)) throw new Error('the seed must be a whole number');
  const { concepts } = await buildStarter();
  const sizes = { full: Number(options.full), brief: Number(options.brief) };
  console.log(`seed ${seed}: ${sizes.full} full, ${sizes.brief} brief of ${concepts.length} concepts`);
  for (const concept of drawSample(concepts, seed, sizes)) {
    console.log(`\n${conceptLines(concept).join('\n')}`);
  }
}

async function printAttestation(file: string): Promise<void> {
  const forms = readFormUsages(await readFile(file, 'utf8'));
  const { exemptions } = await readCheckData();
  const known = new Set(exemptions.flatMap(({ concept, rule }) => (rule === 'attest' ? [concept] : [])));
  const concepts = (await buildStarter()).concepts.filter(({ id }) => !known.has(id));
  const found = checkAttestation(concepts, forms);
  for (const kind of ['first use', 'source', 'nowhere'] as const) {
    const lines = found.filter((attestation) => attestation.kind === kind);
    for (const { conceptId, message } of lines) console.log(`${kind}: ${conceptId}: ${message}`);
    console.log(`${lines.length} of kind “${kind}”`);
  }
}

async function writeUsage(file: string): Promise<void> {
  const forms = readFormUsages(await readFile(file, 'utf8'));
  const usage = sumUsage((await buildStarter()).concepts, forms);
  const text = formatUsage(usage);
  await writeFile(USAGE_FILE, text);
  console.log(`usage.json: ${usage.length} concepts, ${(text.length / 1024).toFixed(0)} KiB`);
}
