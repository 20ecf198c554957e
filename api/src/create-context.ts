// Makes the context of one request: who asks, and their reading and writing through the tenant wall.
import type { IncomingHttpHeaders } from 'node:http';
import type { Database } from './database/database.ts';
import { GymDatabase } from './database/gym-database.ts';
import { BranchLoader } from './graphql/branch.ts';
import type { Clock } from './graphql/clock.ts';
import type { Client, Context } from './graphql/context.ts';
import { identifyViewer } from './modules/account/identify-viewer.ts';

export interface IncomingRequest {
  headers: IncomingHttpHeaders;
  requestId: string;
  client: Client;
}

export type ContextFactory = (request: IncomingRequest) => Promise<Context>;

export function contextFactory(database: Database, clock: Clock): ContextFactory {
  return async ({ headers, requestId, client }) => {
    const viewer = await identifyViewer(database, headers, clock);
    const db = new GymDatabase(database, viewer, requestId);
    const context: Context = { viewer, clock, requestId, client, db, branches: undefined as never };
    context.branches = new BranchLoader(context);
    return context;
  };
}
