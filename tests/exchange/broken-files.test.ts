import fc from 'fast-check';
import { expect, test } from 'vitest';
import { brokenFiles, readBroken } from './broken-files.ts';

test('a damaged file of any kind gives entries, named faults or a refusal, and does no harm', async () => {
  let offered = 0;
  await fc.assert(
    fc.asyncProperty(brokenFiles, async (file) => {
      const { entries } = await readBroken(file);
      offered += entries;
    }),
    { numRuns: 150, seed: 20_261_126 },
  );
  expect(offered).toBeGreaterThan(0);
});
