import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    include: ['tests/**/*.test.ts'],
    exclude: ['tests/browser/**', 'node_modules/**'],
    reporters: ['default'],
    testTimeout: 60_000,
    setupFiles: ['tests/seed.ts'],
  },
});
