/** The checks that need neither a build nor a browser; `npm run check` runs them, `npm test` too. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from './outcome.ts';
import { shippedGlossaryIsSound } from './shipped-glossary.ts';
import { ROOT, readTool, runTool, wxt } from './tool.ts';

export const STATIC_CHECKS: readonly Check[] = [
  { name: 'format and lint', run: () => runTool('biome', 'check', '--diagnostic-level=error', '.') },
  // What WXT writes depends on entrypoints and texts, which may have changed since.
  {
    name: 'types',
    run: async () => {
      await wxt('prepare');
      return runTool('tsc', '-p', '.');
    },
  },
  { name: 'types of the rooms without a DOM', run: () => runTool('tsc', '-p', 'tsconfig.pure.json') },
  { name: 'import directions', run: checkImports },
  { name: 'dead code', run: () => runTool('knip') },
  { name: 'glossary', run: shippedGlossaryIsSound },
  { name: 'layout', run: () => runTool('vitest', 'run', '--reporter=dot', 'tests/layout.test.ts') },
];

interface Cruise {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { rule: { name: string }; from: string; to: string }[];
    readonly ruleSetUsed?: { readonly forbidden?: readonly { name?: string; comment?: string }[] };
  };
}

/** dependency-cruiser is content when it found no module at all; we are not. */
async function checkImports(): Promise<boolean> {
  const rooms = ['entrypoints', 'components', 'lib', 'scripts'].filter((room) =>
    existsSync(join(ROOT, room)),
  );
  const output = await readTool('depcruise', '--config', '.dependency-cruiser.mjs', '-T', 'json', ...rooms);
  const { summary } = JSON.parse(output) as Cruise;
  for (const { rule, from, to } of summary.violations) {
    const comment = summary.ruleSetUsed?.forbidden?.find(({ name }) => name === rule.name)?.comment;
    console.error(`${rule.name}: ${from} → ${to}\n  ${comment ?? ''}`);
  }
  console.error(`${summary.totalCruised} modules, ${summary.violations.length} forbidden imports`);
  return summary.totalCruised > 0 && summary.violations.length === 0;
}
