// Browser tests against the built server: `pnpm --filter @spotter/web e2e`, or SPOTTER_URL=… for one that already runs.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.e2e.ts'],
    globalSetup: ['../testing/serverForTests.ts'],
    // One browser at a time: they share the machine with the server and its database.
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
