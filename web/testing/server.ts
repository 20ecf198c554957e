// The server that a test file talks to: each worker has one of its own, so that files can run side by side.
import { inject } from 'vitest';

export interface TestServer {
  baseUrl: string;
  /** As the owner; null when the tests look at a server that ran already. */
  databaseUrl: string | null;
}

declare module 'vitest' {
  export interface ProvidedContext {
    servers: TestServer[];
  }
}

export function testServer(): TestServer {
  const servers = inject('servers');
  const worker = Number(process.env.VITEST_POOL_ID ?? '1');
  const server = servers[(worker - 1) % servers.length];
  if (!server) throw new Error('There is no server for the tests.');
  return server;
}
