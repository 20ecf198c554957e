// How the api's tests run: `*.test.ts` are pure, `*.db.test.ts` use the server of vitest.database.mjs.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  // graphql 16 has no exports map: without this Vite loads a second copy of it beside the one of type-graphql.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    include: ['src/**/*.test.ts'],
    globalSetup: './vitest.database.mjs',
    setupFiles: ['reflect-metadata'],
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
