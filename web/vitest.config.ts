// The web's own tests: pure functions and the agreement of its texts. Browser tests have their own configuration in e2e/.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['src/**/*.test.{ts,tsx}', 'build/**/*.test.ts', 'graphiql/**/*.test.ts'],
    // Nothing replaces a module, and starting a worker for each file takes longer than the tests.
    isolate: false,
  },
});
