/** `npm run check`: everything that needs neither a build nor a browser. */
import { reportOutcomes, runChecks } from './support/outcome.ts';
import { STATIC_CHECKS } from './support/static-checks.ts';

reportOutcomes(await runChecks(STATIC_CHECKS));
