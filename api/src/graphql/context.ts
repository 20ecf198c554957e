// What every resolver receives. One per request: never kept beyond it.
import type { Secrets } from '../adapters/secrets/secrets.ts';
import type { StripeGateway } from '../adapters/stripe/open-stripe.ts';
import type { AccountDatabase } from '../database/account-database.ts';
import type { GymDatabase } from '../database/gym-database.ts';
import type { BranchLoader } from './branch.ts';
import type { Clock } from './clock.ts';
import { UnauthenticatedError } from './errors.ts';
import type { Live } from './live.ts';
import type { Viewer } from './viewer.ts';

export interface Client {
  /** Address of the caller, after trusted proxies. */
  address: string;
  userAgent: string | null;
  setSessionCookie(token: string, expiresAt: Date): void;
  clearSessionCookie(): void;
}

/** The most that whoever runs this server lets a gym choose for attachments. */
export interface StorageLimits {
  fileMb: number;
  memberMb: number;
}

export interface Context {
  viewer: Viewer | null;
  clock: Clock;
  secrets: Secrets;
  requestId: string;
  client: Client;
  db: GymDatabase;
  accounts: AccountDatabase;
  branches: BranchLoader;
  /**
   * From here on the request is somebody else's: for signing in and out. Mutations run one after the other, each with all
   * of its answer, so what a request did before keeps the viewer it was done by.
   */
  become(viewer: Viewer | null): void;
  live: Live;
  /** Null when this server has no key of Stripe. */
  stripe: StripeGateway | null;
  /** Where people and Stripe reach this server, without a slash at the end. */
  publicUrl: string;
  storageLimits: StorageLimits;
}

export function signedIn(context: Context): Viewer {
  if (!context.viewer) throw new UnauthenticatedError();
  return context.viewer;
}
