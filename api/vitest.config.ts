// How the api's tests run: `*.test.ts` are pure, `*.db.test.ts` use the server of vitest.database.mjs.
import { defineConfig } from 'vitest/config';

// These replace a module by another; the files that share a process with them would get it too.
const REPLACING = ['src/authorization-mutants.db.test.ts', 'src/authorization-walls.db.test.ts'];

export default defineConfig({
  // graphql 16 has no exports map: without this Vite loads a second copy of it beside the one of type-graphql.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    globalSetup: './vitest.database.mjs',
    setupFiles: ['reflect-metadata'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Loading the schema takes as long as most files' tests: they do it once a process.
    projects: [
      { extends: true, test: { name: 'alone', include: REPLACING, isolate: true } },
      { extends: true, test: { name: 'together', include: ['src/**/*.test.ts'], exclude: REPLACING, isolate: false } },
    ],
  },
});
