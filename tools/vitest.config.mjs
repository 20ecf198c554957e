// How the tests of the tools run: they start and kill real processes, one file after the other.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['tools/**/*.test.mjs'], pool: 'forks', maxWorkers: 1, testTimeout: 60_000, hookTimeout: 60_000 },
});
