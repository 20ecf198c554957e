// Counts attempts to sign in, per address and per account, in the database: over all processes, and before the password is
// looked at. Rows hold hashes; what an attempt was for cannot be read from them.
import type { AccountDatabase } from '../../database/account-database.ts';
import { ThrottledError } from '../../graphql/errors.ts';
import { hashSecret } from './identify-viewer.ts';
import { networkOf } from './network.ts';

export const WINDOW_MINUTES = 15;
/** People who forgot which password it was need four or five; at 960 guesses a day a weak password lasts. */
export const ACCOUNT_LIMIT = 10;
/** A gym's members and staff share one address at the front desk's Wi-Fi; success does not give attempts back. */
export const ADDRESS_LIMIT = 50;

export interface Attempt {
  address: string;
  /** As normalised for the look-up: the count and the account must be found under the same text. */
  email: string;
}

/** Throws when there were too many. An attempt that the address is refused for does not count against the account. */
export async function countAttempt(accounts: AccountDatabase, { address, email }: Attempt, now: Date): Promise<void> {
  await count(accounts, `address:${networkOf(address)}`, ADDRESS_LIMIT, now);
  await count(accounts, accountKey(email), ACCOUNT_LIMIT, now);
}

/** After a right password: only for the account it was right for. The address keeps its count. */
export const forgetAttempts = `delete from sign_in_throttle where key_hash = $1`;
export const attemptsOf = (email: string): Buffer => hashSecret(accountKey(email));

const accountKey = (email: string) => `account:${email}`;

async function count(accounts: AccountDatabase, key: string, limit: number, now: Date): Promise<void> {
  const windowEndsAt = new Date(now.getTime() + WINDOW_MINUTES * 60_000);
  // One statement, so that attempts at the same moment, from any process, are all counted.
  const [row] = await accounts.rows<{ attempts: number; wait_seconds: number }>(
    `insert into sign_in_throttle as t (key_hash, attempts, window_ends_at) values ($1, 1, $3)
     on conflict (key_hash) do update set
       attempts = case when t.window_ends_at <= $2 then 1 else t.attempts + 1 end,
       window_ends_at = case when t.window_ends_at <= $2 then $3 else t.window_ends_at end
     returning attempts, greatest(1, ceil(extract(epoch from window_ends_at - $2)))::int as wait_seconds`,
    [hashSecret(key), now, windowEndsAt],
  );
  if (row && row.attempts > limit) throw new ThrottledError(row.wait_seconds);
}
