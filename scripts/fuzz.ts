/**
 * Compares the automaton with an obvious slow search on random labels and texts.
 *
 *   npm run fuzz -- [CASES] [SEED]     1,000,000 cases and a new seed by default
 *
 * Prints the seed first; a difference ends the run with the case's number, labels and text, and exit code 1.
 */
import { compareSearches } from '../tests/match/slow-search.ts';

const [cases = 1_000_000, seed = Date.now() >>> 0] = process.argv.slice(2).map(Number);
console.log(`seed ${seed}, ${cases} cases`);
const result = compareSearches(cases, seed);
if (typeof result !== 'number') {
  console.error('the searches differ', result);
  process.exit(1);
}
console.log(`no difference; ${result} occurrences compared`);
