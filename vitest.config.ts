import preact from '@preact/preset-vite';
import { defineConfig } from 'vitest/config';

/** Unit tests run under Node; a file that needs a document says `// @vitest-environment jsdom` in its first line. */
export default defineConfig({
  plugins: [preact()],
  test: {
    include: ['tests/**/*.test.{ts,tsx}'],
    environment: 'node',
    passWithNoTests: false,
    maxWorkers: 2,
    // Property tests run thousands of cases; on a busy machine five seconds are short.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
