// Makes the context of one request: who asks, and their reading and writing through the tenant wall.
import type { IncomingHttpHeaders } from 'node:http';
import type { Secrets } from './adapters/secrets/secrets.ts';
import type { StripeGateway } from './adapters/stripe/open-stripe.ts';
import { AccountDatabase } from './database/account-database.ts';
import type { Database } from './database/database.ts';
import { GymDatabase } from './database/gym-database.ts';
import { BranchLoader } from './graphql/branch.ts';
import type { Clock } from './graphql/clock.ts';
import type { Client, Context, StorageLimits } from './graphql/context.ts';
import type { Live } from './graphql/live.ts';
import type { Viewer } from './graphql/viewer.ts';
import { identifyViewer } from './modules/account/identify-viewer.ts';
import { LastSeen } from './modules/account/last-seen.ts';
import { SeatLookUp } from './modules/account/seat-look-up.ts';

export interface IncomingRequest {
  headers: IncomingHttpHeaders;
  requestId: string;
  client: Client;
}

export interface RequestParts {
  database: Database;
  clock: Clock;
  secrets: Secrets;
  live: Live;
  stripe: StripeGateway | null;
  publicUrl: string;
  storageLimits: StorageLimits;
  requestId: string;
  client: Client;
}

export type ContextFactory = (request: IncomingRequest) => Promise<Context>;

export interface ContextOptions {
  database: Database;
  clock: Clock;
  secrets: Secrets;
  live: Live;
  stripe: StripeGateway | null;
  publicUrl: string;
  storageLimits: StorageLimits;
  /** The public address is https: the session cookie has the name that goes with it. */
  isSecure: boolean;
}

export function contextFactory({ isSecure, ...parts }: ContextOptions): ContextFactory {
  const { database, clock } = parts;
  const seats = new SeatLookUp(database, clock);
  const lastSeen = new LastSeen();
  return async ({ headers, requestId, client }) => {
    const identified = await identifyViewer(seats, headers, isSecure);
    const context = createContext({ ...parts, requestId, client }, identified?.viewer ?? null);
    if (identified?.isNoteDue) lastSeen.note(identified.viewer, context, clock.now());
    return context;
  };
}

export function createContext({ database, ...parts }: RequestParts, viewer: Viewer | null): Context {
  const context: Context = {
    viewer: null,
    ...parts,
    accounts: new AccountDatabase(database),
    db: undefined as never,
    branches: undefined as never,
    become(next) {
      // Apollo hands resolvers a copy of this object: what changes is the one that they hold.
      this.viewer = next;
      this.db = new GymDatabase(database, next, parts.requestId);
      this.branches = new BranchLoader(this);
    },
  };
  context.become(viewer);
  return context;
}
