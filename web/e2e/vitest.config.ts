// Browser tests against the built server: `pnpm --filter @spotter/web e2e`, or SPOTTER_URL=… for one that already runs.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ['**/*.e2e.ts'],
    globalSetup: ['../testing/serverForTests.ts'],
    setupFiles: ['../testing/afterEachFile.ts'],
    // Each worker has a browser, a server and a database of its own. Two keep two cores busy.
    pool: 'forks',
    // Loading Playwright and the texts takes as long as many a file's tests: they do it once a worker.
    isolate: false,
    maxWorkers: process.env.SPOTTER_URL ? 1 : 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // As long as the page's own waiting: a second is little when both cores are busy.
    expect: { poll: { timeout: 15_000 } },
  },
});
