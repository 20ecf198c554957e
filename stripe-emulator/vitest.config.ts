// How the emulator's tests run: the real SDK against it, each file with an emulator of its own.
import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: { include: ['*.test.ts'], pool: 'forks', maxWorkers: 2, testTimeout: 30_000 },
});
