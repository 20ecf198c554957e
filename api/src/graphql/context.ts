// What every resolver receives. One per request: never kept beyond it.
import type { GymDatabase } from '../database/gym-database.ts';
import type { BranchLoader } from './branch.ts';
import type { Clock } from './clock.ts';
import { UnauthenticatedError } from './errors.ts';
import type { Viewer } from './viewer.ts';

export interface Client {
  /** Address of the caller, after trusted proxies. */
  address: string;
  userAgent: string | null;
  setSessionCookie(token: string, expiresAt: Date): void;
  clearSessionCookie(): void;
}

export interface Context {
  viewer: Viewer | null;
  clock: Clock;
  requestId: string;
  client: Client;
  db: GymDatabase;
  branches: BranchLoader;
}

export function signedIn(context: Context): Viewer {
  if (!context.viewer) throw new UnauthenticatedError();
  return context.viewer;
}
