/**
 * Long random runs of what the unit tests try for a second.
 *
 *   npm run fuzz -- [CASES] [SEED] [ROOM]...     1,000,000 cases, a new seed and all rooms by default
 *
 * Rooms: `search` compares the label index with an obvious slow search, `overlay` an overlay on a compiled lexicon with a
 * lexicon compiled anew; `files` reads damaged files; `merge`, `normalise`, `collect`, `changes`, `messages`, `updates` and
 * `migrations` try what must hold there. Slow rooms take a share of the cases. Prints the seed first; a find ends the run with the case that shows it, and exit
 * code 1.
 */
import 'fake-indexeddb/auto';
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
import { keepsEveryRow, oldDatabases } from '../tests/glossary/migration-properties.ts';
import { histories, keepsTheReadersOwn } from '../tests/glossary/update-properties.ts';
import { compareSearches } from '../tests/match/slow-search.ts';
import { deliveries, isGuarded } from '../tests/messages/receive-properties.ts';
import { rounds, staysInStep } from '../tests/text/changing-page.ts';
import { documents, readsEachTextOnce } from '../tests/text/collect-properties.ts';
import { mapsBack, pageText, settles, stretch } from '../tests/text/normalise-properties.ts';

interface Room {
  /** Of the cases asked for. */
  readonly share: number;
  readonly tries: readonly (fc.IProperty<unknown> | fc.IAsyncProperty<unknown>)[];
}

const holds = <Case>(cases: fc.Arbitrary<Case>, isSo: (value: Case) => boolean | Promise<boolean>) =>
  fc.asyncProperty(cases, async (value) => isSo(value)) as unknown as fc.IAsyncProperty<unknown>;

const read = { entries: 0, problems: 0, refused: 0 };
/** Throws where a file does harm. */
async function readsOn(file: Parameters<typeof readBroken>[0]): Promise<boolean> {
  const { entries, problems, refused } = await readBroken(file);
  read.entries += entries;
  read.problems += problems;
  read.refused += Number(refused);
  return true;
}

const ROOMS: Readonly<Record<string, Room>> = {
  overlay: { share: 1 / 20, tries: [overlayFindsTheSame as unknown as fc.IProperty<unknown>] },
  merge: {
    share: 1,
    tries: [
      holds(
        versions,
        (three) =>
          leadsThere(three) && lostParts(three).length === 0 && keepsOrder(three) && patchesSuffice(three),
      ),
    ],
  },
  normalise: { share: 1 / 2, tries: [holds(pageText, settles), holds(stretch, mapsBack)] },
  messages: { share: 1, tries: [holds(deliveries, isGuarded)] },
  collect: { share: 1 / 5, tries: [holds(documents, readsEachTextOnce)] },
  changes: { share: 1 / 50, tries: [holds(rounds, staysInStep)] },
  updates: { share: 1 / 200, tries: [holds(histories, keepsTheReadersOwn)] },
  migrations: { share: 1 / 200, tries: [holds(oldDatabases, keepsEveryRow)] },
  files: { share: 1 / 100, tries: [holds(brokenFiles, readsOn)] },
};

const [cases = '1000000', seedText, ...wanted] = process.argv.slice(2);
const seed = seedText === undefined ? Date.now() >>> 0 : Number(seedText);
const isWanted = (name: string) => wanted.length === 0 || wanted.includes(name);
console.log(`seed ${seed}, ${cases} cases`);

let sum = 0;
if (isWanted('search')) {
  const result = compareSearches(Number(cases), seed);
  if (typeof result !== 'number') fail('search', result);
  else console.log(`search: ${cases} cases, ${result} occurrences, no difference`);
  sum += Number(cases);
}
for (const [name, { share, tries }] of Object.entries(ROOMS)) {
  if (!isWanted(name)) continue;
  for (const property of tries) {
    const numRuns = Math.max(1, Math.round(Number(cases) * share));
    const result = await fc.check(property as fc.IAsyncProperty<unknown>, { numRuns, seed });
    if (result.failed) fail(`${name}: ${String(result.errorInstance)}`, fc.stringify(result.counterexample));
    console.log(`${name}: ${result.numRuns} cases, nothing found`);
    sum += result.numRuns;
  }
}
if (isWanted('files')) console.log('of the files', read);
console.log(`${sum} cases in all`);

function fail(room: string, found: unknown): void {
  console.error(`${room}: found`, found);
  process.exit(1);
}
