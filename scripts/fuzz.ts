/**
 * Long random runs: the automaton against an obvious slow search, and the three-way merge against what must hold of it.
 *
 *   npm run fuzz -- [CASES] [SEED]     1,000,000 cases of each and a new seed by default
 *
 * Prints the seed first; a find ends the run with the case that shows it, and exit code 1.
 */
import fc from 'fast-check';
import {
  keepsOrder,
  leadsThere,
  lostParts,
  patchesSuffice,
  versions,
} from '../tests/glossary/merge-properties.ts';
import { compareSearches } from '../tests/match/slow-search.ts';

const [cases = 1_000_000, seed = Date.now() >>> 0] = process.argv.slice(2).map(Number);
console.log(`seed ${seed}, ${cases} cases`);
const result = compareSearches(cases, seed);
if (typeof result !== 'number') {
  console.error('the searches differ', result);
  process.exit(1);
}
console.log(`no difference; ${result} occurrences compared`);

const holds = fc.property(
  versions,
  (three) => leadsThere(three) && lostParts(three).length === 0 && keepsOrder(three) && patchesSuffice(three),
);
const merges = fc.check(holds, { numRuns: cases, seed });
if (merges.failed) {
  console.error('a merge loses something', fc.stringify(merges.counterexample));
  process.exit(1);
}
console.log(`${merges.numRuns} merges, nothing lost`);
