/**
 * `npm run check`: everything that needs neither a build nor a browser.
 *
 *   npm run check            all of it
 *   npm run check -- types   only the checks whose names hold one of these words
 */
import { reportOutcomes, runChecks } from './support/outcome.ts';
import { STATIC_CHECKS } from './support/static-checks.ts';

const wanted = process.argv.slice(2);
reportOutcomes(
  await runChecks(
    STATIC_CHECKS.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word))),
  ),
);
