/**
 * `npm test`: sets up and runs everything, and ends with one line `N passed, N failed`.
 *
 *   npm test            all suites
 *   npm test -- unit    only the suites whose names hold one of these words
 */
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { keepsBudget } from './support/budget.ts';
import { requireChromium } from './support/find-chromium.ts';
import { requireFirefox } from './support/find-firefox.ts';
import { ensureChineseFont } from './support/fonts.ts';
import { manifestIsExplained } from './support/manifest.ts';
import { type Check, type Outcome, reportOutcomes, runChecks, timed } from './support/outcome.ts';
import { runsNoText } from './support/package-scan.ts';
import { STATIC_CHECKS } from './support/static-checks.ts';
import { ROOT, runTool, wxt } from './support/tool.ts';

const wanted = process.argv.slice(2);
const isWanted = ({ name }: { name: string }) =>
  wanted.length === 0 || wanted.some((word) => name.includes(word));
const results = join(ROOT, 'test-results');
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const built = (browser: 'chrome' | 'firefox') => async () => {
  await wxt('build', browser);
  return true;
};
const BUILDS: readonly Check[] = [
  { name: 'build for Chrome', run: built('chrome') },
  { name: 'build for Firefox', run: built('firefox') },
  { name: 'bundle budget for Chrome', run: async () => keepsBudget('chrome-mv3') },
  { name: 'bundle budget for Firefox', run: async () => keepsBudget('firefox-mv3') },
  { name: 'no text becomes code in the Chrome package', run: async () => runsNoText('chrome-mv3') },
  { name: 'no text becomes code in the Firefox package', run: async () => runsNoText('firefox-mv3') },
  { name: 'powers of the Chrome package are explained', run: async () => manifestIsExplained('chrome-mv3') },
  {
    name: 'powers of the Firefox package are explained',
    run: async () => manifestIsExplained('firefox-mv3'),
  },
];

const outcomes: Outcome[] = [];
// The layout test is one of the unit tests; `npm run check` alone runs it by itself.
outcomes.push(...(await runChecks(STATIC_CHECKS.filter((each) => isWanted(each) && each.name !== 'layout'))));
if (isWanted({ name: 'unit' })) outcomes.push(await timed('unit tests', unit));
outcomes.push(...(await runChecks(BUILDS.filter(isWanted))));
if (isWanted({ name: 'browser' })) outcomes.push(await timed('browser tests', browsers));
reportOutcomes(outcomes);

async function unit() {
  const file = join(results, 'unit.json');
  await runTool('vitest', 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`);
  const report = read(file) as {
    numPassedTests: number;
    numFailedTests: number;
    numPendingTests: number;
    numFailedTestSuites: number;
  };
  // A file that cannot be loaded fails as a suite without a single failed test.
  const failed = Math.max(report.numFailedTests, Math.min(report.numFailedTestSuites, 1));
  return { passed: report.numPassedTests, failed, skipped: report.numPendingTests };
}

/** Chromium is needed; without Firefox its journeys are counted as one that was skipped. */
async function browsers() {
  requireChromium();
  ensureChineseFont();
  const projects = ['--project=chromium'];
  try {
    requireFirefox();
    projects.push('--project=firefox');
  } catch (error) {
    console.error(`cezhu: journeys in Firefox are skipped: ${(error as Error).message}`);
  }
  const finished = await runTool('playwright', 'test', ...projects);
  const { stats, errors } = read(join(results, 'browser.json')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number };
    errors: readonly unknown[];
  };
  const failed = stats.unexpected + stats.flaky + errors.length;
  return {
    passed: stats.expected,
    failed: finished ? failed : Math.max(failed, 1),
    skipped: stats.skipped + 2 - projects.length,
  };
}

function read(file: string): unknown {
  if (!existsSync(file)) throw new Error(`no report in ${file}`);
  return JSON.parse(readFileSync(file, 'utf8'));
}
