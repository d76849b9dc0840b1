/** Counting what passed and failed, over all suites. */

export interface Check {
  readonly name: string;
  run(): Promise<boolean>;
}

export interface Outcome {
  readonly name: string;
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  readonly seconds: number;
}

/** Runs the checks one after the other; each counts as one, and one that throws has failed. */
export async function runChecks(checks: readonly Check[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const { name, run } of checks)
    outcomes.push(
      await timed(name, async () => {
        const passed = await run();
        return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
      }),
    );
  return outcomes;
}

/** Runs one suite under a heading. */
export async function timed(
  name: string,
  run: () => Promise<{ passed: number; failed: number; skipped: number }>,
): Promise<Outcome> {
  console.error(`\n── ${name}`);
  const start = performance.now();
  const counts = await run().catch((error: unknown) => {
    console.error(error instanceof Error ? error.message : error);
    return { passed: 0, failed: 1, skipped: 0 };
  });
  return { name, ...counts, seconds: (performance.now() - start) / 1000 };
}

/** Prints a line for each suite and, last, the sum; a failure sets the exit code. */
export function reportOutcomes(outcomes: readonly Outcome[]): void {
  console.log('');
  for (const { name, passed, failed, skipped, seconds } of outcomes) {
    const counts = `${passed} passed${failed > 0 ? `, ${failed} FAILED` : ''}${skipped > 0 ? `, ${skipped} skipped` : ''}`;
    console.log(`${failed > 0 ? '✗' : '✓'} ${name}: ${counts} (${seconds.toFixed(1)} s)`);
  }
  const sum = (key: 'passed' | 'failed' | 'skipped') =>
    outcomes.reduce((total, each) => total + each[key], 0);
  const skipped = sum('skipped');
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = sum('failed') > 0 || sum('passed') === 0 ? 1 : 0;
}
