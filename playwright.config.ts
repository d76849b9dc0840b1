import { defineConfig } from '@playwright/test';
import type { Options } from './tests/e2e/support/test.ts';

/** Real browsers with the shipped build in `.output/`; `npx wxt build` first, or `npm test`, which does all. */
export default defineConfig<Options>({
  testDir: 'tests',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results/browser',
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 20_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/browser.json' }]],
  projects: [
    {
      name: 'chromium',
      use: { kind: 'chromium' },
      testIgnore: 'e2e/firefox/**',
    },
    {
      name: 'firefox',
      use: { kind: 'firefox' },
      testMatch: 'e2e/{journeys,firefox,options,exchange,hostile,storage}/**/*.spec.ts',
      // Why these and others are for Chromium alone: docs/faults.md.
      testIgnore: 'e2e/hostile/lifecycle.spec.ts',
    },
  ],
});
