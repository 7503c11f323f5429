import { defineConfig } from 'vitest/config';

// Real browsers, one at a time: two cores are soon busy.
export default defineConfig({
  test: {
    root: new URL('../..', import.meta.url).pathname,
    include: ['tests/browser/**/*.test.ts'],
    fileParallelism: false,
    // A browser on a busy computer may be late once; the runner tells which test needed its second try.
    retry: 1,
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
});
