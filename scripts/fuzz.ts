/**
 * Long random runs: the automaton against an obvious slow search, an overlay on a compiled lexicon against a lexicon
 * compiled anew, the three-way merge against what must hold of it, and the reading of damaged files.
 *
 *   npm run fuzz -- [CASES] [SEED] [search|overlay|merge|files]     1,000,000 cases of each and a new seed by default
 *
 * Files are written and read whole: of them there is one for a hundred cases.
 *
 * Prints the seed first; a find ends the run with the case that shows it, and exit code 1.
 */
import fc from 'fast-check';
import { overlayFindsTheSame } from '../tests/annotate/overlay-property.ts';
import { brokenFiles, readBroken } from '../tests/exchange/broken-files.ts';
import {
  keepsOrder,
  leadsThere,
  lostParts,
  patchesSuffice,
  versions,
} from '../tests/glossary/merge-properties.ts';
import { compareSearches } from '../tests/match/slow-search.ts';

const [cases = 1_000_000, seed = Date.now() >>> 0] = process.argv.slice(2, 4).map(Number);
const only = process.argv[4];
console.log(`seed ${seed}, ${cases} cases`);
const isWanted = (part: string): boolean => only === undefined || only === part;
const fail = (what: string, shown: unknown): never => {
  console.error(what, shown);
  process.exit(1);
};

if (isWanted('search')) {
  const result = compareSearches(cases, seed);
  if (typeof result !== 'number') fail('the searches differ', result);
  console.log(`${cases} searches, no difference; ${result} occurrences compared`);
}
if (isWanted('overlay')) {
  const { failed, counterexample, numRuns } = fc.check(overlayFindsTheSame, { numRuns: cases, seed });
  if (failed) fail('an overlay finds something else', fc.stringify(counterexample));
  console.log(`${numRuns} overlays, no difference`);
}
if (isWanted('merge')) {
  const holds = fc.property(
    versions,
    (three) =>
      leadsThere(three) && lostParts(three).length === 0 && keepsOrder(three) && patchesSuffice(three),
  );
  const { failed, counterexample, numRuns } = fc.check(holds, { numRuns: cases, seed });
  if (failed) fail('a merge loses something', fc.stringify(counterexample));
  console.log(`${numRuns} merges, nothing lost`);
}
if (isWanted('files')) {
  const totals = { entries: 0, problems: 0, refused: 0 };
  const reading = fc.asyncProperty(brokenFiles, async (file) => {
    const { entries, problems, refused } = await readBroken(file);
    totals.entries += entries;
    totals.problems += problems;
    totals.refused += Number(refused);
  });
  const { failed, counterexample, errorInstance, numRuns } = await fc.check(reading, {
    numRuns: Math.ceil(cases / 100),
    seed,
  });
  if (failed) fail(`a file does harm: ${String(errorInstance)}`, fc.stringify(counterexample));
  console.log(
    `${numRuns} damaged files: ${totals.entries} entries offered, ${totals.problems} faults named, ${totals.refused} files refused`,
  );
}
